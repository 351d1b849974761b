import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Round } from '../api/types';
import { Card } from '../app/Card';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { Scroll } from '../app/Scroll';
import { useFormat } from '../i18n/format';
import { Couples } from './Couples';
import { OpenRound } from './OpenRound';
import { Programme } from './Programme';
import classes from './Rounds.module.css';
import { useProgrammes, useRounds } from './useRounds';

/** Where HR holds rounds, decides how pairs are found, and sees who is paired with whom. */
export default function MatchingPage() {
  const { t } = useTranslation();
  const rounds = useRounds();
  const programmes = useProgrammes();
  const current = programmes.data?.at(-1);
  return (
    <Page title={t('matching.title')}>
      <Text c="dimmed">{t('matching.about')}</Text>
      <Card title={t('matching.rounds.title')}>
        {rounds.isPending && <Loading height={120} />}
        {rounds.error && !rounds.data && <ProblemAlert error={rounds.error} onRetry={() => void rounds.refetch()} />}
        {rounds.data?.length === 0 && (
          <div>
            <Text fw={500}>{t('matching.rounds.none')}</Text>
            <Text>{t('matching.rounds.noneText')}</Text>
          </div>
        )}
        {rounds.data && rounds.data.length > 0 && <Rounds rounds={rounds.data} />}
      </Card>
      <Card title={t('matching.open.title')}>
        <OpenRound />
      </Card>
      {programmes.isPending && <Loading height={300} />}
      {programmes.error && !programmes.data && <ProblemAlert error={programmes.error} onRetry={() => void programmes.refetch()} />}
      {programmes.data && current && <Programme versions={programmes.data} current={current} />}
      <Couples />
    </Page>
  );
}

function Rounds({ rounds }: { rounds: readonly Round[] }) {
  const { t } = useTranslation();
  const { day, number } = useFormat();
  return (
    <Scroll label={t('matching.rounds.caption')}>
      <table className={classes.listed}>
        <caption>
          <VisuallyHidden>{t('matching.rounds.caption')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('matching.rounds.name')}</th>
            <th scope="col">{t('matching.rounds.state')}</th>
            <th scope="col">{t('matching.rounds.opened')}</th>
            <th scope="col">{t('matching.rounds.waiting')}</th>
            <th scope="col">{t('matching.rounds.places')}</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => (
            <tr key={round.roundId}>
              <th scope="row">
                <Link to={`/matching/${encodeURIComponent(round.roundId)}`}>{round.name}</Link>
              </th>
              <td>{t(`matching.rounds.states.${round.state}`)}</td>
              <td>{day(round.openedAt)}</td>
              <td>{number(round.waiting)}</td>
              <td>{number(round.places)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
