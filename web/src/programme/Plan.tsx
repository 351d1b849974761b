import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { ListedInstrument, Series } from '../api/types';
import { ProblemAlert } from '../app/ProblemAlert';
import classes from './ProgrammePage.module.css';
import { rhythms } from './rhythms';

const WINDOWS = [2, 3, 5, 7, 14];

/** A new recurring survey; one that would take more of somebody's time than the budget has is refused with the arithmetic. */
export function Plan({ instruments, taken }: { instruments: readonly ListedInstrument[]; taken: readonly string[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [instrument, setInstrument] = useState(0);
  const [every, setEvery] = useState<string>('P1M');
  const [opens, setOpens] = useState('');
  const [days, setDays] = useState(5);
  const [reminders, setReminders] = useState(2);
  const plan = useMutation({
    mutationFn: () =>
      call<Series>(`/api/check-in/programme/series/${encodeURIComponent(name)}`, {
        method: 'PUT',
        json: {
          instrument: instruments[instrument]?.instrumentId,
          version: instruments[instrument]?.version,
          every,
          firstOpensAt: new Date(opens).toISOString(),
          window: `PT${days * 24}H`,
          reminders,
        },
      }),
    onSuccess: () => {
      setName('');
      return queries.invalidateQueries({ queryKey: ['programme'] });
    },
  });
  const clash = taken.includes(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!clash) {
      plan.mutate();
    }
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        label={t('programme.name')}
        description={t('programme.nameHint')}
        required
        maxLength={40}
        pattern="[A-Za-z0-9\-]+"
        value={name}
        error={clash ? t('programme.taken') : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('programme.instrument')}
        data={instruments.map((each, index) => ({ value: String(index), label: t('programme.takes', { instrument: each.instrumentId, version: each.version, count: each.minutes }) }))}
        value={String(instrument)}
        onChange={(event) => setInstrument(Number(event.currentTarget.value))}
      />
      <NativeSelect label={t('programme.every')} data={rhythms.map((rhythm) => ({ value: rhythm.every, label: t(`programme.rhythms.${rhythm.label}`) }))} value={every} onChange={(event) => setEvery(event.currentTarget.value)} />
      <TextInput type="datetime-local" label={t('programme.first')} required value={opens} onChange={(event) => setOpens(event.currentTarget.value)} />
      <NativeSelect label={t('programme.window')} data={WINDOWS.map((each) => ({ value: String(each), label: t('programme.days', { count: each }) }))} value={String(days)} onChange={(event) => setDays(Number(event.currentTarget.value))} />
      <NativeSelect label={t('programme.remind')} data={[0, 1, 2].map((each) => ({ value: String(each), label: t('programme.reminders', { count: each }) }))} value={String(reminders)} onChange={(event) => setReminders(Number(event.currentTarget.value))} />
      <Text size="sm" c="dimmed">
        {t('programme.textsHint')}
      </Text>
      {plan.isError && <ProblemAlert error={plan.error} />}
      <div>
        <Button type="submit" loading={plan.isPending}>
          {t('programme.save')}
        </Button>
      </div>
    </form>
  );
}
