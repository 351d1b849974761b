const OPTIONS = ['never', 'seldom', 'sometimes', 'often', 'always'] as const;

/**
 * The answer option that lies nearest to a score: the options stand for 0, 25, 50, 75 and 100 points, so this restates what the
 * person said and claims no norm.
 */
export function wordsFor(score: number): (typeof OPTIONS)[number] {
  return OPTIONS[Math.min(4, Math.max(0, Math.round(score / 25)))] ?? 'sometimes';
}
