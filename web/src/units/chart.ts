import type { EChartsCoreOption } from 'echarts/core';
import type { Period, Trend } from '../api/types';
import { base, scaleAxis, tooltipBox, tooltipOf } from '../charts/base';
import type { Palette } from '../charts/palette';
import type { Format } from '../i18n/format';
import { levelOf, ownFigure, type Shown, shownOf, withheldRuns } from './figure';

export interface Words {
  description: string;
  withheld: string;
  /** Lines of the tooltip for the unit's own period. */
  lines: (period: Period) => string[];
  figure: (shown: Shown) => string;
}

/** Line patterns and symbols, so that no line is known by its colour alone. */
export const PARENT_LINES = [
  { type: 'dashed', symbol: 'rect' },
  { type: 'dotted', symbol: 'triangle' },
  { type: [10, 4, 2, 4], symbol: 'roundRect' },
] as const;

const HATCH = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4, symbolSize: 1 };

/** The trend of a unit; `periods` oldest first. A withheld period is a hatched band and a gap in the line, never a number on the scale. */
export function trendOption(trend: Trend, periods: readonly Period[], compare: boolean, palette: Palette, format: Format, words: Words): EChartsCoreOption {
  const parents = compare ? trend.parents : [];
  const labelled = new Set(withheldRuns(periods).map(({ first, last }) => Math.floor((first + last) / 2)));
  const byCycle = parents.map((parent) => new Map(parent.periods.map((period) => [period.cycleId, period])));

  return {
    ...base(palette, words.description),
    tooltip: {
      ...tooltipBox(palette),
      axisPointer: { type: 'line', lineStyle: { color: palette.axis } },
      formatter: (hovered: { dataIndex: number }[]) => {
        const period = periods[hovered[0]?.dataIndex ?? -1];
        if (period === undefined) {
          return '';
        }
        return tooltipOf(format.day(period.closesAt), [
          { text: trend.unit.name, strong: true },
          ...words.lines(period).map((text) => ({ text })),
          ...parents.map((parent, i) => {
            const of = byCycle[i]?.get(period.cycleId);
            return { text: `${parent.unit.name}: ${words.figure(of ? ownFigure(of) : shownOf(null))}` };
          }),
        ]);
      },
    },
    xAxis: {
      type: 'category',
      data: periods.map((period) => format.shortDay(period.closesAt)),
      axisLabel: { color: palette.text, hideOverlap: true },
      axisLine: { lineStyle: { color: palette.axis } },
      axisTick: { show: false },
    },
    yAxis: [
      scaleAxis(palette, trend.scale.minimum, trend.scale.maximum),
      // the bands have an axis of their own, from bottom to top, and so no place on the scale
      { type: 'value', min: 0, max: 1, show: false },
    ],
    series: [
      {
        id: 'withheld',
        type: 'bar',
        yAxisIndex: 1,
        barWidth: '100%',
        silent: true,
        z: 1,
        data: periods.map((period, index) =>
          ownFigure(period).kind === 'withheld'
            ? {
                value: 1,
                itemStyle: { color: palette.withheld, decal: { ...HATCH, color: palette.hatch } },
                label: {
                  show: labelled.has(index),
                  position: 'insideTop',
                  rotate: 90,
                  align: 'right',
                  verticalAlign: 'middle',
                  distance: 8,
                  formatter: words.withheld,
                  color: palette.text,
                  backgroundColor: palette.card,
                  padding: [2, 4],
                  borderRadius: 3,
                  fontSize: 11,
                },
              }
            : null,
        ),
      },
      ...parents.map((parent, i) => {
        const line = PARENT_LINES[i % PARENT_LINES.length] ?? PARENT_LINES[0];
        const color = palette.parents[i % palette.parents.length];
        return {
          id: `parent-${parent.unit.unitId}`,
          name: parent.unit.name,
          type: 'line',
          z: 2,
          connectNulls: false,
          symbol: line.symbol,
          showAllSymbol: true,
          symbolSize: 4,
          lineStyle: { width: 1.75, type: line.type, color },
          itemStyle: { color },
          data: periods.map((period) => {
            const of = byCycle[i]?.get(period.cycleId);
            return of === undefined ? null : levelOf(of);
          }),
        };
      }),
      {
        id: 'unit',
        name: trend.unit.name,
        type: 'line',
        z: 4,
        connectNulls: false,
        symbol: 'circle',
        showAllSymbol: true, // a point between two withheld periods has no line to be seen by
        symbolSize: 7,
        lineStyle: { width: 3, color: palette.unit },
        itemStyle: { color: palette.unit },
        data: periods.map(levelOf),
      },
      marks('bounds', periods.map(ownFigure), palette.unit, palette, format, (shown) => shown.kind !== 'level'),
      marks(
        'together',
        periods.map((period) => (ownFigure(period).kind === 'withheld' ? shownOf(period.togetherFigure) : shownOf(null))),
        palette.together,
        palette,
        format,
        () => true,
      ),
    ],
  };
}

/** Single marks without a line: a diamond for a joint level, an arrow with its sign for "at most" and "at least". */
function marks(id: string, figures: readonly Shown[], color: string, palette: Palette, format: Format, wanted: (shown: Shown) => boolean) {
  return {
    id,
    type: 'scatter',
    z: 5,
    itemStyle: { color, opacity: 1 },
    data: figures.flatMap((shown, index) => {
      if (shown.kind === 'withheld' || !wanted(shown)) {
        return [];
      }
      const bound = shown.kind !== 'level';
      return [
        {
          value: [index, shown.value],
          symbol: bound ? 'arrow' : 'diamond',
          symbolSize: bound ? [12, 15] : 12,
          symbolRotate: shown.kind === 'atMost' ? 180 : 0,
          label: {
            show: bound,
            position: shown.kind === 'atMost' ? 'top' : 'bottom',
            formatter: `${shown.kind === 'atMost' ? '≤' : '≥'} ${format.number(shown.value)}`,
            color: palette.text,
            backgroundColor: palette.card,
            padding: [1, 3],
            fontSize: 11,
          },
        },
      ];
    }),
  };
}
