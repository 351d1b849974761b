import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Colleague, PeerCheckIn } from '../api/types';
import { ProblemAlert } from '../app/ProblemAlert';
import { newId } from '../api/newId';
import classes from './PeersPage.module.css';

const RHYTHMS = [7, 14, 28];

/** Whom to ask, and how often; nothing happens unless they accept. */
export function Invite({ colleagues }: { colleagues: readonly Colleague[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [person, setPerson] = useState('');
  const [everyDays, setEveryDays] = useState(7);
  // one id for one invitation, however often it has to be sent
  const [checkInId, setCheckInId] = useState(() => newId());
  const invite = useMutation({
    mutationFn: () => call<PeerCheckIn>(`/api/check-in/me/peer-check-ins/${checkInId}`, { method: 'PUT', json: { with: person, everyDays } }),
    onSuccess: () => {
      setPerson('');
      setCheckInId(newId());
      return queries.invalidateQueries({ queryKey: ['peer-check-ins'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <NativeSelect
        label={t('peers.whom')}
        required
        data={[{ value: '', label: t('peers.choose') }, ...colleagues.map((each) => ({ value: each.staffId, label: each.displayName }))]}
        value={person}
        onChange={(event) => setPerson(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('peers.rhythm')}
        data={RHYTHMS.map((days) => ({ value: String(days), label: t('peers.every', { count: days / 7 }) }))}
        value={String(everyDays)}
        onChange={(event) => setEveryDays(Number(event.currentTarget.value))}
      />
      {invite.isError && <ProblemAlert error={invite.error} />}
      <div>
        <Button type="submit" loading={invite.isPending}>
          {t('peers.send')}
        </Button>
      </div>
    </form>
  );
}
