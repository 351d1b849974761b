import type { OwnScore, PlannedCycle } from '../api/types';

export interface Point {
  at: number;
  /** null is a gap: the line breaks there. */
  score: number | null;
  of: OwnScore | null;
}

/** Oldest first, from the first answer on; a closed cycle without an answer is a gap, and so is an answer without a score. */
export function pointsOf(scores: readonly OwnScore[], cycles: readonly PlannedCycle[]): Point[] {
  const answered = new Set(scores.map((score) => score.cycleId));
  const first = Math.min(...scores.map((score) => Date.parse(score.closesAt)));
  const points = [
    ...scores.map((of): Point => ({ at: Date.parse(of.closesAt), score: of.score, of })),
    ...cycles
      // other instruments have a history of their own
      .filter((cycle) => cycle.instrument === 'pulse')
      .filter((cycle) => cycle.state === 'closed' && !answered.has(cycle.cycleId) && Date.parse(cycle.closesAt) > first)
      .map((cycle): Point => ({ at: Date.parse(cycle.closesAt), score: null, of: null })),
  ];
  return points.toSorted((a, b) => a.at - b.at);
}

export interface Change {
  latest: OwnScore & { score: number };
  difference: number | null;
  /** null where the precision of the scale is not known. */
  mayBeChance: boolean | null;
}

/** The latest score beside the one before it. */
export function changeOf(scores: readonly OwnScore[], minimalDetectableChange: number | null): Change | null {
  const scored = scores
    .filter((score): score is OwnScore & { score: number } => score.score !== null)
    .toSorted((a, b) => Date.parse(b.closesAt) - Date.parse(a.closesAt));
  const [latest, previous] = scored;
  if (latest === undefined) {
    return null;
  }
  const difference = previous === undefined ? null : Math.round(latest.score) - Math.round(previous.score);
  const mayBeChance = difference === null || minimalDetectableChange === null ? null : Math.abs(difference) < minimalDetectableChange;
  return { latest, difference, mayBeChance };
}
