import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Match } from '../api/types';
import { Card } from '../app/Card';
import entries from '../app/Entries.module.css';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';
import { MatchEntry } from './MatchEntry';
import { useMatches } from './useMatches';

const ORDER: Record<Match['state'], number> = { proposed: 0, active: 2, paused: 3, ended: 4, lapsed: 4 };

/** What waits for the reader comes first, what is over last. */
const placeOf = (match: Match) => ORDER[match.state] + (match.state === 'proposed' && match.accepted ? 1 : 0);

/** Whom one is or could be matched with; on each the reader decides for their own part. */
export function Matches() {
  const { t } = useTranslation();
  const { data, isPending, error, refetch } = useMatches();
  return (
    <Card title={t('mentoring.mine')}>
      {isPending && <Loading height={60} />}
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <>
          <Text fw={600}>{t('mentoring.none')}</Text>
          <Text c="dimmed">{t('mentoring.noneText')}</Text>
        </>
      )}
      {data && data.length > 0 && (
        <ul className={entries.list}>
          {data
            .toSorted((a, b) => placeOf(a) - placeOf(b))
            .map((match) => (
              <MatchEntry key={match.matchId} match={match} />
            ))}
        </ul>
      )}
    </Card>
  );
}
