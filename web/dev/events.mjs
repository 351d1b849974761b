// Events and learning groups, for the mock server.
const person = (staffId, displayName) => ({ staffId, displayName });
const kim = person('S-0003', 'Kim Harbour');
const mar = person('S-0077', 'Mar Ríos');
const alex = person('S-0142', 'Alex Saltmarsh');
const event = (id, title, startsAt, endsAt, more) => ({
  eventId: `00000000-0000-4000-8000-0000000000e${id}`, title, startsAt, endsAt, repetition: null, next: { number: 1, startsAt, endsAt }, place: 'Room 12, first floor', topic: 'self-care', places: 12, organiser: kim, people: [], cancelled: false, ...more,
});
const usual = [
  event(2, 'Open consultation: what is on your desk', '2026-11-20T11:30:00Z', '2026-11-20T12:30:00Z', { topic: 'case-planning', places: 6, organiser: mar, people: [person('S-0150', 'Sal Kelpwood')] }),
  event(1, 'Standing up in court', '2026-11-10T15:00:00Z', '2026-11-10T16:30:00Z', {
    repetition: { everyDays: 7, times: 6, zone: 'Europe/Berlin' }, next: { number: 3, startsAt: '2026-11-24T15:00:00Z', endsAt: '2026-11-24T16:30:00Z' }, topic: 'court-work', places: 8, organiser: mar, place: 'https://meet.example.org/standing-up-in-court', people: [alex, person('S-0150', 'Sal Kelpwood'), person('S-0151', 'Ines Cala')],
  }),
  event(3, 'Breathing at noon', '2026-11-26T11:00:00Z', '2026-11-26T11:30:00Z', { places: 2, people: [person('S-0150', 'Sal Kelpwood'), person('S-0161', 'Jo Dunlin')] }),
  event(4, 'Saying no to a fourth family: two afternoons on workload, with time to practise in pairs', '2026-12-02T13:00:00Z', '2026-12-02T17:00:00Z', {
    repetition: { everyDays: 14, times: 2, zone: 'Europe/Berlin' }, next: { number: 1, startsAt: '2026-12-02T13:00:00Z', endsAt: '2026-12-02T17:00:00Z' }, topic: 'workload-planning', people: [person('S-0161', 'Jo Dunlin'), person('S-0150', 'Sal Kelpwood')],
  }),
  event(5, 'A walk along the harbour', '2026-12-04T14:00:00Z', '2026-12-04T16:00:00Z', { topic: 'work-life-balance', place: 'At the lighthouse', people: [alex], cancelled: true }),
];
let events = usual;

/** What is answered about events; undefined where it is about something else. */
export function answerEvents(method, path, body, { staffId, name }) {
  const found = /^\/api\/mentorship-matching\/events(?:\/([^/]+))?(\/.+)?$/.exec(path);
  if (!found) {
    return undefined;
  }
  const seen = ({ people, ...each }) => ({ ...each, free: each.places - people.length, joined: people.some((one) => one.staffId === staffId), people: each.organiser.staffId === staffId ? people : null });
  const [, id, rest] = found;
  if (id === undefined) {
    return { body: events.map(seen) };
  }
  const known = events.find((each) => each.eventId === id);
  const change = (more) => {
    const next = { people: [], cancelled: false, organiser: { staffId, displayName: name }, ...known, ...more, eventId: id };
    events = [...events.filter((each) => each.eventId !== id), next].toSorted((one, other) => one.next.startsAt.localeCompare(other.next.startsAt));
    return { body: seen(next) };
  };
  if (rest === '/participation') {
    const others = known.people.filter((each) => each.staffId !== staffId);
    return change({ people: method === 'PUT' ? [...others, { staffId, displayName: name }] : others });
  }
  if (method === 'DELETE') {
    return change({ cancelled: true });
  }
  if (known && body.places < known.people.length) {
    const detail = `${known.people.length} people have joined already. Keep at least as many places.`;
    return { status: 409, body: { type: 'urn:holdfast:problem:more-have-joined', status: 409, detail, pointer: '/places' } };
  }
  return change({ ...body, next: { number: 1, startsAt: body.startsAt, endsAt: body.endsAt } });
}

export function resetEvents(none) {
  events = none ? [] : usual;
}
