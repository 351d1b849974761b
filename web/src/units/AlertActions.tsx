import { Badge, Button, Group, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Alert } from '../api/types';
import { Form } from '../app/Form';
import { ProblemAlert } from '../app/ProblemAlert';
import { SaveOrCancel } from '../app/SaveOrCancel';
import { useForm, useIsTyped } from '../app/useForm';
import { useFormat } from '../i18n/format';
import classes from './Alerts.module.css';

type Step = 'acknowledge' | 'take-in-hand' | 'resolve';

const COLORS = { raised: 'orange', acknowledged: 'gray', 'in-hand': 'gray', resolved: 'kelp' };

/** Where an alert stands, and the one step that comes next: look into it, take it in hand, say what came of it. */
export function AlertActions({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const step = { raised: 'acknowledge', acknowledged: 'take-in-hand', 'in-hand': 'resolve', resolved: null }[alert.state] as Step | null;
  return (
    <div className={classes.actions}>
      <Group gap="xs">
        <Badge size="sm" color={COLORS[alert.state]} variant="light" tt="none">
          {t(`units.alerts.states.${alert.state}`)}
        </Badge>
        {alert.owner !== null && alert.dueOn !== null && <span className={classes.raised}>{t('units.alerts.owner', { owner: alert.owner, date: day(alert.dueOn) })}</span>}
      </Group>
      {step !== null && <NextStep key={step} alert={alert} step={step} />}
    </div>
  );
}

function NextStep({ alert, step }: { alert: Alert; step: Step }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const name = `alert.${alert.alertId}.${step}`;
  const [open, setOpen] = useState(useIsTyped(name));
  const form = useForm({
    name,
    initial: { owner: '', dueOn: '', note: '' },
    send: ({ owner, dueOn, note }) =>
      call<Alert>(`/api/burnout-alert/alerts/${encodeURIComponent(alert.alertId)}/${step}`, {
        method: 'POST',
        json: step === 'take-in-hand' ? { owner, dueOn, note: note.trim() || null } : { note: note || null },
      }),
    onSaved: (changed) => queries.setQueryData<Alert[]>(['alerts'], (known) => known?.map((each) => (each.alertId === changed.alertId ? changed : each))),
  });
  if (step === 'acknowledge' || !open) {
    return (
      <>
        {form.error !== null && <ProblemAlert error={form.error} />}
        <div>
          <Button size="xs" variant="default" loading={form.pending} onClick={() => (step === 'acknowledge' ? form.save() : setOpen(true))}>
            {t(`units.alerts.${step}`)}
          </Button>
        </div>
      </>
    );
  }
  const { owner, dueOn, note } = form.values;
  return (
    <Form
      form={form}
      buttons={<SaveOrCancel form={form} label={t(`units.alerts.${step}`)} size="sm" onCancel={() => setOpen(false)} />}
    >
      {step === 'take-in-hand' && (
        <>
          <TextInput label={t('units.alerts.who')} required maxLength={200} value={owner} error={form.mistake('/owner')} onChange={(event) => form.change({ owner: event.currentTarget.value })} />
          <TextInput type="date" label={t('units.alerts.until')} required value={dueOn} error={form.mistake('/dueOn')} onChange={(event) => form.change({ dueOn: event.currentTarget.value })} />
        </>
      )}
      <Textarea
        label={step === 'resolve' ? t('units.alerts.outcome') : t('units.alerts.note')}
        required={step === 'resolve'}
        rows={2}
        maxLength={2000}
        value={note}
        error={form.mistake('/note')}
        onChange={(event) => form.change({ note: event.currentTarget.value })}
      />
    </Form>
  );
}
