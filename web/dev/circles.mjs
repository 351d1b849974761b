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
