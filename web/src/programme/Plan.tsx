import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../api/http';
import type { ListedInstrument, Series } from '../api/types';
import { Form } from '../app/Form';
import { useForm } from '../app/useForm';
import { rhythms } from './rhythms';

const WINDOWS = [2, 3, 5, 7, 14];

const keyOf = (instrument: ListedInstrument) => `${instrument.instrumentId}:${instrument.version}`;

/** A new recurring survey; one that would take more of somebody's time than the budget has is refused with the arithmetic. */
export function Plan({ instruments, taken }: { instruments: readonly ListedInstrument[]; taken: readonly string[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const first = instruments[0];
  const form = useForm({
    name: 'plan',
    initial: { name: '', instrument: first ? keyOf(first) : '', every: 'P1M', opens: '', days: 5, reminders: 2 },
    send: (plan) => {
      const asked = instruments.find((each) => keyOf(each) === plan.instrument);
      return call<Series>(`/api/check-in/programme/series/${encodeURIComponent(plan.name)}`, {
        method: 'PUT',
        json: {
          instrument: asked?.instrumentId,
          version: asked?.version,
          every: plan.every,
          firstOpensAt: new Date(plan.opens).toISOString(),
          window: `PT${plan.days * 24}H`,
          reminders: plan.reminders,
        },
      });
    },
    onSaved: () => queries.invalidateQueries({ queryKey: ['programme'] }),
  });
  const { name, instrument, every, opens, days, reminders } = form.values;
  const clash = taken.includes(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!clash) {
      form.save();
    }
  };
  return (
    <Form
      form={{ ...form, submit }}
      buttons={
        <Button type="submit" loading={form.pending}>
          {t('programme.save')}
        </Button>
      }
    >
      <TextInput
        label={t('programme.name')}
        description={t('programme.nameHint')}
        required
        maxLength={40}
        pattern="[A-Za-z0-9\-]+"
        value={name}
        error={clash ? t('programme.taken') : null}
        onChange={(event) => form.change({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('programme.instrument')}
        data={instruments.map((each) => ({ value: keyOf(each), label: t('programme.takes', { instrument: each.instrumentId, version: each.version, count: each.minutes }) }))}
        value={instrument}
        error={form.mistake('/instrument')}
        onChange={(event) => form.change({ instrument: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('programme.every')}
        data={rhythms.map((rhythm) => ({ value: rhythm.every, label: t(`programme.rhythms.${rhythm.label}`) }))}
        value={every}
        error={form.mistake('/every')}
        onChange={(event) => form.change({ every: event.currentTarget.value })}
      />
      <TextInput type="datetime-local" label={t('programme.first')} required value={opens} error={form.mistake('/firstOpensAt')} onChange={(event) => form.change({ opens: event.currentTarget.value })} />
      <NativeSelect
        label={t('programme.window')}
        data={WINDOWS.map((each) => ({ value: String(each), label: t('programme.days', { count: each }) }))}
        value={String(days)}
        error={form.mistake('/window')}
        onChange={(event) => form.change({ days: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('programme.remind')}
        data={[0, 1, 2].map((each) => ({ value: String(each), label: t('programme.reminders', { count: each }) }))}
        value={String(reminders)}
        error={form.mistake('/reminders')}
        onChange={(event) => form.change({ reminders: Number(event.currentTarget.value) })}
      />
      <Text size="sm" c="dimmed">
        {t('programme.textsHint')} <Link to="/setup/instruments">{t('instruments.title')}</Link>
      </Text>
    </Form>
  );
}
