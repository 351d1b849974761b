import type { Band, FairnessReport, FeedbackReport, OutcomesReport, PoolReport } from '../api/reports';

/** What the services answer in the tests of this folder. */
export const REPORTS = '/api/mentorship-matching/reports';

const band = (from: number, to: number): Band => ({ from, to });
const few = band(0, 4);

export const pool: PoolReport = {
  waiting: { asOf: '2026-10', about: band(10, 19) },
  waitingFor: { median: band(31, 60), lowerQuartile: null, upperQuartile: null },
  free: { asOf: '2026-08', about: few },
  places: [
    { asOf: '2026-10', names: ['North'], waiting: band(10, 19), free: band(5, 9), supply: 'tooFew' },
    { asOf: '2026-10', names: ['South', 'unknown'], waiting: band(5, 9), free: band(20, 49), supply: 'plenty' },
  ],
  skills: [
    { name: 'court-work', waiting: { asOf: '2026-10', about: band(5, 9) }, free: { asOf: '2026-09', about: few }, supply: 'tooFew' },
    { name: 'self-care', waiting: { asOf: '2026-10', about: few }, free: { asOf: '2026-10', about: band(5, 9) }, supply: 'plenty' },
  ],
  found: { from: '2026-09-01T00:00:00Z', to: '2026-11-01T00:00:00Z', people: band(20, 49), days: { median: band(15, 30), lowerQuartile: band(8, 14), upperQuartile: band(1826, 2147483647) } },
};

export const outcomes: OutcomesReport = {
  begun: { from: null, to: '2026-11-01T00:00:00Z', share: { about: null, atLeast: 60, atMost: null, people: band(10, 19) } },
  stillLiving: { from: '2026-10-01T00:00:00Z', to: '2026-11-01T00:00:00Z', share: { about: 70, atLeast: null, atMost: null, people: band(20, 49) } },
  lasted: { from: null, to: '2026-10-01T00:00:00Z', people: band(10, 19), days: { median: band(181, 365), lowerQuartile: null, upperQuartile: null } },
};

export const fairness: FairnessReport = {
  from: null,
  to: '2026-11-01T00:00:00Z',
  total: { names: ['all'], people: band(50, 99), matched: 50, score: 71 },
  units: {
    lines: [
      { names: ['U-07'], people: band(20, 49), matched: 80, score: 80 },
      { names: ['U-08', 'U-99'], people: band(20, 49), matched: 0, score: 62 },
    ],
    sharesDiffer: true,
    scoresDiffer: false,
  },
  service: {
    lines: [
      { names: ['<1', '1-3'], people: band(20, 49), matched: 50, score: 70 },
      { names: ['7+', 'unknown'], people: band(20, 49), matched: 60, score: 72 },
    ],
    sharesDiffer: false,
    scoresDiffer: true,
  },
  languages: null,
};

export const feedback: FeedbackReport[] = [
  { quarter: '2026-Q3', side: 'mentor', people: null, means: [] },
  { quarter: '2026-Q3', side: 'mentee', people: null, means: [] },
  {
    quarter: '2026-Q2',
    side: 'mentee',
    people: '5-9',
    means: [
      { item: 'fit', mean: 3.2, beyond: null },
      { item: 'helpful', mean: 1.5, beyond: 'less' },
      { item: 'safe', mean: 4.5, beyond: 'more' },
    ],
  },
];
