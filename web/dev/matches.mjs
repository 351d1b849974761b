// The matches of the matching service and what one says about one's own part, for the mock server.
const points = [
  { criterion: 'skills', points: 40, because: 'offers 2 of 3 wanted: court-work, documentation' },
  { criterion: 'perspective', points: 15, because: 'works in another part of the agency' },
  { criterion: 'languages', points: 10, because: 'both speak en' },
  { criterion: 'load', points: 7, because: 'has 1 of 2 places free' },
];

const colleagues = { 'S-0077': 'Mar Ríos', 'S-0150': 'Sal Kelpwood', 'S-0151': 'Ines Cala', 'S-0101': 'Robin Tidewater', 'S-0012': 'Noa Fjord', 'S-0161': 'Jo Dunlin', 'S-0162': 'Bo Marsh', 'S-0163': 'Ada Sandpiper-Oystercatcher' };
const named = (staffId) => ({ staffId, displayName: colleagues[staffId] ?? null });

const match = (id, as, staffId, state, more) => ({ matchId: `M-${id}`, as, with: named(staffId), since: null, state, answerBy: null, accepted: true, endedByRule: null, score: 72, points, ...more });

let matches = [
  match(1, 'mentee', 'S-0077', 'active', { since: '2026-08-03T09:00:00Z' }),
  match(2, 'mentor', 'S-0161', 'proposed', { accepted: false, answerBy: '2026-11-27T08:00:00Z' }),
  match(3, 'mentor', 'S-0163', 'proposed', { answerBy: '2026-11-28T08:00:00Z' }),
  match(4, 'mentor', 'S-0162', 'paused', { since: '2026-06-15T09:00:00Z' }),
  match(5, 'mentee', 'S-0012', 'lapsed'),
  match(6, 'mentee', 'S-0101', 'ended', { since: '2026-02-02T09:00:00Z', endedByRule: 'notInOwnLineOfManagement' }),
  match(7, 'mentee', 'S-0099', 'ended', { since: '2025-09-01T09:00:00Z' }),
];

/** To who is held nothing is proposed. */
export const ownMatches = (held) => (held ? matches.filter((each) => each.state !== 'proposed') : matches);

/** The other one says yes to nothing here: a proposal goes on waiting. */
export function changeMatch(id, wanted) {
  matches = matches.map((each) => {
    if (each.matchId !== id) {
      return each;
    }
    return each.state !== 'proposed' ? { ...each, state: wanted } : wanted === 'active' ? { ...each, accepted: true } : { ...each, state: 'lapsed', accepted: true, answerBy: null };
  });
  return matches.find((each) => each.matchId === id);
}

let participation = { onHold: false, becauseUnanswered: false, apart: [named('S-0151')] };

export const ownParticipation = (held) => (held ? { ...participation, onHold: true, becauseUnanswered: true } : participation);

export function participate({ onHold, apart }) {
  participation = { onHold, becauseUnanswered: false, apart: apart.map(named) };
  return participation;
}

const plain = (name) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const colleagueOf = (staffId) => colleagues[staffId] ?? null;

export const colleaguesBy = (name) =>
  Object.entries(colleagues)
    .filter(([, displayName]) => plain(displayName).includes(plain(name)))
    .map(([staffId, displayName]) => ({ staffId, displayName }));
