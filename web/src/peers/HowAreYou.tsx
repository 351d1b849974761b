import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Doing, PeerAnswer, PeerCheckIn } from '../api/types';
import { Form } from '../app/Form';
import { useForm } from '../app/useForm';
import classes from './PeersPage.module.css';

const DOINGS: Doing[] = ['well', 'so-so', 'not-well', 'let-us-talk'];

/** Under which name an answer of this round waits in the tab. */
export const answerOf = (checkIn: PeerCheckIn) => `peer.${checkIn.checkInId}.${checkIn.round}`;

/** The question of this round: one tap, and a note if one likes, for the other one alone. */
export function HowAreYou({ checkIn, said, onDone }: { checkIn: PeerCheckIn; said: PeerAnswer | undefined; onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const name = useId();
  const form = useForm({
    name: answerOf(checkIn),
    initial: { doing: (said?.doing ?? '') as Doing | '', note: said?.note ?? '' },
    send: ({ doing, note }) => call<PeerCheckIn>(`/api/check-in/me/peer-check-ins/${checkIn.checkInId}/answer`, { method: 'PUT', json: { doing, note: note.trim() || null } }),
    onSaved: () => {
      onDone();
      return queries.invalidateQueries({ queryKey: ['peer-check-ins'] });
    },
  });
  const { doing, note } = form.values;
  return (
    <Form
      form={form}
      buttons={
        <Button type="submit" loading={form.pending}>
          {t('peers.tell', { name: checkIn.with.displayName })}
        </Button>
      }
    >
      <fieldset className={classes.doing}>
        <legend>{t('peers.question')}</legend>
        <div className={classes.choices}>
          {DOINGS.map((each) => (
            <label key={each} className={classes.choice}>
              <input type="radio" name={name} value={each} required checked={doing === each} onChange={() => form.change({ doing: each })} className={classes.radio} />
              <span>{t(`peers.doing.${each}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Textarea
        label={t('peers.note')}
        description={t('peers.noteHint', { name: checkIn.with.displayName })}
        rows={2}
        maxLength={1000}
        value={note}
        error={form.mistake('/note')}
        onChange={(event) => form.change({ note: event.currentTarget.value })}
      />
    </Form>
  );
}
