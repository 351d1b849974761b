// Peer circles and supervision groups: one's own, those to join, and how HR forms them, for the mock server.
const names = { 'S-0142': 'Alex Saltmarsh', 'S-0150': 'Sal Kelpwood', 'S-0151': 'Ines Cala', 'S-0161': 'Jo Dunlin', 'S-0162': 'Bo Marsh', 'S-0163': 'Ada Sandpiper-Oystercatcher', 'S-0164': 'Hana Skerry' };
const people = (...staffIds) => staffIds.map((staffId) => ({ staffId, displayName: names[staffId] ?? null }));
const open = (circleId, kind, more) => ({ circleId, kind, topics: ['self-care', 'difficult-conversations'], halfDay: 'thu-am', rhythmDays: 14, size: '5-6', ...more });
const circle = (circleId, kind, state, more) => ({
  circleId,
  kind,
  state,
  answerBy: null,
  accepted: true,
  since: null,
  members: people('S-0142', 'S-0150', 'S-0161', 'S-0163', 'S-0164'),
  languages: ['en'],
  topics: ['self-care', 'workload-planning'],
  halfDay: 'tue-pm',
  rhythmDays: 14,
  meetings: [],
  merging: null,
  ...more,
});
const meetings = ['2026-11-24', '2026-12-08', '2026-12-22'].map((on, i) => ({ on, facilitator: people('S-0142', 'S-0163', 'S-0099')[i].displayName ? people('S-0142', 'S-0163')[i] : null }));

let own = [
  circle('C-1', 'circle', 'active', { since: '2026-08-11T09:00:00Z', meetings, merging: { answerBy: '2026-12-04T09:00:00Z', agreed: true, coming: 2, into: null } }),
  circle('C-2', 'supervision-group', 'proposed', { accepted: false, answerBy: '2026-11-27T08:00:00Z', members: people('S-0142', 'S-0151', 'S-0162', 'S-0164'), topics: ['case-planning'], halfDay: 'wed-am' }),
  circle('C-3', 'supervision-group', 'lapsed', { members: [], languages: [], topics: [] }),
];
const small = [
  circle('C-4', 'circle', 'active', {
    since: '2026-05-11T09:00:00Z',
    members: people('S-0101', 'S-0151', 'S-0162'),
    meetings: meetings.slice(1, 2),
    merging: { answerBy: '2026-12-04T09:00:00Z', agreed: false, coming: null, into: open('C-1', 'circle') },
  }),
];
const toJoin = [open('C-7', 'supervision-group'), open('C-8', 'supervision-group', { topics: [], halfDay: 'mon-pm', rhythmDays: 7, size: '1-4' })];

/** What is answered about one's own circles; undefined where it is about something else. */
export function answerCircles(method, path, body, supervisor) {
  const found = /^\/api\/mentorship-matching\/me\/circles(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(path);
  if (!found) {
    return undefined;
  }
  const [, circleId, what] = found;
  if (circleId === undefined) {
    return { body: supervisor ? small : own };
  }
  if (circleId === 'open') {
    return method === 'GET' ? { body: toJoin } : { status: 409, body: { type: 'urn:holdfast:problem:circle-is-full', status: 409, detail: 'The last place in this circle was taken a moment ago. Choose another one.' } };
  }
  const change = {
    state: body?.state === 'active' ? { accepted: true } : { state: 'left', members: [] },
    plan: { ...body, meetings: [{ on: body?.nextOn, facilitator: people('S-0142')[0] }] },
    merging: { merging: null },
  }[what];
  own = own.map((each) => (each.circleId === circleId ? { ...each, ...change } : each));
  const changed = own.find((each) => each.circleId === circleId);
  own = own.filter((each) => each.state !== 'left');
  return { body: changed };
}

const forming = (id, more) => ({ formingId: `0b6f3c1e-0000-4000-8000-00000000001${id}`, name: 'Winter circles', kind: 'circle', differentUnits: true, newCompany: true, state: 'open', openedAt: '2026-11-18T08:00:00Z', publishedAt: null, seed: 7, people: 13, ...more });
let formings = [
  forming(1),
  forming(2, { name: 'Autumn groups', kind: 'supervision-group', differentUnits: false, state: 'published', publishedAt: '2026-09-04T10:00:00Z', people: 10 }),
  forming(3, { name: 'A first try', state: 'cancelled', people: 4 }),
];
const points = { perspective: 250, service: 130, topics: 190, sharedCaseload: 95, otherCaseload: 60 };
const formed = (id, halfDay, members, more) => ({ circleId: `F-${id}`, members, halfDay, languages: ['en'], topics: ['self-care'], score: 725, points, ...more });
const preview = {
  figures: { circles: 2, placed: 10, score: 1450, bound: 1489, ratio: 1450 / 1489 },
  circles: [
    formed(1, 'tue-pm', people('S-0142', 'S-0150', 'S-0161', 'S-0163', 'S-0164')),
    formed(2, 'thu-am', ['Cleo Dune', 'Dana Reef', 'Eli Sound', 'Fay Estuary', 'Gus Lagoon'].map((displayName, i) => ({ staffId: `S-03${i}`, displayName })), { topics: ['self-care', 'workload-planning'], languages: ['en', 'es'] }),
  ],
  leftOut: [
    { person: people('S-0151')[0], rule: 'commonTime', because: 'There is no half day on which enough others can meet too.' },
    { person: people('S-0162')[0], rule: 'room', because: 'The sizes of the circles, and who must not be together, leave no place.' },
    { person: { staffId: 'S-0305', displayName: 'Pat Breaker' }, rule: 'experience', because: 'Each circle needs somebody who has been here for three years, and there are too few of them.' },
  ],
  obstacles: [
    { rule: 'differentUnits', because: 'They work in the same unit, and there are fewer circles than people in it.', people: 4, room: 2 },
    { rule: 'apart', because: 'There are too many who must not be together.', people: null, room: null },
  ],
};
const overview = [
  { circleId: 'C-9', kind: 'circle', state: 'proposed', since: null, members: [] },
  { circleId: 'C-1', kind: 'circle', state: 'active', since: '2026-08-11T09:00:00Z', members: people('S-0142', 'S-0150', 'S-0161', 'S-0163', 'S-0164') },
  { circleId: 'C-6', kind: 'supervision-group', state: 'ended', since: '2026-01-11T09:00:00Z', members: people('S-0099', 'S-0150', 'S-0161') },
];

/** What is answered to HR about circles; undefined where it is about something else. */
export function answerFormings(method, path, body) {
  const [what, formingId, part] = path.replace('/api/mentorship-matching/', '').split('/');
  if (what === 'circles') {
    return { body: overview };
  }
  if (what !== 'circle-formings') {
    return undefined;
  }
  if (formingId === undefined) {
    return { body: formings };
  }
  const found = formings.find((each) => each.formingId === formingId);
  switch (part) {
    case 'preview':
      return { body: preview };
    case 'verification':
      return { body: { same: true, erased: false } };
    case 'state':
      if (body.state === 'published') {
        return { status: 409, body: { type: 'urn:holdfast:problem:forming-is-old', status: 409, detail: '1 of the circles are not possible any more.', circles: 1 } };
      }
      formings = formings.map((each) => (each === found ? { ...each, state: body.state } : each));
      return { body: formings.find((each) => each.formingId === formingId) };
    default:
      formings = found ? formings : [{ ...formings[0], formingId, ...body, state: 'open' }, ...formings];
      return { body: formings.find((each) => each.formingId === formingId) };
  }
}
