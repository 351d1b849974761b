import { Badge, Button, Group, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Alert } from '../api/types';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import classes from './Alerts.module.css';

const COLORS = { raised: 'orange', acknowledged: 'gray', 'in-hand': 'gray', resolved: 'kelp' };

/** Where an alert stands, and the one step that comes next: look into it, take it in hand, say what came of it. */
export function AlertActions({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [owner, setOwner] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [note, setNote] = useState('');
  const step = { raised: 'acknowledge', acknowledged: 'take-in-hand', 'in-hand': 'resolve', resolved: null }[alert.state];
  const act = useMutation({
    mutationFn: (body: object) => call<Alert>(`/api/burnout-alert/alerts/${encodeURIComponent(alert.alertId)}/${step}`, { method: 'POST', json: body }),
    onSuccess: (changed) => {
      setOpen(false);
      setNote('');
      queries.setQueryData<Alert[]>(['alerts'], (known) => known?.map((each) => (each.alertId === changed.alertId ? changed : each)));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate(step === 'take-in-hand' ? { owner, dueOn, note: note.trim() || null } : { note });
  };
  return (
    <div className={classes.actions}>
      <Group gap="xs">
        <Badge size="sm" color={COLORS[alert.state]} variant="light" tt="none">
          {t(`units.alerts.states.${alert.state}`)}
        </Badge>
        {alert.owner !== null && alert.dueOn !== null && <span className={classes.raised}>{t('units.alerts.owner', { owner: alert.owner, date: day(alert.dueOn) })}</span>}
      </Group>
      {act.isError && <ProblemAlert error={act.error} />}
      {step === 'acknowledge' && (
        <div>
          <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate({ note: null })}>
            {t('units.alerts.acknowledge')}
          </Button>
        </div>
      )}
      {(step === 'take-in-hand' || step === 'resolve') && !open && (
        <div>
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {t(`units.alerts.${step}`)}
          </Button>
        </div>
      )}
      {open && step !== null && (
        <form onSubmit={submit} className={classes.form}>
          {step === 'take-in-hand' && (
            <>
              <TextInput label={t('units.alerts.who')} required maxLength={200} value={owner} onChange={(event) => setOwner(event.currentTarget.value)} />
              <TextInput type="date" label={t('units.alerts.until')} required value={dueOn} onChange={(event) => setDueOn(event.currentTarget.value)} />
            </>
          )}
          <Textarea label={step === 'resolve' ? t('units.alerts.outcome') : t('units.alerts.note')} required={step === 'resolve'} rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <Group gap="sm">
            <Button type="submit" size="sm" loading={act.isPending}>
              {t(`units.alerts.${step as 'take-in-hand'}`)}
            </Button>
            <Button size="sm" variant="subtle" onClick={() => setOpen(false)}>
              {t('app.cancel')}
            </Button>
          </Group>
        </form>
      )}
    </div>
  );
}
