import { Button, Group, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Doing, PeerAnswer, PeerCheckIn } from '../api/types';
import { ProblemAlert } from '../app/ProblemAlert';
import classes from './PeersPage.module.css';

const DOINGS: Doing[] = ['well', 'so-so', 'not-well', 'let-us-talk'];

/** The question of this round: one tap, and a note if one likes, for the other one alone. */
export function HowAreYou({ checkIn, said, onDone }: { checkIn: PeerCheckIn; said: PeerAnswer | undefined; onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const name = useId();
  const [doing, setDoing] = useState<Doing | ''>(said?.doing ?? '');
  const [note, setNote] = useState(said?.note ?? '');
  const answer = useMutation({
    mutationFn: () => call<PeerCheckIn>(`/api/check-in/me/peer-check-ins/${checkIn.checkInId}/answer`, { method: 'PUT', json: { doing, note: note.trim() || null } }),
    onSuccess: () => {
      onDone();
      return queries.invalidateQueries({ queryKey: ['peer-check-ins'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <fieldset className={classes.doing}>
        <legend>{t('peers.question')}</legend>
        <div className={classes.choices}>
          {DOINGS.map((each) => (
            <label key={each} className={classes.choice}>
              <input type="radio" name={name} value={each} required checked={doing === each} onChange={() => setDoing(each)} className={classes.radio} />
              <span>{t(`peers.doing.${each}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Textarea label={t('peers.note')} description={t('peers.noteHint', { name: checkIn.with.displayName })} rows={2} maxLength={1000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {answer.isError && <ProblemAlert error={answer.error} />}
      <Group gap="sm">
        <Button type="submit" loading={answer.isPending}>
          {t('peers.tell', { name: checkIn.with.displayName })}
        </Button>
      </Group>
    </form>
  );
}
