import type { Figure, Period } from '../api/types';

/** What may be shown of a figure; there is no way from "withheld" to a number. */
export type Shown = { kind: 'level' | 'atMost' | 'atLeast'; value: number; people: string } | { kind: 'withheld' };

export const WITHHELD: Shown = { kind: 'withheld' };

export function shownOf(figure: Figure | null | undefined): Shown {
  if (figure === null || figure === undefined) {
    return WITHHELD;
  }
  for (const [kind, value] of [
    ['level', figure.level],
    ['atMost', figure.atMost],
    ['atLeast', figure.atLeast],
  ] as const) {
    if (typeof value === 'number' && Number.isFinite(value)) {
      return { kind, value, people: figure.people };
    }
  }
  return WITHHELD;
}

/** The unit's own figure of a period: one only where the period is published. */
export function ownFigure(period: Period): Shown {
  return period.state === 'published' ? shownOf(period.figure) : WITHHELD;
}

/** The number of a level for a line; null, and so a gap, for everything else. */
export function levelOf(period: Period): number | null {
  const shown = ownFigure(period);
  return shown.kind === 'level' ? shown.value : null;
}

/** Runs of withheld periods as first and last index. */
export function withheldRuns(periods: readonly Period[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  periods.forEach((period, index) => {
    if (ownFigure(period).kind !== 'withheld') {
      return;
    }
    const latest = runs.at(-1);
    if (latest !== undefined && latest.last === index - 1) {
      latest.last = index;
    } else {
      runs.push({ first: index, last: index });
    }
  });
  return runs;
}

export function oldestFirst(periods: readonly Period[]): Period[] {
  return periods.toSorted((a, b) => Date.parse(a.closesAt) - Date.parse(b.closesAt));
}
