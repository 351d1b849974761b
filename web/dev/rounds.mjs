// Matching rounds, how pairs are found and who is paired with whom, for the mock server.
const names = ['Ada Sandpiper-Oystercatcher', 'Bo Marsh', 'Cleo Dune', 'Dana Reef', 'Eli Sound', 'Fay Estuary', 'Gus Lagoon', 'Hana Skerry', 'Ivo Strand', 'Jo Dunlin'];
const person = (staffId, displayName) => ({ staffId, displayName });
const mentees = names.map((name, i) => person(`S-02${String(i).padStart(2, '0')}`, name));
const mentors = [['S-0077', 'Mar Ríos'], ['S-0012', 'Noa Fjord'], ['S-0101', 'Robin Tidewater'], ['S-0150', 'Sal Kelpwood'], ['S-0151', 'Ines Cala'], ['S-0305', 'Pat Breaker']].map(([staffId, name]) => person(staffId, name));

const weights = { skills: 35, experience: 10, direction: 10, caseload: 10, perspective: 10, languages: 5, place: 5, times: 5, wishes: 5, load: 5 };
const usual = { version: 1, weights, differentUnits: false, leastCommonTimes: 1, automatic: true, mode: 'best', since: null };
let programmes = [usual, { version: 2, weights: { ...weights, skills: 30, perspective: 15 }, differentUnits: true, leastCommonTimes: 1, automatic: true, mode: 'best', since: '2026-10-05T09:00:00Z' }];

const shares = [0.4, 0.5, 0.6, 0.8, 1, 0.9, 0.7, 0.75];
const pointsOf = (share) => Object.fromEntries(Object.entries(programmes[1].weights).map(([id, weight], i) => [id, Math.round(weight * (i === 0 ? share : Math.min(1, share * (0.8 + (i % 4) * 0.15))))]));
const sum = (points) => Object.values(points).reduce((all, each) => all + each, 0);

const id = (number) => `0b6f3c1e-0000-4000-8000-00000000000${number}`;
const decision = (kind, mentor, mentee, reason) => ({ kind, mentor: mentors[mentor], mentee: mentees[mentee], reason, at: '2026-11-19T13:20:00Z', by: 'S-0003' });
let rounds = [
  { roundId: id(1), name: 'Winter round', state: 'open', openedAt: '2026-11-18T08:00:00Z', publishedAt: null, programme: 1, seed: 7, waiting: 10, places: 9, decisions: [decision('pin', 2, 3, 'bothAskedForIt'), decision('forbid', 0, 1, 'tooClose')] },
  { roundId: id(2), name: 'Autumn round', state: 'published', openedAt: '2026-09-01T08:00:00Z', publishedAt: '2026-09-04T10:00:00Z', programme: 1, seed: 3, waiting: 10, places: 9, decisions: [] },
  { roundId: id(3), name: 'A first try', state: 'cancelled', openedAt: '2026-08-20T08:00:00Z', publishedAt: null, programme: 1, seed: 5, waiting: 4, places: 9, decisions: [] },
];

function preview(round) {
  const pairs = shares.map((share, i) => {
    const points = pointsOf(share);
    const pin = round.decisions.find((each) => each.kind === 'pin' && each.mentee.staffId === mentees[i].staffId);
    return { mentor: pin?.mentor ?? mentors[(i * 5) % 6], mentee: mentees[i], score: sum(points), points, pinned: pin !== undefined };
  });
  return { figures: figures('', pairs.map((pair) => pair.score), []), pairs, unmatched: mentees.slice(8) };
}

function figures(name, scores, changed) {
  const total = scores.reduce((all, each) => all + each, 0);
  return { name, matched: scores.length, unmatched: 10 - scores.length, worst: Math.min(...scores), mean: Math.round((10 * total) / scores.length) / 10, total, blockingPairs: name === '' ? 2 : name.length % 2, changed };
}

function explanation(round, menteeId, mentorId) {
  const pair = preview(round).pairs.find((each) => each.mentee.staffId === menteeId);
  const whyNot = {
    [mentors[1].staffId]: { rule: 'notInOwnLineOfManagement', score: null, points: {}, matched: null, worst: null, total: null, changed: [] },
  }[mentorId] ?? { rule: null, score: sum(pointsOf(0.62)), points: pointsOf(0.62), matched: 1, worst: 4, total: 61, changed: [mentees[4].staffId, mentees[6].staffId] };
  return {
    mentorId: pair?.mentor.staffId ?? null,
    points: pair?.points ?? {},
    ofMentors: { place: pair ? 2 : null, of: 4 },
    ofMentees: pair ? { place: 1, of: 7 } : null,
    forbidden: { notInOwnLineOfManagement: 1, notForThisPair: 2, enoughCommonTimes: 3 },
    competition: pair ? null : { menteeIds: [mentees[0], mentees[5], mentees[8], mentees[9]].map((each) => each.staffId), mentorIds: [mentors[0], mentors[1]].map((each) => each.staffId), places: 3 },
    whyNot: mentorId === null ? null : whyNot,
  };
}

const couples = [
  { matchId: 'M-21', mentor: mentors[0], mentee: person('S-0142', 'Alex Saltmarsh'), since: null, state: 'proposed', score: 66 },
  { matchId: 'M-22', mentor: mentors[1], mentee: mentees[2], since: '2026-08-03T09:00:00Z', state: 'active', score: 72 },
  { matchId: 'M-23', mentor: mentors[1], mentee: person('S-0099', null), since: '2026-02-03T09:00:00Z', state: 'ended', score: 81 },
];

/** What is answered about rounds; undefined where it is about something else. A status of 400 and more is a refusal. */
export function answerRounds(method, path, query, body, staffId) {
  const [what, roundId, ...rest] = path.replace('/api/mentorship-matching/', '').split('/');
  if (what === 'matches') {
    return { body: couples };
  }
  if (what === 'programme') {
    if (method === 'PUT') {
      programmes = [...programmes, { ...body, version: body.version + 1, since: '2026-11-20T09:00:00Z' }];
      return { body: programmes.at(-1) };
    }
    return { body: programmes };
  }
  if (what !== 'rounds') {
    return undefined;
  }
  if (roundId === undefined) {
    return { body: rounds };
  }
  const round = rounds.find((each) => each.roundId === roundId);
  const change = (part) => {
    rounds = rounds.map((each) => (each.roundId === roundId ? { ...each, ...part } : each));
    return { body: rounds.find((each) => each.roundId === roundId) };
  };
  switch (`${method} ${rest[0] ?? ''}`) {
    case 'PUT ':
      rounds = round ? rounds : [{ ...rounds[0], roundId, name: body.name, programme: programmes.at(-1).version, decisions: [] }, ...rounds];
      return { body: rounds.find((each) => each.roundId === roundId) };
    case 'GET preview':
      return { body: preview(round) };
    case 'GET mentors':
      // somebody has a namesake
      return { body: [...mentors, person('S-0306', 'Ines Cala')] };
    case 'GET explanation':
      return { body: explanation(round, query.get('menteeId'), query.get('mentorId')) };
    case 'GET verification':
      return { body: { same: true, erased: false } };
    case 'POST comparison': {
      const { pairs, ...now } = preview(round);
      const scores = pairs.map((pair) => pair.score);
      return { body: [now.figures, ...body.alternatives.map((each, i) => figures(each.name, scores.map((score, at) => score + ((at * (i + 3)) % 5) - 1), mentees.slice(0, 2 + 5 * i).map((mentee) => mentee.staffId)))] };
    }
    case 'POST refresh':
      return change({});
    case 'PUT programme':
      return change({ programme: body.version });
    case 'PUT state': {
      const { pairs } = preview(round);
      if (body.state === 'published') {
        return { status: 409, body: { type: 'urn:holdfast:problem:round-is-old', status: 409, detail: '2 of the pairs are not possible any more.', pairs: pairs.slice(0, 2).map(({ mentor, mentee }, i) => ({ mentorId: mentor.staffId, menteeId: mentee.staffId, because: ['doesNotWaitAnyMore', 'mentorHasAPlaceLeft'][i] })) } };
      }
      return change({ state: body.state });
    }
    default: {
      const [menteeId, mentorId] = rest.slice(1);
      const others = round.decisions.filter((each) => each.mentee.staffId !== menteeId || each.mentor.staffId !== mentorId);
      const known = (people, wanted) => people.find((each) => each.staffId === wanted) ?? person(wanted, null);
      return change({ decisions: method === 'DELETE' ? others : [...others, { ...body, mentor: known(mentors, mentorId), mentee: known(mentees, menteeId), at: '2026-11-20T09:00:00Z', by: staffId }] });
    }
  }
}
