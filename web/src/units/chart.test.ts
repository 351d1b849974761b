import type { Palette } from '../charts/palette';
import i18n from '../i18n';
import { formatFor } from '../i18n/format';
import { trendOption } from './chart';
import { sample } from './sample';
import { figureWords, linesOf } from './words';

const palette: Palette = {
  unit: '#111111',
  parents: ['#222222', '#333333', '#444444'],
  together: '#555555',
  grid: '#666666',
  axis: '#777777',
  text: '#888888',
  withheld: '#999999',
  hatch: '#aaaaaa',
  card: '#ffffff',
};

interface Series {
  id: string;
  type: string;
  yAxisIndex?: number;
  connectNulls?: boolean;
  data: unknown[];
}

function drawn(compare: boolean) {
  const format = formatFor('en', []);
  const words = figureWords(i18n.t, format, sample.unit);
  const option = trendOption(sample, sample.periods, compare, palette, format, {
    description: 'Described.',
    withheld: 'withheld',
    lines: (period) => linesOf(period, words, i18n.t),
    figure: words.figure,
  });
  const series = option['series'] as Series[];
  const byId = (id: string) => {
    const found = series.find((candidate) => candidate.id === id);
    if (found === undefined) {
      throw new Error(`no series ${id}`);
    }
    return found;
  };
  const tooltip = (option['tooltip'] as { formatter: (hovered: { dataIndex: number }[]) => HTMLElement }).formatter;
  return { option, series, byId, tooltip: (index: number) => tooltip([{ dataIndex: index }]).textContent };
}

it('leaves a gap where a period is withheld or only a bound is known, and does not bridge it', () => {
  const unit = drawn(false).byId('unit');
  expect(unit.data).toEqual([41, null, null, 52, null, null, 0]);
  expect(unit.connectNulls).toBe(false);
});

it('puts nothing of a withheld period on the scale', () => {
  const { series } = drawn(true);
  const withheldIndexes = [1, 2];
  for (const { id, yAxisIndex, type, data } of series) {
    // the band has an axis of its own; the diamond is another group's figure
    if (yAxisIndex === 1 || id === 'together') {
      continue;
    }
    for (const index of withheldIndexes) {
      const value = type === 'scatter' ? (data as { value: [number, number] }[]).find((mark) => mark.value[0] === index) : data[index];
      expect({ id, index, value: value ?? null }).toEqual({ id, index, value: null });
    }
  }
});

it('hatches exactly the withheld periods, with one label for each run', () => {
  const bands = drawn(false).byId('withheld').data as ({ itemStyle: { decal: object }; label: { show: boolean } } | null)[];
  expect(bands.map((band) => band !== null)).toEqual([false, true, true, false, false, false, false]);
  expect(bands.filter((band) => band?.label.show)).toHaveLength(1);
  expect(bands[1]?.itemStyle.decal).toBeDefined();
});

it('marks bounds with an arrow and their sign', () => {
  const bounds = drawn(false).byId('bounds').data as { value: number[]; symbol: string; symbolRotate: number; label: { formatter: string } }[];
  expect(bounds.map(({ value, symbol, symbolRotate, label }) => [value, symbol, symbolRotate, label.formatter])).toEqual([
    [[4, 12], 'arrow', 180, '≤ 12'],
    [[5, 88], 'arrow', 0, '≥ 88'],
  ]);
});

it('shows the joint figure as a mark of its own', () => {
  const together = drawn(false).byId('together').data as { value: number[]; symbol: string }[];
  expect(together.map(({ value, symbol }) => [value, symbol])).toEqual([[[1, 48], 'diamond']]);
});

it('says in the tooltip why, and with whom', () => {
  const { tooltip } = drawn(true);
  expect(tooltip(1)).toContain('withheld: fewer than 5 answers');
  expect(tooltip(1)).toContain('together with West: 48 (10–19 people)');
  expect(tooltip(1)).toContain('Department: withheld');
  expect(tooltip(2)).not.toMatch(/\b0\b/);
  expect(tooltip(3)).toContain('5–9 people');
  expect(tooltip(5)).toContain('at least 88');
});

it('draws the units above only on demand, by cycle and not by position', () => {
  expect(drawn(false).series.some((series) => series.id.startsWith('parent-'))).toBe(false);
  expect(drawn(true).byId('parent-U-02').data).toEqual([44, null, null, 45, null, null, null]);
});

it('describes itself to those who do not see it', () => {
  expect(drawn(false).option['aria']).toMatchObject({ enabled: true, label: { description: 'Described.' } });
});
