import { Badge, Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { LedgerEntry, LedgerPromise } from '../api/types';
import { Form } from '../app/Form';
import { useForm, useIsTyped } from '../app/useForm';
import { useFormat } from '../i18n/format';
import classes from './LedgerPage.module.css';

/** What was promised, by whom and until when; those who may respond for it say what came of it. */
export function Promises({ cycleId, mine, promises }: { cycleId: string; mine: boolean; promises: readonly LedgerPromise[] }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  return (
    <ul className={classes.promises}>
      {promises.map((promise) => (
        <li key={promise.id} className={classes.promise} data-state={promise.state}>
          <span>{promise.text}</span>
          <span className={classes.by}>
            {t('ledger.promisedBy', { owner: promise.owner, date: day(promise.dueOn) })}{' '}
            <Badge size="sm" color={{ open: 'gray', kept: 'kelp', dropped: 'orange' }[promise.state]} variant="light" tt="none">
              {t(`ledger.states.${promise.state}`)}
            </Badge>
          </span>
          {promise.reason !== null && <span className={classes.by}>{promise.reason}</span>}
          {mine && promise.state === 'open' && <Settle cycleId={cycleId} promise={promise} />}
        </li>
      ))}
    </ul>
  );
}

function Settle({ cycleId, promise }: { cycleId: string; promise: LedgerPromise }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const name = `promise.${cycleId}.${promise.id}`;
  const [open, setOpen] = useState(useIsTyped(name));
  const form = useForm({
    name,
    initial: { reason: '', state: 'kept' as 'kept' | 'dropped' },
    send: ({ reason, state }) =>
      call<LedgerEntry>(`/api/burnout-alert/ledger/${encodeURIComponent(cycleId)}/promises/${encodeURIComponent(promise.id)}`, { method: 'PUT', json: { state, reason: reason.trim() || null } }),
    onSaved: () => {
      setOpen(false);
      return queries.invalidateQueries({ queryKey: ['ledger'] });
    },
  });
  if (!open) {
    return (
      <div>
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          {t('ledger.settle')}
        </Button>
      </div>
    );
  }
  const { reason } = form.values;
  const cancel = () => {
    form.discard();
    setOpen(false);
  };
  return (
    <Form
      form={form}
      buttons={
        <>
          <Button size="sm" loading={form.pending} onClick={() => form.save({ state: 'kept' })}>
            {t('ledger.keep')}
          </Button>
          <Button size="sm" variant="default" disabled={reason.trim() === ''} loading={form.pending} onClick={() => form.save({ state: 'dropped' })}>
            {t('ledger.drop')}
          </Button>
          <Button size="sm" variant="subtle" onClick={cancel}>
            {t('app.cancel')}
          </Button>
        </>
      }
    >
      <TextInput
        label={t('ledger.reason')}
        description={t('ledger.reasonHint')}
        maxLength={4000}
        value={reason}
        error={form.mistake('/reason')}
        onChange={(event) => form.change({ reason: event.currentTarget.value })}
      />
    </Form>
  );
}
