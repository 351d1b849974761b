import { Button, Group, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { LedgerEntry, Unit } from '../api/types';
import { ProblemAlert } from '../app/ProblemAlert';
import classes from './LedgerPage.module.css';

interface Undertaking {
  key: number;
  text: string;
  owner: string;
  dueOn: string;
}

/** Where HR answers a pulse for the whole agency, and who leads units for one of them, with what will be done. */
export function Respond({ cycleId, units = [] }: { cycleId: string; units?: readonly Unit[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [unitId, setUnitId] = useState(units[0]?.unitId ?? null);
  const [promises, setPromises] = useState<Undertaking[]>([]);
  const publish = useMutation({
    mutationFn: () =>
      call<LedgerEntry>(`/api/burnout-alert/ledger/${encodeURIComponent(cycleId)}/responses`, {
        method: 'POST',
        json: { unitId, text, promises: promises.map((promise) => ({ text: promise.text, owner: promise.owner, dueOn: promise.dueOn })) },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['ledger'] }),
  });
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t(units.length > 0 ? 'ledger.respondForUnit' : 'ledger.respond')}</Button>
      </div>
    );
  }
  const change = (key: number, part: Partial<Undertaking>) => setPromises(promises.map((promise) => (promise.key === key ? { ...promise, ...part } : promise)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      {units.length > 0 && (
        <NativeSelect
          label={t('ledger.forUnit')}
          data={units.map((unit) => ({ value: unit.unitId, label: unit.name }))}
          value={unitId ?? ''}
          onChange={(event) => setUnitId(event.currentTarget.value)}
        />
      )}
      <Textarea label={t(units.length > 0 ? 'ledger.unitText' : 'ledger.text')} description={t('ledger.textHint')} rows={4} required maxLength={4000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {promises.map((promise, index) => (
        <fieldset key={promise.key} className={classes.undertaking}>
          <legend>{t('ledger.promise', { number: index + 1 })}</legend>
          <TextInput label={t('ledger.what')} required maxLength={4000} value={promise.text} onChange={(event) => change(promise.key, { text: event.currentTarget.value })} />
          <TextInput label={t('ledger.owner')} required maxLength={200} value={promise.owner} onChange={(event) => change(promise.key, { owner: event.currentTarget.value })} />
          <TextInput type="date" label={t('ledger.dueOn')} required value={promise.dueOn} onChange={(event) => change(promise.key, { dueOn: event.currentTarget.value })} />
          <div>
            <Button size="xs" variant="subtle" onClick={() => setPromises(promises.filter((other) => other.key !== promise.key))}>
              {t('ledger.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <Text size="sm" c="dimmed">
        {t('ledger.final')}
      </Text>
      {publish.isError && <ProblemAlert error={publish.error} />}
      <Group gap="sm">
        <Button type="submit" loading={publish.isPending}>
          {t('ledger.publish')}
        </Button>
        <Button variant="default" onClick={() => setPromises([...promises, { key: Math.max(0, ...promises.map((promise) => promise.key)) + 1, text: '', owner: '', dueOn: '' }])}>
          {t('ledger.add')}
        </Button>
        <Button variant="subtle" onClick={() => setOpen(false)}>
          {t('app.cancel')}
        </Button>
      </Group>
    </form>
  );
}
