import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { CrossCut, CutTrend, Trend } from '../api/types';
import { Card } from '../app/Card';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import { oldestFirst } from '../units/figure';
import { TrendTable } from '../units/TrendTable';
import { TrendChart } from '../units/UnitTrend';

const NO_ALERTS: ReadonlySet<string> = new Set();

/** What was published about a cross-cut, drawn as that of a unit that nobody is above of. */
export function CrossCutTrend({ crossCut }: { crossCut: CrossCut }) {
  const { t } = useTranslation();
  const { day, list } = useFormat();
  const cut = useQuery({
    queryKey: ['cross-cut', crossCut.crossCutId],
    queryFn: ({ signal }) => call<CutTrend>(`/api/burnout-alert/cross-cuts/${encodeURIComponent(crossCut.crossCutId)}/trend`, { signal }),
  });
  const trend = useMemo(() => cut.data && asTrend(cut.data), [cut.data]);
  const changes = useMemo(() => {
    const notes = new Map<string, string>();
    cut.data?.periods.forEach((period, index) => {
      if (index > 0 && period.version !== cut.data.periods[index - 1]?.version) {
        notes.set(period.cycleId, t('crossCuts.changed', { units: list(period.units.map((unit) => unit.name)) }));
      }
    });
    return notes;
  }, [cut.data, list, t]);
  if (cut.isPending) {
    return <Loading height={320} />;
  }
  if (trend === undefined) {
    return <ProblemAlert error={cut.error} onRetry={() => void cut.refetch()} />;
  }
  const date = day(crossCut.since);
  return (
    <>
      <Card>
        <Text>{list(crossCut.units.map((unit) => unit.name))}</Text>
        <Text size="sm" c="dimmed">
          {crossCut.active ? t('crossCuts.since', { date }) : t('crossCuts.endedOn', { date })}
        </Text>
      </Card>
      {trend.periods.length === 0 ? (
        <Empty title={t('crossCuts.nothing')} text={t('crossCuts.nothingText')} />
      ) : (
        <>
          <TrendChart trend={trend} periods={trend.periods} compare={false} onCompare={null} />
          <Card title={t('units.table')}>
            <TrendTable trend={trend} periods={trend.periods} compare={false} alerted={NO_ALERTS} more={changes} />
          </Card>
        </>
      )}
    </>
  );
}

function asTrend(cut: CutTrend): Trend {
  return {
    unit: { unitId: cut.crossCutId, name: cut.name },
    scale: cut.scale,
    periods: oldestFirst(cut.periods.map((period) => ({ ...period, together: [], togetherFigure: null }))),
    parents: [],
  };
}
