import { Badge, Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../api/http';
import type { Match } from '../api/types';
import entries from '../app/Entries.module.css';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import { MatchPoints } from './MatchPoints';
import classes from './Matches.module.css';
import { MATCHES } from './useMatches';

type Wanted = 'active' | 'paused' | 'ended';

/** One match: with whom, why, and what the reader can do about it now. */
export function MatchEntry({ match }: { match: Match }) {
  const { t } = useTranslation();
  const { day, moment } = useFormat();
  const queries = useQueryClient();
  const [ending, setEnding] = useState(false);
  const endButton = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const confirmation = useId();
  const stand = useMutation({
    mutationFn: (state: Wanted) => call<Match>(`/api/mentorship-matching/me/matches/${match.matchId}/state`, { method: 'PUT', json: { state } }),
    onSuccess: async () => {
      setEnding(false);
      await queries.invalidateQueries({ queryKey: MATCHES });
      // the buttons that had the focus are gone
      heading.current?.focus();
    },
    // a refusal says that the list is not up to date
    onError: () => void queries.invalidateQueries({ queryKey: MATCHES }),
  });
  const { state, as, accepted } = match;
  const name = match.with.displayName ?? t('mentoring.gone');
  const over = state === 'ended' || state === 'lapsed';
  const living = state === 'active' || state === 'paused';
  const title = living ? t(as === 'mentor' ? 'mentoring.asMentor' : 'mentoring.asMentee', { name }) : t(`mentoring.matches.${state}.${as}`, { name });
  const asked = state === 'proposed' && !accepted;
  const waiting = state === 'proposed' && accepted;
  const button = (wanted: Wanted, label: string, variant: 'filled' | 'default' | 'subtle') => (
    <Button
      variant={variant}
      loading={stand.isPending && stand.variables === wanted}
      disabled={stand.isPending}
      // the second half of a double click would press what came in the place of the first
      onClick={(event) => event.detail < 2 && stand.mutate(wanted)}
    >
      {label}
    </Button>
  );
  return (
    <li className={entries.entry} data-over={over || undefined} data-asked={asked || undefined}>
      <div className={entries.who}>
        <h3 className={entries.name} ref={heading} tabIndex={-1}>
          {title}
        </h3>
        {match.since !== null && <span className={entries.since}>{t('mentoring.since', { date: day(match.since) })}</span>}
        <Badge color={over || state === 'paused' ? 'gray' : 'kelp'} variant="light" tt="none">
          {t(`mentoring.matches.states.${waiting ? 'waiting' : state}`)}
        </Badge>
      </div>
      {asked && match.answerBy !== null && <Text fw={500}>{t('mentoring.matches.answerBy', { date: moment(match.answerBy) })}</Text>}
      {waiting && (
        <Text>
          {t('mentoring.matches.waiting')} {match.answerBy !== null && t('mentoring.matches.heardBy', { date: moment(match.answerBy) })}
        </Text>
      )}
      {state === 'paused' && <Text>{t('mentoring.matches.rests')}</Text>}
      {over && match.endedByRule !== null && <Text size="sm">{t(`mentoring.matches.rules.${match.endedByRule}`, { defaultValue: '' })}</Text>}
      {state === 'lapsed' && match.endedByRule === null && (
        <Text size="sm" c="dimmed">
          {t('mentoring.matches.next')}
        </Text>
      )}
      {match.since !== null && match.with.displayName !== null && (
        <Link to={`/together/match/${match.matchId}`} className={entries.link ?? ''} aria-label={t('together.openWith', { name })}>
          {t('together.open')}
        </Link>
      )}
      {match.points.length > 0 && <MatchPoints match={match} />}
      {stand.isError && <ProblemAlert error={stand.error} />}
      {asked && (
        <Text size="sm" c="dimmed">
          {t('mentoring.matches.sayNo')}
        </Text>
      )}
      {!over && (
        <Group gap="sm">
          {asked && button('active', t('mentoring.matches.accept'), 'filled')}
          {state === 'proposed' && button('ended', t(accepted ? 'mentoring.matches.after' : 'mentoring.matches.decline'), 'default')}
          {state === 'active' && button('paused', t('mentoring.matches.pause'), 'default')}
          {state === 'paused' && button('active', t('mentoring.matches.goOn'), 'filled')}
          {living && (
            <Button ref={endButton} variant="subtle" disabled={stand.isPending} aria-expanded={ending} aria-controls={ending ? confirmation : undefined} onClick={(event) => event.detail < 2 && setEnding(!ending)}>
              {t('mentoring.matches.end')}
            </Button>
          )}
        </Group>
      )}
      {living && ending && (
        <div id={confirmation} role="group" aria-label={t('mentoring.matches.end')} className={classes.confirm}>
          <Text size="sm">{t('mentoring.matches.endText')}</Text>
          <Group gap="sm">
            {button('ended', t('mentoring.matches.endNow'), 'filled')}
            <Button
              variant="default"
              disabled={stand.isPending}
              onClick={() => {
                setEnding(false);
                endButton.current?.focus();
              }}
            >
              {t('mentoring.matches.keep')}
            </Button>
          </Group>
        </div>
      )}
    </li>
  );
}
