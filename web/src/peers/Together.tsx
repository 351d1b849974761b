import { Badge, Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { PeerAnswer, PeerCheckIn } from '../api/types';
import { Card } from '../app/Card';
import { ProblemAlert } from '../app/ProblemAlert';
import { useIsTyped } from '../app/useForm';
import { useFormat } from '../i18n/format';
import { answerOf, HowAreYou } from './HowAreYou';
import classes from './PeersPage.module.css';

const SHOWN = 6;

/** One peer check-in as one of the two sees it: where it stands, what is asked now, what both answered. */
export function Together({ checkIn }: { checkIn: PeerCheckIn }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const queries = useQueryClient();
  const [changing, setChanging] = useState(useIsTyped(answerOf(checkIn)));
  const stand = useMutation({
    mutationFn: (state: PeerCheckIn['state']) => call<PeerCheckIn>(`/api/check-in/me/peer-check-ins/${checkIn.checkInId}/state`, { method: 'PUT', json: { state } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['peer-check-ins'] }),
  });
  const name = checkIn.with.displayName;
  const every = t('peers.every', { count: Math.max(1, Math.round(checkIn.everyDays / 7)) });
  const said = checkIn.answers.find((answer) => answer.mine && answer.round === checkIn.round);
  const asked = checkIn.state === 'active' && checkIn.round > 0;
  const button = (state: PeerCheckIn['state'], label: string, variant: 'filled' | 'default' | 'subtle') => (
    <Button variant={variant} disabled={stand.isPending} onClick={() => stand.mutate(state)}>
      {label}
    </Button>
  );
  return (
    <Card
      title={name}
      aside={
        <Badge color={checkIn.state === 'active' ? 'kelp' : 'gray'} variant="light" tt="none">
          {t(`peers.states.${checkIn.state}`)}
        </Badge>
      }
    >
      {checkIn.state === 'invited' && <Text>{t(checkIn.mine ? 'peers.waits' : 'peers.asksYou', { name, every })}</Text>}
      {checkIn.state === 'active' && !asked && checkIn.dueAt !== null && <Text>{t('peers.askedFirst', { date: day(checkIn.dueAt) })}</Text>}
      {checkIn.state === 'paused' && <Text>{t('peers.rests')}</Text>}
      {asked && (said === undefined || changing) && <HowAreYou checkIn={checkIn} said={said} onDone={() => setChanging(false)} />}
      {checkIn.answers.length > 0 && (
        <ul className={classes.answers}>
          {checkIn.answers.slice(0, SHOWN).map((answer) => (
            <Answer key={`${answer.round} ${answer.mine}`} answer={answer} name={name} />
          ))}
        </ul>
      )}
      {stand.isError && <ProblemAlert error={stand.error} />}
      <Group gap="sm">
        {checkIn.state === 'invited' && !checkIn.mine && button('active', t('peers.accept'), 'filled')}
        {checkIn.state === 'invited' && button('ended', t(checkIn.mine ? 'peers.withdraw' : 'peers.decline'), 'default')}
        {asked && said !== undefined && !changing && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('peers.change')}
          </Button>
        )}
        {checkIn.state === 'active' && button('paused', t('peers.pause'), 'default')}
        {checkIn.state === 'paused' && button('active', t('peers.goOn'), 'filled')}
        {(checkIn.state === 'active' || checkIn.state === 'paused') && button('ended', t('peers.end'), 'subtle')}
      </Group>
      {(checkIn.state === 'active' || checkIn.state === 'paused') && <p className={classes.small}>{t('peers.endHint')}</p>}
    </Card>
  );
}

function Answer({ answer, name }: { answer: PeerAnswer; name: string }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  return (
    <li className={classes.answer}>
      <span className={classes.small}>{t(answer.mine ? 'peers.youSaid' : 'peers.theySaid', { name, date: day(answer.at) })}</span>
      <span>{t(`peers.doing.${answer.doing}`)}</span>
      {answer.note !== null && <span className={classes.note}>{answer.note}</span>}
    </li>
  );
}
