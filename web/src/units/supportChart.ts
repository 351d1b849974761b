import type { EChartsCoreOption } from 'echarts/core';
import type { Scale, SupportEffect } from '../api/types';
import { base, scaleAxis, tooltipBox, tooltipOf } from '../charts/base';
import type { Palette } from '../charts/palette';
import type { Format } from '../i18n/format';

export interface Words {
  description: string;
  cycle: (cycle: number) => string;
  supported: string;
  compared: string;
}

type Course = SupportEffect['effect']['course'];

/** Groups with support and those they are compared with, around the beginning. */
export function effectOption(course: Course, scale: Scale, palette: Palette, format: Format, words: Words): EChartsCoreOption {
  const line = (name: string, pick: 'supported' | 'compared', color: string, style: { type: 'solid' | 'dashed'; width: number }, symbol: string) => ({
    id: pick,
    name,
    type: 'line',
    connectNulls: false,
    symbol,
    showAllSymbol: true,
    symbolSize: 7,
    lineStyle: { ...style, color },
    itemStyle: { color },
    data: course.map((moment) => moment[pick]),
  });
  return {
    ...base(palette, words.description),
    tooltip: {
      ...tooltipBox(palette),
      formatter: (hovered: { dataIndex: number }[]) => {
        const moment = course[hovered[0]?.dataIndex ?? -1];
        if (moment === undefined) {
          return '';
        }
        const lines = [
          { name: words.supported, level: moment.supported, strong: true },
          { name: words.compared, level: moment.compared, strong: false },
        ];
        return tooltipOf(
          words.cycle(moment.cycle),
          lines.flatMap(({ name, level, strong }) => (level === null ? [] : [{ text: `${name}: ${format.decimal(level)}`, strong }])),
        );
      },
    },
    xAxis: {
      type: 'category',
      data: course.map((moment) => (moment.cycle > 0 ? `+${format.number(moment.cycle)}` : format.number(moment.cycle))),
      axisLabel: { color: palette.text },
      axisLine: { lineStyle: { color: palette.axis } },
      axisTick: { show: false },
    },
    yAxis: scaleAxis(palette, scale.minimum, scale.maximum),
    series: [
      line(words.compared, 'compared', palette.parents[0], { type: 'dashed', width: 2 }, 'rect'),
      line(words.supported, 'supported', palette.unit, { type: 'solid', width: 3 }, 'circle'),
    ],
  };
}
