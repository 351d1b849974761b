import type { Period, Trend } from '../api/types';

/** A trend with every kind of period, for tests. */
const nothing: Period = { cycleId: '', closesAt: '', state: 'withheld', figure: null, reason: null, together: [], togetherFigure: null };

export function period(week: number, more: Partial<Period>): Period {
  return { ...nothing, cycleId: `2026-W${week}`, closesAt: new Date(Date.UTC(2026, 0, 4 + 7 * week)).toISOString(), ...more };
}

export function published(week: number, level: number): Period {
  return period(week, { state: 'published', figure: { level, atMost: null, atLeast: null, people: '5-9' } });
}

export function withheld(week: number, more: Partial<Period> = {}): Period {
  return period(week, { state: 'withheld', reason: 'fewer than 5 answers', ...more });
}

const east = { unitId: 'U-07', name: 'East' };
const west = { unitId: 'U-08', name: 'West' };

export const sample: Trend = {
  unit: east,
  scale: { id: 'strain', direction: 'higher is worse', minimum: 0, maximum: 100 },
  periods: [
    published(10, 41),
    withheld(11, { together: [east, west], togetherFigure: { level: 48, atMost: null, atLeast: null, people: '10-19' } }),
    withheld(12),
    published(13, 52),
    period(14, { state: 'published', figure: { level: null, atMost: 12, atLeast: null, people: '5-9' } }),
    period(15, { state: 'published', figure: { level: null, atMost: null, atLeast: 88, people: '5-9' } }),
    published(16, 0),
  ],
  parents: [{ unit: { unitId: 'U-02', name: 'Department' }, periods: [published(10, 44), withheld(11), published(13, 45)] }],
};
