import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Round } from '../api/types';
import { Card } from '../app/Card';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { Compare } from './Compare';
import { Decisions } from './Decisions';
import { Preview } from './Preview';
import { Refused } from './Refused';
import { RoundState } from './RoundState';
import { useNamesIn, usePreview, useProgrammes, useRounds } from './useRounds';

/** One round: what it would bring, what was decided about it, and what would come of weighing otherwise. */
export default function RoundPage() {
  const { t } = useTranslation();
  const { roundId = '' } = useParams();
  const { data, isPending, error, refetch } = useRounds();
  const round = data?.find((each) => each.roundId === roundId);
  return (
    <Page title={round?.name ?? t('matching.title')} up={{ to: '/matching', label: t('matching.title') }} wide>
      {isPending && <Loading height={300} />}
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && !round && <Empty title={t('matching.rounds.unknown')} text={t('matching.rounds.unknownText')} />}
      {round && <Parts key={roundId} round={round} />}
    </Page>
  );
}

function Parts({ round }: { round: Round }) {
  const { t } = useTranslation();
  const preview = usePreview(round.roundId);
  const programmes = useProgrammes();
  const programme = programmes.data?.find((each) => each.version === round.programme);
  // what was there before is not what the round would bring now
  const current = preview.isError ? undefined : preview.data;
  const nameOf = useNamesIn(round, preview.data);
  return (
    <>
      <RoundState round={round} figures={current?.figures} nameOf={nameOf} />
      {round.state !== 'cancelled' && (
        <>
          {preview.isPending && <Loading height={300} />}
          {preview.isError && <Refused error={preview.error} round={round} nameOf={nameOf} onRetry={() => void preview.refetch()} />}
          {current && programme && <Preview round={round} preview={current} mode={programme.mode} />}
        </>
      )}
      <Decisions round={round} nameOf={nameOf} />
      {programmes.isError && <ProblemAlert error={programmes.error} onRetry={() => void programmes.refetch()} />}
      {round.state === 'open' && current && programme && (
        <Card title={t('matching.compare.title')}>
          <Compare round={round} preview={current} programme={programme} />
        </Card>
      )}
    </>
  );
}
