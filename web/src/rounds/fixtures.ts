import type { Explanation, MatchingProgramme, Person, Round, RoundPreview } from '../api/types';

/** What the services answer in the tests of this folder. */
export const API = '/api/mentorship-matching';
export const ID = '0b6f3c1e-0000-4000-8000-000000000001';
export const ROUND = `${API}/rounds/${ID}`;

export const ann: Person = { staffId: 'S-1', displayName: 'Ann' };
export const ben: Person = { staffId: 'S-2', displayName: 'Ben' };
export const cas: Person = { staffId: 'S-3', displayName: 'Cas' };
export const max: Person = { staffId: 'S-8', displayName: 'Max' };
export const mia: Person = { staffId: 'S-9', displayName: 'Mia' };

/** Who offers places in the round, the mentee Ann among them, and two of the same name. */
export const mentors: Person[] = [ann, { staffId: 'S-6', displayName: 'Jan Newcomer' }, max, { staffId: 'S-10', displayName: 'Mia' }, mia, { staffId: 'S-5', displayName: 'Tess Known' }];

export const usual: MatchingProgramme = {
  version: 1,
  weights: { skills: 35, experience: 10, direction: 10, caseload: 10, perspective: 10, languages: 5, place: 5, times: 5, wishes: 5, load: 5 },
  differentUnits: false,
  leastCommonTimes: 1,
  automatic: true,
  mode: 'best',
  since: null,
};
export const second: MatchingProgramme = { ...usual, version: 2, weights: { ...usual.weights, skills: 30, wishes: 10 }, differentUnits: true, mode: 'stable', since: '2026-10-05T09:00:00Z' };

export const round: Round = {
  roundId: ID,
  name: 'Winter round',
  state: 'open',
  openedAt: '2026-11-18T08:00:00Z',
  publishedAt: null,
  programme: 1,
  waiting: 3,
  places: 2,
  decisions: [{ kind: 'pin', mentor: mia, mentee: ben, reason: 'bothAskedForIt', at: '2026-11-19T13:20:00Z', by: 'S-0003' }],
};

export const preview: RoundPreview = {
  figures: { name: '', matched: 2, unmatched: 1, worst: 45, mean: 58.5, total: 117, blockingPairs: 1, changed: [] },
  pairs: [
    { mentor: max, mentee: ann, score: 72, points: { skills: 35, experience: 4, load: 5, wishes: 28 }, pinned: false },
    { mentor: mia, mentee: ben, score: 45, points: { skills: 20, times: 25 }, pinned: true },
  ],
  unmatched: [cas],
};

export const explanation: Explanation = { mentorId: 'S-8', points: {}, ofMentors: { place: 2, of: 4 }, ofMentees: { place: 1, of: 3 }, forbidden: { notForThisPair: 1, enoughCommonTimes: 3 }, competition: null, whyNot: null };

export const staff = [
  { staffId: 'S-0003', displayName: 'Kim Harbour' },
  { staffId: 'S-7', displayName: 'Lou Former', active: false },
  { staffId: 'S-6', displayName: 'Jan Newcomer', active: true },
];
