import type { OwnScore } from '../api/types';

export interface Point {
  at: number;
  /** null is a gap: the line breaks there. */
  score: number | null;
  of: OwnScore | null;
}

/** Oldest first; a week without an answer is not in the list that the service sends, so a gap is put where time passed without one. */
export function pointsOf(scores: readonly OwnScore[]): Point[] {
  const ordered = scores.toSorted((a, b) => Date.parse(a.closesAt) - Date.parse(b.closesAt));
  const usual = usualInterval(ordered);
  const points: Point[] = [];
  let before: number | null = null;
  for (const of of ordered) {
    const at = Date.parse(of.closesAt);
    if (before !== null && at - before > usual * 1.5) {
      points.push({ at: (before + at) / 2, score: null, of: null });
    }
    points.push({ at, score: of.score, of });
    before = at;
  }
  return points;
}

/** The shortest time between two pulses is the programme's rhythm, unless one was held twice in quick succession. */
function usualInterval(ordered: readonly OwnScore[]): number {
  const intervals = ordered
    .slice(1)
    .map((score, i) => Date.parse(score.closesAt) - Date.parse(ordered[i]?.closesAt ?? score.closesAt))
    .filter((interval) => interval > 0)
    .toSorted((a, b) => a - b);
  return intervals[Math.floor(intervals.length / 4)] ?? Infinity;
}

export interface Change {
  latest: OwnScore & { score: number };
  difference: number | null;
  mayBeChance: boolean;
}

/** The latest score beside the one before it. */
export function changeOf(scores: readonly OwnScore[], minimalDetectableChange: number): Change | null {
  const scored = scores
    .filter((score): score is OwnScore & { score: number } => score.score !== null)
    .toSorted((a, b) => Date.parse(b.closesAt) - Date.parse(a.closesAt));
  const [latest, previous] = scored;
  if (latest === undefined) {
    return null;
  }
  const difference = previous === undefined ? null : Math.round(latest.score) - Math.round(previous.score);
  return { latest, difference, mayBeChance: difference === null || Math.abs(difference) < minimalDetectableChange };
}
