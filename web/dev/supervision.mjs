// Who supervises whom, for the mock server.
import { colleagueOf } from './matches.mjs';

const supervision = (id, as, staffId, displayName, state, more) => ({ supervisionId: `V-${id}`, as, with: { staffId, displayName }, everyDays: 28, state, since: null, lastHeld: null, nextDue: null, ...more });
let of = {
  supervisor: [
    supervision(1, 'supervisor', 'S-0142', 'Alex Saltmarsh', 'active', { since: '2026-05-04T09:00:00Z', lastHeld: '2026-10-12T12:00:00Z', nextDue: '2026-11-09T12:00:00Z' }),
    supervision(3, 'supervisor', 'S-0161', 'Jo Dunlin', 'proposed', { everyDays: 14 }),
  ],
  staff: [
    supervision(1, 'supervisee', 'S-0101', 'Robin Tidewater', 'active', { since: '2026-05-04T09:00:00Z', lastHeld: '2026-11-12T12:00:00Z', nextDue: '2026-12-10T12:00:00Z' }),
    supervision(2, 'supervisee', 'S-0012', 'Noa Fjord', 'proposed', { everyDays: 42 }),
    supervision(4, 'supervisee', 'S-0305', 'Pat Breaker', 'ended', { since: '2025-05-04T09:00:00Z' }),
  ],
};

/** What is answered about one's own supervisions; undefined where it is about something else. */
export function answerSupervision(method, path, body, supervisor) {
  const found = /^\/api\/mentorship-matching\/me\/supervisions(?:\/([^/]+))?(\/state)?$/.exec(path);
  if (!found) {
    return undefined;
  }
  const [, id, state] = found;
  const whose = supervisor ? 'supervisor' : 'staff';
  if (id === undefined) {
    return { body: of[whose] };
  }
  const change = state ? { ...body, since: '2026-11-20T12:00:00Z' } : { everyDays: body.everyDays };
  const known = of[whose].find((each) => each.supervisionId === id) ?? supervision(9, 'supervisor', body.with, 'Sal Kelpwood', 'proposed', { supervisionId: id });
  of = { ...of, [whose]: [{ ...known, ...change }, ...of[whose].filter((each) => each.supervisionId !== id)] };
  return { body: of[whose][0] };
}

const person = (staffId, displayName) => ({ staffId, displayName });
const naming = (id, supervisor, supervisee, everyDays, state, day) => ({ supervisionId: `N-${id}`, supervisor, supervisee, everyDays, state, namedAt: `2026-${day}T09:00:00Z` });
let namings = [
  naming(1, person('S-0012', 'Noa Fjord'), person('S-0142', 'Alex Saltmarsh'), 42, 'proposed', '11-17'),
  naming(2, person('S-0077', 'Mar Ríos'), person('S-0163', 'Ada Sandpiper-Oystercatcher'), 28, 'active', '09-01'),
  naming(3, person('', null), person('S-0162', 'Bo Marsh'), 14, 'ended', '03-02'),
];

/** What is answered to HR about the supervisions that it named; undefined where it is about something else. */
export function answerNamings(method, path, body) {
  const found = /^\/api\/mentorship-matching\/supervisions(?:\/([^/]+))?(\/state)?$/.exec(path);
  if (!found) {
    return undefined;
  }
  const [, id, state] = found;
  if (id === undefined) {
    return { body: namings };
  }
  // these two agreed on one without HR
  if (body.supervisorId === 'S-0101') {
    return { status: 409, body: { type: 'urn:holdfast:problem:supervised-already', status: 409, detail: 'The two have a supervision already. Change that one.', pointer: '/superviseeId' } };
  }
  const known = namings.find((each) => each.supervisionId === id) ?? naming(9, person(body.supervisorId, colleagueOf(body.supervisorId)), person(body.superviseeId, colleagueOf(body.superviseeId)), body.everyDays, 'proposed', '11-20');
  const changed = { ...known, supervisionId: id, ...(state ? body : { everyDays: body.everyDays }) };
  namings = namings.some((each) => each.supervisionId === id) ? namings.map((each) => (each.supervisionId === id ? changed : each)) : [changed, ...namings];
  return { body: changed };
}
