import type { OwnScore, PlannedCycle } from '../api/types';
import type { Palette } from '../charts/palette';
import { formatFor } from '../i18n/format';
import { historyOption } from './chart';
import { changeOf, pointsOf } from './history';

const closing = (week: number) => new Date(Date.UTC(2026, 0, 4 + 7 * week)).toISOString();
const cycle = (week: number, state: PlannedCycle['state'] = 'closed'): PlannedCycle => ({ cycleId: `W${week}`, opensAt: closing(week - 1), closesAt: closing(week), state, instrument: 'pulse' });
const score = (week: number, value: number | null, late = false): OwnScore => ({ cycleId: `W${week}`, closesAt: closing(week), score: value, items: [], late });

it('breaks the line at a cycle without an answer and at an answer without a score', () => {
  const points = pointsOf([score(4, 60), score(1, 40), score(3, null)], [0, 1, 2, 3, 4].map((week) => cycle(week)));
  expect(points.map((point) => point.score)).toEqual([40, null, null, 60]);
});

it('does not call a cycle missed that is not over', () => {
  const points = pointsOf([score(1, 40)], [cycle(1), cycle(2, 'open'), cycle(3, 'planned')]);
  expect(points).toHaveLength(1);
});

it('does not miss answers to other instruments', () => {
  const points = pointsOf([score(1, 40)], [cycle(1), { ...cycle(2), instrument: 'week' }]);
  expect(points).toHaveLength(1);
});

it('draws a gap as nothing, and a score of zero as zero', () => {
  const option = historyOption(
    pointsOf([score(1, 40), score(3, 0)], [cycle(1), cycle(2), cycle(3)]),
    { id: 'strain', direction: 'higher is worse', minimum: 0, maximum: 100 },
    { unit: '#111111' } as Palette,
    formatFor('en', []),
    { description: '', score: '', noScore: '', late: '' },
  );
  const [series] = option['series'] as { connectNulls: boolean; data: { value: [number, number | null] }[] }[];
  expect(series?.data.map(({ value }) => value[1])).toEqual([40, null, 0]);
  expect(series?.connectNulls).toBe(false);
});

it('compares the latest two scores against the precision of the scale', () => {
  const scores = [score(1, 10), score(2, 60), score(3, null), score(4, 30)];
  expect(changeOf(scores, 31)).toMatchObject({ latest: { score: 30 }, difference: -30, mayBeChance: true });
  expect(changeOf(scores, 30)).toMatchObject({ difference: -30, mayBeChance: false });
  expect(changeOf(scores, null)).toMatchObject({ mayBeChance: null });
  expect(changeOf([score(1, 10)], 31)).toMatchObject({ difference: null });
  expect(changeOf([score(1, null)], 31)).toBeNull();
});
