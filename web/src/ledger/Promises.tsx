import { Badge, Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { LedgerEntry, LedgerPromise } from '../api/types';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import classes from './LedgerPage.module.css';

interface Outcome {
  promise: LedgerPromise;
  state: 'kept' | 'dropped';
}

/** What was promised, by whom and until when; those who may respond for it say what came of it. */
export function Promises({ cycleId, mine, promises }: { cycleId: string; mine: boolean; promises: readonly LedgerPromise[] }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [settling, setSettling] = useState<string | null>(null);
  const settle = useMutation({
    mutationFn: ({ promise, state }: Outcome) =>
      call<LedgerEntry>(`/api/burnout-alert/ledger/${encodeURIComponent(cycleId)}/promises/${encodeURIComponent(promise.id)}`, {
        method: 'PUT',
        json: { state, reason: reason.trim() || null },
      }),
    onSuccess: () => {
      setSettling(null);
      setReason('');
      return queries.invalidateQueries({ queryKey: ['ledger'] });
    },
  });
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
          {mine && promise.state === 'open' && settling !== promise.id && (
            <div>
              <Button size="xs" variant="default" onClick={() => setSettling(promise.id)}>
                {t('ledger.settle')}
              </Button>
            </div>
          )}
          {settling === promise.id && (
            <div className={classes.form}>
              <TextInput label={t('ledger.reason')} description={t('ledger.reasonHint')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={4000} />
              {settle.isError && <ProblemAlert error={settle.error} />}
              <Group gap="sm">
                <Button size="sm" loading={settle.isPending} onClick={() => settle.mutate({ promise, state: 'kept' })}>
                  {t('ledger.keep')}
                </Button>
                <Button size="sm" variant="default" disabled={reason.trim() === ''} loading={settle.isPending} onClick={() => settle.mutate({ promise, state: 'dropped' })}>
                  {t('ledger.drop')}
                </Button>
                <Button size="sm" variant="subtle" onClick={() => setSettling(null)}>
                  {t('app.cancel')}
                </Button>
              </Group>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
