// What people who share a match keep together, for the mock server.
const session = (id, state, startsAt, minutes, where, topics) => ({ sessionId: `00000000-0000-4000-8000-00000000000${id}`, state, startsAt, minutes, where, topics });
const usual = [
  session(1, 'planned', '2026-12-08T13:00:00Z', 60, 'https://meet.example.org/alex-and-mar', ['court-work', 'difficult-conversations']),
  session(2, 'planned', '2026-11-24T13:00:00Z', 45, 'Room 12, first floor', []),
  session(3, 'planned', '2026-11-19T13:00:00Z', 60, null, ['documentation']),
  session(4, 'held', '2026-11-05T13:00:00Z', 75, 'Room 12, first floor', ['case-planning']),
  session(5, 'cancelled', '2026-10-22T12:00:00Z', 60, null, []),
  session(6, 'held', '2026-10-08T12:00:00Z', 60, null, ['starting-out', 'workload-planning']),
];
const mar = { staffId: 'S-0077', displayName: 'Mar Ríos' };
const alex = { staffId: 'S-0142', displayName: 'Alex Saltmarsh' };
const goals = [
  { goalId: 'g1', text: 'Stand up in court without reading from the page.', by: alex, mine: true, state: 'open', due: '2027-02-01' },
  { goalId: 'g2', text: 'Say no to a fourth family at once.\nEvery time.', by: mar, mine: false, state: 'open', due: null },
  { goalId: 'g3', text: 'One report a week finished by Friday noon.', by: alex, mine: true, state: 'reached', due: '2026-10-30' },
];
const agreements = [
  { agreementId: 'a1', text: 'Alex brings the draft for the hearing.', by: mar, mine: false, state: 'kept' },
  { agreementId: 'a2', text: 'We read it aloud together.', by: alex, mine: true, state: 'open' },
];
const feedback = { side: 'mentee', items: ['fit', 'helpful', 'safe'], answers: null, givenAt: null };

const missing = (kind, detail) => ({ status: 404, body: { type: `urn:holdfast:problem:${kind}`, status: 404, detail } });

let sessions = usual;
let note = 'Ask Mar how she prepares the first five minutes.';

/** What is answered about what is shared; undefined where it is about something else. A status of 400 and more is a refusal. */
export function answerTogether(method, path, body) {
  const found = /^\/api\/mentorship-matching\/me\/gatherings\/([^/]+)\/([^/]+)\/(.+)$/.exec(path);
  if (!found) {
    return undefined;
  }
  const [, , gatheringId, rest] = found;
  const [what, id, part, itemId] = rest.split('/');
  if (gatheringId !== 'M-1') {
    return what === 'feedback' ? { body: { ...feedback, side: 'mentor' } } : { body: [] };
  }
  switch (what) {
    case 'goals':
      return { body: method === 'GET' ? goals : { goalId: id, by: alex, mine: true, state: 'open', due: null, ...goals.find((goal) => goal.goalId === id), ...body } };
    case 'feedback':
      return { body: method === 'GET' ? feedback : { ...feedback, answers: body.answers, givenAt: '2026-11-20T12:00:00Z' } };
  }
  const known = sessions.find((each) => each.sessionId === id);
  if (id === undefined) {
    return { body: sessions };
  }
  switch (part) {
    case 'note':
      if (method !== 'GET') {
        note = body?.text ?? null;
        return { body: { text: note } };
      }
      return note === null || !known?.topics.includes('case-planning') ? missing('no-such-note', 'You have noted nothing about this session.') : { body: { text: note } };
    case 'agreements':
      return { body: method === 'GET' ? (known?.state === 'held' ? agreements : []) : { agreementId: itemId, by: alex, mine: true, state: 'open', ...agreements.find((each) => each.agreementId === itemId), ...body } };
    case 'invitation.ics':
      return missing('mock', 'The mock has no calendar.');
    default: {
      const { heldAt, ...plan } = body;
      const next = { where: null, ...known, sessionId: id, ...plan, state: part === 'held' ? 'held' : (body.state ?? 'planned'), startsAt: heldAt ?? plan.startsAt ?? known?.startsAt };
      sessions = [next, ...sessions.filter((each) => each.sessionId !== id)].toSorted((one, other) => other.startsAt.localeCompare(one.startsAt));
      return { body: next };
    }
  }
}

export function resetTogether() {
  sessions = usual;
  note = 'Ask Mar how she prepares the first five minutes.';
}
