import type { Match, OwnSession } from '../api/types';
import { gateway, json } from '../test/gateway';

export const BASE = '/api/mentorship-matching/me/gatherings/match/M-1';
export const mar = { staffId: 'S-0077', displayName: 'Mar Ríos' };
export const me = { staffId: 'S-0142', displayName: 'Someone' };
export const match: Match = { matchId: 'M-1', as: 'mentee', with: mar, since: '2026-08-03T09:00:00Z', state: 'active', answerBy: null, accepted: true, endedByRule: null, score: 70, points: [] };
export const gathering = { kind: 'match', id: 'M-1', name: 'Mar Ríos', living: true, asked: true } as const;
export const planned: OwnSession = { sessionId: 's-1', state: 'planned', startsAt: '2099-05-06T09:30:00Z', minutes: 45, where: 'Room 12', topics: ['court-work'] };
export const held: OwnSession = { sessionId: 's-2', state: 'held', startsAt: '2026-05-06T09:30:00Z', minutes: 60, where: null, topics: [] };

export const words = {
  'GET /api/profile/vocabulary': () => json({ tags: [{ id: 'court-work', label: 'Court work' }, { id: 'self-care', label: 'Self-care' }], caseloads: [], directions: [], times: [{ id: 'tue-pm', label: 'Tuesday afternoon' }], meets: [], wants: { asMentor: [], asMentee: [] } }),
};

/** A gateway that knows these sessions. */
export function having(sessions: OwnSession[], more: Parameters<typeof gateway>[0] = {}) {
  return gateway({ ...words, [`GET ${BASE}/sessions`]: () => json(sessions), ...more });
}
