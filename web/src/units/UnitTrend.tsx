import { Switch, Text } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Period, Trend } from '../api/types';
import { Card } from '../app/Card';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';
import { Chart } from '../charts/Chart';
import { usePalette } from '../charts/palette';
import { useFormat } from '../i18n/format';
import { useAlerts } from './Alerts';
import { trendOption } from './chart';
import { oldestFirst, ownFigure } from './figure';
import { Legend } from './Legend';
import { TrendTable } from './TrendTable';
import { WhyWithheld } from './WhyWithheld';
import { figureWords, linesOf } from './words';

/** What was published about one unit, as a chart and as a table; `aside` keeps its place between the two whatever happens. */
export function UnitTrend({ unitId, aside }: { unitId: string; aside: ReactNode }) {
  const [compare, setCompare] = useState(false);
  const trend = useQuery({
    queryKey: ['trend', unitId],
    queryFn: ({ signal }) => call<Trend>(`/api/burnout-alert/units/${encodeURIComponent(unitId)}/trend`, { signal }),
  });
  const periods = useMemo(() => oldestFirst(trend.data?.periods ?? []), [trend.data]);
  const some = trend.data !== undefined && periods.length > 0;
  return (
    <>
      {some ? <TrendChart trend={trend.data} periods={periods} compare={compare} onCompare={setCompare} /> : <Without trend={trend} />}
      {aside}
      {some && <TrendFigures trend={trend.data} periods={periods} compare={compare} />}
    </>
  );
}

interface Props {
  trend: Trend;
  periods: readonly Period[];
  compare: boolean;
}

function Without({ trend }: { trend: UseQueryResult<Trend> }) {
  const { t } = useTranslation();
  if (trend.isPending) {
    return <Loading height={320} />;
  }
  if (trend.isError && !trend.data) {
    return <ProblemAlert error={trend.error} onRetry={() => void trend.refetch()} />;
  }
  return <Empty title={t('units.empty')} text={t('units.emptyText')} />;
}

/** The chart with what explains it. */
export function TrendChart({ trend, periods, compare, onCompare }: Props & { onCompare: ((compare: boolean) => void) | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(() => {
    const words = figureWords(t, format, trend.unit);
    const withheld = periods.filter((period) => ownFigure(period).kind === 'withheld').length;
    return trendOption(trend, periods, compare, palette, format, {
      description: t('units.chartText', {
        unit: trend.unit.name,
        count: periods.length,
        published: periods.length - withheld,
        withheld,
      }),
      withheld: t('units.withheld'),
      lines: (period) => linesOf(period, words, t),
      figure: words.figure,
    });
  }, [trend, periods, compare, palette, format, t]);

  return (
    <Card title={t('units.chart', { unit: trend.unit.name })}>
      {onCompare !== null && trend.parents.length > 0 && <Switch size="md" label={t('units.compare')} checked={compare} onChange={(event) => onCompare(event.currentTarget.checked)} />}
      <Text size="sm" c="dimmed">
        {t('scale.axis')}
      </Text>
      <Chart option={option} height={340} />
      <Legend trend={trend} periods={periods} compare={compare} />
      <WhyWithheld />
    </Card>
  );
}

function TrendFigures({ trend, periods, compare }: Props) {
  const { t } = useTranslation();
  const alerts = useAlerts();
  const alerted = useMemo(
    () => new Set((alerts.data ?? []).filter((alert) => alert.units.some((unit) => unit.unitId === trend.unit.unitId)).map((alert) => alert.cycleId)),
    [alerts.data, trend],
  );
  return (
    <Card title={t('units.table')}>
      <TrendTable trend={trend} periods={periods} compare={compare} alerted={alerted} />
    </Card>
  );
}
