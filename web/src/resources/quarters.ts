const SHOWN = 4;

/** The last quarters that are over, the latest first, as the service names them: by the calendar of UTC. */
export function finishedQuarters(now: Date): string[] {
  const current = now.getUTCFullYear() * 4 + Math.floor(now.getUTCMonth() / 3);
  return Array.from({ length: SHOWN }, (_, back) => current - 1 - back).map((quarter) => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`);
}
