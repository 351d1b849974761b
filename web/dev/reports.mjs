// HR's reports on the matching programme, for the mock server: the second month has plenty to tell, the newest one keeps some older figures, the first one has little.
const band = (from, to) => ({ from, to });
const few = band(0, 4);
const amount = (asOf, about) => ({ asOf, about });
const end = (month) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().replace('.000', '');
const counted = (from, month) => ({ from: from && `${from}-01T00:00:00Z`, to: end(month) });

let months = [];

/** Decides of which months there are reports; none before the first. */
export function showReports(any) {
  months = any ? ['2026-10', '2026-09', '2026-08'] : [];
}
showReports(true);

function pool(month) {
  if (month === '2026-08') {
    return { waiting: amount(month, few), waitingFor: null, free: amount(month, few), places: [], skills: [], found: null };
  }
  const waiting = amount(month, month === '2026-09' ? band(10, 19) : band(20, 49));
  const old = amount('2026-09', band(10, 19));
  const skill = (name, wanted, free, supply, asOf = month) => ({ name, waiting: amount(month, wanted), free: amount(asOf, free), supply });
  return {
    waiting,
    waitingFor: { median: band(31, 60), lowerQuartile: month === '2026-09' ? null : band(15, 30), upperQuartile: month === '2026-09' ? null : band(91, 180) },
    free: old,
    places: [
      { asOf: '2026-09', names: ['Harbour House'], waiting: band(10, 19), free: band(5, 9), supply: 'tooFew' },
      { asOf: '2026-09', names: ['Mill Lane', 'Old Quay', 'unknown'], waiting: band(5, 9), free: band(5, 9), supply: 'enough' },
    ],
    skills: [
      skill('career-development', band(5, 9), band(5, 9), 'enough', '2026-09'),
      skill('court-work', band(10, 19), few, 'tooFew'),
      skill('difficult-conversations', band(10, 19), band(5, 9), 'tooFew'),
      skill('self-care', few, band(10, 19), 'plenty', '2026-09'),
    ],
    found: { ...counted(null, '2026-09'), people: band(10, 19), days: { median: band(8, 14), lowerQuartile: null, upperQuartile: null } },
  };
}

function outcomes(month) {
  if (month === '2026-08') {
    return { begun: null, stillLiving: null, lasted: null };
  }
  return {
    begun: { ...counted('2026-09', month), share: { about: null, atLeast: 60, atMost: null, people: band(10, 19) } },
    stillLiving: { ...counted(null, month), share: { about: 70, atLeast: null, atMost: null, people: band(20, 49) } },
    lasted: month === '2026-09' ? null : { ...counted(null, month), people: band(10, 19), days: { median: band(181, 365), lowerQuartile: null, upperQuartile: null } },
  };
}

function fairness(month) {
  if (month === '2026-08') {
    return null;
  }
  const line = (names, people, matched, score) => ({ names, people, matched, score });
  return {
    ...counted(null, '2026-09'),
    total: line(['all'], band(50, 99), 60, 68),
    units: { lines: [line(['U-02', 'U-07'], band(20, 49), 80, 74), line(['U-08', 'U-09', 'U-03', 'U-10', 'U-11'], band(20, 49), 40, 63)], sharesDiffer: true, scoresDiffer: false },
    service: { lines: [line(['<1', '1-3'], band(20, 49), 60, 67), line(['3-7', '7+', 'unknown'], band(20, 49), 60, 69)], sharesDiffer: false, scoresDiffer: false },
    languages: null,
  };
}

function feedback() {
  const means = (...each) => each.map(([item, mean, beyond = null]) => ({ item, mean, beyond }));
  return [
    { quarter: '2026-Q3', side: 'mentor', people: null, means: [] },
    { quarter: '2026-Q3', side: 'mentee', people: '10-19', means: means(['fit', 4.1], ['helpful', 3.8], ['safe', 4.8, 'more']) },
    { quarter: '2026-Q3', side: 'supervisee', people: '5-9', means: means(['clear-agreements', 3.4], ['time', 1.5, 'less'], ['supported', 3.9]) },
    { quarter: '2026-Q2', side: 'mentor', people: '5-9', means: means(['fit', 4.4], ['helpful', 3.6], ['safe', 4.5, 'more']) },
    { quarter: '2026-Q2', side: 'mentee', people: null, means: [] },
  ];
}

const reports = { pool, outcomes, fairness };

/** What the service answers about the reports; nothing where it is not asked about them. */
export function answerReports(path, asked) {
  const [, below] = /^\/api\/mentorship-matching\/reports(?:\/(\w+))?$/.exec(path) ?? [null, null];
  if (below === null) {
    return undefined;
  }
  if (below === undefined) {
    return { body: { months, nextAt: '2026-12-01T00:00:00Z' } };
  }
  if (below === 'feedback') {
    return { body: months.length === 0 ? [] : feedback() };
  }
  const month = months.find((each) => asked === null || each === asked);
  if (month === undefined) {
    return { status: 404, body: { type: 'urn:holdfast:problem:no-report', status: 404, detail: 'There is no such report. Leave the month out to read the last one.' } };
  }
  return { body: { month, madeAt: end(month).replace('00:00:00', '00:00:12'), report: reports[below](month) } };
}
