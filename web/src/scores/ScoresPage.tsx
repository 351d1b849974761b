import { Badge, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../api/http';
import type { OwnScores, PlannedCycle } from '../api/types';
import { Card } from '../app/Card';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { Chart } from '../charts/Chart';
import { usePalette } from '../charts/palette';
import { useFormat } from '../i18n/format';
import { historyOption } from './chart';
import { changeOf, pointsOf } from './history';
import classes from './ScoresPage.module.css';
import { ScoresTable } from './ScoresTable';
import { Warnings } from './Warnings';

/** One's own history, which nobody else can see. */
export default function ScoresPage() {
  const { t } = useTranslation();
  const scores = useQuery({
    queryKey: ['scores'],
    queryFn: ({ signal }) => call<OwnScores>('/api/check-in/me/scores', { signal }),
  });
  // when cycles closed, to know where answers are missing
  const cycles = useQuery({
    queryKey: ['cycles'],
    queryFn: ({ signal }) => call<PlannedCycle[]>('/api/check-in/cycles', { signal }),
  });
  const failed = (scores.data ? null : scores.error) ?? (cycles.data ? null : cycles.error);
  return (
    <Page
      title={t('scores.title')}
      aside={
        <Badge size="lg" variant="light" tt="none" leftSection={<Lock />}>
          {t('scores.onlyYou')}
        </Badge>
      }
    >
      <Warnings />
      {failed ? (
        <ProblemAlert
          error={failed}
          onRetry={() => {
            void scores.refetch();
            void cycles.refetch();
          }}
        />
      ) : !scores.data || !cycles.data ? (
        <Loading height={300} />
      ) : scores.data.scores.length === 0 ? (
        <NoScores />
      ) : (
        <History own={scores.data} cycles={cycles.data} />
      )}
    </Page>
  );
}

function History({ own, cycles }: { own: OwnScores; cycles: PlannedCycle[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const { scale, scores } = own;
  const points = useMemo(() => pointsOf(scores, cycles), [scores, cycles]);
  const option = useMemo(
    () =>
      historyOption(points, scale, palette, format, {
        description: t('scores.chartText'),
        score: t('scores.score'),
        noScore: t('scores.noScore'),
        late: t('scores.lateText'),
      }),
    [points, scale, palette, format, t],
  );
  const change = changeOf(scores, scale.minimalDetectableChange);
  const direction = scale.direction === 'higher is worse' ? t('scale.higherIsWorse') : scale.direction;
  return (
    <>
      <Card title={t('scores.chart')}>
        {change && (
          <dl className={classes.facts}>
            <div>
              <dt>{t('scores.latest')}</dt>
              <dd>{format.number(change.latest.score)}</dd>
            </div>
            {change.difference !== null && (
              <div>
                <dt>{t('scores.change')}</dt>
                <dd>
                  {differenceText(change.difference)}
                  {change.difference !== 0 && change.mayBeChance !== null && <span className={classes.chance}> {change.mayBeChance ? t('scores.mayBeChance') : t('scores.notChance')}</span>}
                </dd>
              </div>
            )}
          </dl>
        )}
        <Text size="sm" c="dimmed">
          {t('scale.axis')}
        </Text>
        <Chart option={option} height={300} />
        <ul className={classes.notes}>
          <li>{t('scores.direction', { minimum: scale.minimum, maximum: scale.maximum, direction })}</li>
          {scale.minimalDetectableChange !== null && <li>{t('scores.chance', { points: format.number(scale.minimalDetectableChange) })}</li>}
          <li>{t('scores.gaps')}</li>
        </ul>
      </Card>
      <Card title={t('scores.table')}>
        <ScoresTable scores={scores} />
      </Card>
    </>
  );

  function differenceText(difference: number): string {
    if (difference === 0) {
      return t('scores.same');
    }
    const by = { points: format.number(Math.abs(difference)) };
    return difference > 0 ? t('scores.up', by) : t('scores.down', by);
  }
}

function NoScores() {
  const { t } = useTranslation();
  return (
    <Empty title={t('scores.empty')} text={t('scores.emptyText')}>
      <Button component={Link} to="/pulse">
        {t('scores.toPulse')}
      </Button>
    </Empty>
  );
}

function Lock() {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.8">
      <rect x="3" y="7" width="10" height="7" rx="1.5" />
      <path d="M5 7V5a3 3 0 0 1 6 0v2" />
    </svg>
  );
}
