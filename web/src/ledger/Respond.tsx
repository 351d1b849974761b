import { Button, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { LedgerEntry, Unit } from '../api/types';
import { Form } from '../app/Form';
import { useForm, useIsTyped } from '../app/useForm';
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
  const name = `answer.${cycleId}`;
  const [open, setOpen] = useState(useIsTyped(name));
  const form = useForm({
    name,
    initial: { text: '', unitId: units[0]?.unitId ?? '', promises: [] as Undertaking[] },
    send: (answer) =>
      call<LedgerEntry>(`/api/burnout-alert/ledger/${encodeURIComponent(cycleId)}/responses`, {
        method: 'POST',
        json: { unitId: answer.unitId || null, text: answer.text, promises: answer.promises.map((promise) => ({ text: promise.text, owner: promise.owner, dueOn: promise.dueOn })) },
      }),
    onSaved: () => {
      setOpen(false);
      return queries.invalidateQueries({ queryKey: ['ledger'] });
    },
  });
  const { text, unitId, promises } = form.values;
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t(units.length > 0 ? 'ledger.respondForUnit' : 'ledger.respond')}</Button>
      </div>
    );
  }
  const change = (key: number, part: Partial<Undertaking>) => form.change({ promises: promises.map((promise) => (promise.key === key ? { ...promise, ...part } : promise)) });
  const add = () => form.change({ promises: [...promises, { key: Math.max(0, ...promises.map((promise) => promise.key)) + 1, text: '', owner: '', dueOn: '' }] });
  const cancel = () => {
    form.discard();
    setOpen(false);
  };
  return (
    <Form
      form={form}
      buttons={
        <>
          <Button type="submit" loading={form.pending}>
            {t('ledger.publish')}
          </Button>
          <Button variant="default" onClick={add}>
            {t('ledger.add')}
          </Button>
          <Button variant="subtle" onClick={cancel}>
            {t('app.cancel')}
          </Button>
        </>
      }
    >
      {units.length > 0 && (
        <NativeSelect
          label={t('ledger.forUnit')}
          data={units.map((unit) => ({ value: unit.unitId, label: unit.name }))}
          value={unitId}
          error={form.mistake('/unitId')}
          onChange={(event) => form.change({ unitId: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={t(units.length > 0 ? 'ledger.unitText' : 'ledger.text')}
        description={t('ledger.textHint')}
        rows={4}
        required
        maxLength={4000}
        value={text}
        error={form.mistake('/text')}
        onChange={(event) => form.change({ text: event.currentTarget.value })}
      />
      {promises.map((promise, index) => (
        <fieldset key={promise.key} className={classes.undertaking}>
          <legend>{t('ledger.promise', { number: index + 1 })}</legend>
          <TextInput label={t('ledger.what')} required maxLength={4000} value={promise.text} error={form.mistake(`/promises/${index}/text`)} onChange={(event) => change(promise.key, { text: event.currentTarget.value })} />
          <TextInput label={t('ledger.owner')} required maxLength={200} value={promise.owner} error={form.mistake(`/promises/${index}/owner`)} onChange={(event) => change(promise.key, { owner: event.currentTarget.value })} />
          <TextInput type="date" label={t('ledger.dueOn')} required value={promise.dueOn} error={form.mistake(`/promises/${index}/dueOn`)} onChange={(event) => change(promise.key, { dueOn: event.currentTarget.value })} />
          <div>
            <Button size="xs" variant="subtle" onClick={() => form.change({ promises: promises.filter((other) => other.key !== promise.key) })}>
              {t('ledger.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <Text size="sm" c="dimmed">
        {t('ledger.final')}
      </Text>
    </Form>
  );
}
