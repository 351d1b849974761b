import type { EChartsCoreOption } from 'echarts/core';
import type { Scale } from '../api/types';
import { base, scaleAxis, tooltipBox, tooltipOf } from '../charts/base';
import type { Palette } from '../charts/palette';
import type { Format } from '../i18n/format';
import type { Point } from './history';

export interface Words {
  description: string;
  score: string;
  noScore: string;
  late: string;
}

export function historyOption(points: readonly Point[], scale: Scale, palette: Palette, format: Format, words: Words): EChartsCoreOption {
  return {
    ...base(palette, words.description),
    tooltip: {
      ...tooltipBox(palette),
      formatter: (hovered: { dataIndex: number }[]) => {
        const of = points[hovered[0]?.dataIndex ?? -1]?.of;
        if (!of) {
          return '';
        }
        const lines = [{ text: of.score === null ? words.noScore : `${words.score}: ${format.number(of.score)}`, strong: true }];
        return tooltipOf(format.day(of.closesAt), of.late ? [...lines, { text: words.late }] : lines);
      },
    },
    xAxis: {
      type: 'time',
      splitNumber: 4,
      axisLabel: { color: palette.text, fontSize: 12, hideOverlap: true, formatter: (at: number) => format.shortDay(new Date(at).toISOString()) },
      axisLine: { lineStyle: { color: palette.axis } },
      splitLine: { show: false },
    },
    yAxis: scaleAxis(palette, scale.minimum, scale.maximum),
    series: [
      {
        type: 'line',
        connectNulls: false,
        showSymbol: true,
        symbolSize: 9,
        lineStyle: { width: 2.5, color: palette.unit },
        data: points.map(({ at, score, of }) => ({
          value: [at, score],
          ...(of?.late
            ? { symbol: 'diamond', symbolSize: 12, itemStyle: { color: palette.card, borderColor: palette.unit, borderWidth: 2 } }
            : { symbol: 'circle', symbolSize: 9, itemStyle: { color: palette.unit } }),
        })),
      },
    ],
  };
}
