// A stand-in for the gateway and the services behind it, for work on the web app alone: `npm run dev:mock` (with Vite) or `npm run mock` (serves the
// last build with the content security policy of the real gateway). Faults for trying out: GET /mock/fault?kind=503|drop|401&times=2
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { answerCircles, answerFormings } from './circles.mjs';
import { answerEvents, resetEvents } from './events.mjs';
import { changeMatch, colleaguesBy, ownMatches, ownParticipation, participate } from './matches.mjs';
import { answerReports, showReports } from './reports.mjs';
import { answerRounds } from './rounds.mjs';
import { answerNamings, answerSupervision } from './supervision.mjs';
import { answerTogether, resetTogether } from './together.mjs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { vocabulary } from './vocabulary.mjs';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(web, 'target', 'classes', 'META-INF', 'resources');
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

export const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const people = {
  staff: { staffId: 'S-0142', name: 'Alex Saltmarsh', roles: ['staff'] },
  supervisor: { staffId: 'S-0101', name: 'Robin Tidewater', roles: ['staff', 'supervisor'] },
  hr: { staffId: 'S-0003', name: 'Kim Harbour', roles: ['staff', 'hr'] },
  administrator: { staffId: 'administrator', name: 'Administrator', roles: ['administrator'] },
  everything: { staffId: 'S-0001', name: 'Noor Breakwater', roles: ['staff', 'supervisor', 'hr', 'administrator'] },
};

const WEEK = 7 * 24 * 3600 * 1000;
const LAST_CLOSE = Date.UTC(2026, 10, 15, 18);
const closes = Array.from({ length: 26 }, (_, i) => new Date(LAST_CLOSE - (25 - i) * WEEK).toISOString());
const cycleId = (i) => `2026-W${String(21 + i).padStart(2, '0')}`;

// a small repeatable generator: pictures of the pages must not differ from run to run
function generator(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const units = [
  ['U-01', 'Harbour Agency', null],
  ['U-02', 'Child Protection', 'U-01'],
  ['U-03', 'Family Support', 'U-01'],
  ['U-04', 'Administration', 'U-01'],
  ['U-07', 'Child Protection East', 'U-02'],
  ['U-08', 'Child Protection West', 'U-02'],
  ['U-09', 'Night Duty', 'U-02'],
  ['U-10', 'Family Support North', 'U-03'],
  ['U-11', 'Family Support South', 'U-03'],
].map(([unitId, name, parentId]) => ({ unitId, name, parentId }));
const unit = (id) => units.find((candidate) => candidate.unitId === id);
const named = (id) => ({ unitId: id, name: unit(id).name });

const figure = (level, people) => ({ level, atMost: null, atLeast: null, people });

function periodsOf(id) {
  const random = generator(Number(id.slice(2)) * 977);
  const start = { 'U-07': 42, 'U-11': 62, 'U-04': 14 }[id] ?? 41;
  const slope = { 'U-07': 1.15, 'U-11': -1 }[id] ?? 0.05;
  const people = { 'U-01': '100-199', 'U-02': '50-99', 'U-03': '20-49', 'U-04': '10-19' }[id] ?? '5-9';
  return closes.map((closesAt, i) => {
    const level = Math.round(start + slope * i + (random() - 0.5) * 7);
    const period = { cycleId: cycleId(i), closesAt, state: 'published', figure: figure(level, people), reason: null, together: [], togetherFigure: null };
    if (id === 'U-09' || (id === 'U-07' && [6, 7, 8, 15].includes(i)) || (id === 'U-11' && i === 11)) {
      const other = id === 'U-09' ? 'U-08' : id === 'U-07' ? 'U-08' : 'U-10';
      return {
        ...period,
        state: 'withheld',
        figure: null,
        reason: 'fewer than 5 answers',
        together: i === 15 ? [] : [named(id), named(other)],
        togetherFigure: i === 15 ? null : figure(Math.round(44 + random() * 8), '10-19'),
      };
    }
    if (level <= 11) {
      return { ...period, figure: { level: null, atMost: 12, atLeast: null, people } };
    }
    if (id === 'U-07' && i === 24) {
      return { ...period, figure: { level: null, atMost: null, atLeast: 88, people } };
    }
    return period;
  });
}

// Night Duty is left out wherever it is counted together with a team outside
const crossCuts = [
  { crossCutId: 'frontline', version: 2, name: 'Frontline teams', units: ['U-07', 'U-09', 'U-10', 'U-11'].map(named), active: true, since: '2026-09-16T08:00:00Z' },
  { crossCutId: 'leads', version: 1, name: 'Both support teams and administration', units: ['U-03', 'U-04'].map(named), active: true, since: '2026-11-17T08:00:00Z' },
  { crossCutId: 'old', version: 2, name: 'West and North', units: ['U-08', 'U-10'].map(named), active: false, since: '2026-10-01T08:00:00Z' },
];

function cutPeriods(id) {
  const random = generator(id.length * 31);
  return id === 'leads'
    ? []
    : closes.slice(9).map((closesAt, i) => {
        const period = { cycleId: cycleId(9 + i), closesAt, state: 'published', figure: figure(Math.round(46 + random() * 9), '20-49'), reason: null, version: i < 9 ? 1 : 2, units: (i < 9 ? ['U-07', 'U-09'] : ['U-07', 'U-09', 'U-10', 'U-11']).map(named), leftOut: i % 3 === 0 ? [] : [named('U-09')] };
        return i === 5 ? { ...period, state: 'withheld', figure: null, reason: 'all of its units were counted together with others outside', leftOut: ['U-07', 'U-09'].map(named) } : period;
      });
}

function ancestors(id) {
  const above = [];
  for (let parent = unit(id)?.parentId; parent; parent = unit(parent).parentId) {
    above.push({ unit: named(parent), periods: periodsOf(parent) });
  }
  return above;
}

const alerts = [22, 23, 25].map((i) => {
  const { figure: of } = periodsOf('U-07')[i];
  return {
    alertId: `A-${i}`,
    units: [named('U-07')],
    cycleId: cycleId(i),
    level: of.level,
    people: '5-9',
    threshold: 60,
    raisedAt: new Date(Date.parse(closes[i]) + 60_000).toISOString(),
    because: `Strain ${of.level} of 100 in a group of 5-9 people; the threshold is 60`,
    falseAlarms: 'A plain rule: it says what was measured',
    state: ['raised', 'acknowledged', 'in-hand', 'resolved'][i % 4],
    owner: i % 4 > 1 ? 'Head of service' : null,
    dueOn: i % 4 > 1 ? '2026-12-01' : null,
  };
});

const texts = {
  en: {
    title: 'Your week',
    items: {
      energy: 'How often did you have enough energy for your work this week?',
      workload: 'How often was your workload manageable?',
      strain: 'How often did the situations of the people you support stay with you after work?',
      support: 'How often did you get the support you needed from colleagues or your supervisor?',
      meaning: 'How often did your work feel worthwhile?',
    },
    options: { always: 'Always', often: 'Often', sometimes: 'Sometimes', seldom: 'Seldom', never: 'Never' },
    seenBy: ['Supervisors of these groups see figures about the whole group once the cycle has closed.', 'HR sees the same figures for all groups.', 'HR alone also sees figures about units that it looks at together; yours is among: Frontline teams.', 'Nobody but you can see your own answers.'],
    readBy: [
      'A comment is read only among those of a group with at least 10 answers, in random order, without names and dates.',
      'Of those who lead your groups, only who leads every unit of that group reads it once the cycle has closed: Robin Tidewater.',
      'HR reads the comments of all groups.',
      'Nobody is told whose words they are, but words can show it: leave out names and what only you can know. Until the cycle closes you can change or remove your comment.',
    ],
    tooFew: 'Too few people answered: comments are read only in groups that are large enough for nobody to know whose words they are.',
    takenDown: 'Taken down, because somebody left and nobody should see whose words are missing.',
    notAllLed: 'Comments that were put together with those of units that you do not lead are not shown to you: words say more than figures.',
  },
  es: {
    title: 'Su semana',
    items: {
      energy: '¿Con qué frecuencia tuvo energía suficiente para su trabajo esta semana?',
      workload: '¿Con qué frecuencia pudo manejar bien su carga de trabajo?',
      strain: '¿Con qué frecuencia siguió pensando, después del trabajo, en las situaciones de las personas a las que acompaña?',
      support: '¿Con qué frecuencia recibió el apoyo que necesitaba de sus colegas o de su supervisor o supervisora?',
      meaning: '¿Con qué frecuencia sintió que su trabajo valía la pena?',
    },
    options: { always: 'Siempre', often: 'A menudo', sometimes: 'A veces', seldom: 'Rara vez', never: 'Nunca' },
    seenBy: ['Quienes supervisan estos grupos ven cifras del grupo entero cuando el ciclo se ha cerrado.', 'Recursos Humanos ve las mismas cifras de todos los grupos.', 'Solo Recursos Humanos ve además cifras de unidades que mira juntas; la suya está entre: Frontline teams.', 'Nadie más que usted puede ver sus propias respuestas.'],
    readBy: [
      'Un comentario se lee solo entre los de un grupo con al menos 10 respuestas, en orden aleatorio, sin nombres ni fechas.',
      'De quienes dirigen sus grupos, solo quien dirige todas las unidades de ese grupo lo lee cuando el ciclo se ha cerrado: Robin Tidewater.',
      'Recursos Humanos lee los comentarios de todos los grupos.',
      'A nadie se le dice de quién son las palabras, pero las palabras pueden mostrarlo: no escriba nombres ni lo que solo usted puede saber. Hasta que se cierre el ciclo puede cambiar o quitar su comentario.',
    ],
    tooFew: 'Respondieron muy pocas personas: los comentarios se leen solo en grupos tan grandes que nadie sabe de quién son las palabras.',
    takenDown: 'Retirados, porque alguien se marchó y nadie debe ver de quién son las palabras que faltan.',
    notAllLed: 'Los comentarios que se juntaron con los de unidades que usted no dirige no se le muestran: las palabras dicen más que las cifras.',
  },
};

const points = { always: 100, often: 75, sometimes: 50, seldom: 25, never: 0 };
const scored = (answers) => {
  const given = Object.entries(answers).map(([item, option]) => (item === 'strain' ? points[option] : 100 - points[option]));
  return given.length < 3 ? null : Math.round(given.reduce((a, b) => a + b, 0) / given.length);
};

function ownScores() {
  const random = generator(7);
  const options = Object.keys(points);
  return closes.flatMap((closesAt, i) => {
    const items = Object.keys(texts.en.items).map((id) => {
      const option = options[Math.min(4, Math.floor(random() * 2.4 + (i > 14 ? 0.4 : 1.4)))];
      return { id, option: id === 'strain' ? options[4 - options.indexOf(option)] : option, points: points[option] };
    });
    const answered = i === 20 ? items.slice(0, 2) : items;
    const score = i === 20 ? null : Math.round(items.reduce((sum, item) => sum + 100 - item.points, 0) / 5);
    return [4, 11, 12].includes(i) ? [] : [{ cycleId: cycleId(i), closesAt, score, items: answered, late: i === 17 }];
  });
}

const everyRule = ['level-high', 'level-rose', 'group-chart', 'silent'];
const policies = [
  { version: 1, minimumGroup: 5, threshold: 60, rules: everyRule, silentAfter: 3, respondWithinDays: 14, since: '1970-01-01T00:00:00Z', changedBy: '' },
  { version: 2, minimumGroup: 5, threshold: 65, rules: everyRule, silentAfter: 3, respondWithinDays: 14, since: '2026-09-01T07:12:00Z', changedBy: 'S-0003' },
  { version: 3, minimumGroup: 8, threshold: 65, rules: ['level-high', 'level-rose', 'silent'], silentAfter: 4, respondWithinDays: 10, since: '2026-11-02T09:30:00Z', changedBy: 'S-0001' },
];
const resources = [
  { resourceId: 'peer-line', version: 2, kind: 'peer-line', title: { en: 'Colleagues who listen', es: 'Colegas que escuchan' }, text: { en: 'Somebody who knows the work, any evening until ten.', es: 'Alguien que conoce el trabajo, cualquier tarde hasta las diez.' }, link: null, phone: '+44 20 7946 0000', needs: ['support', 'clients'], active: true },
  { resourceId: 'planning', version: 1, kind: 'training', title: { en: 'Planning a week', es: 'Planificar la semana' }, text: { en: 'Half a day on what to leave undone.', es: 'Media jornada sobre qué dejar de hacer.' }, link: 'https://example.org/', phone: null, needs: ['workload', 'balance'], active: true },
  { resourceId: 'yoga', version: 3, kind: 'training', title: { en: 'Breathing at noon', es: 'Respirar a mediodía' }, text: { en: 'Twenty minutes, every Tuesday.', es: 'Veinte minutos, cada martes.' }, link: null, phone: null, needs: ['energy'], active: false },
];
const instruments = [
  { instrumentId: 'pulse', version: 1, source: 'Holdfast', licence: 'same as the suite; own wording', minutes: 2, languages: ['en', 'es'], licences: { en: null, es: null }, shipped: true, used: true, scales: [{ id: 'strain' }, { id: 'energy' }, { id: 'workload' }, { id: 'clients' }, { id: 'support' }, { id: 'meaning' }] },
  { instrumentId: 'weekly-item', version: 1, source: 'Harbour Agency', licence: 'own wording', minutes: 1, languages: ['en', 'es'], licences: { en: 'our own words', es: 'palabras propias' }, shipped: false, used: false, scales: [{ id: 'weekly-item-strain' }] },
  { instrumentId: 'who-5', version: 1, source: 'WHO-5 Well-Being Index', licence: 'key only; the agency supplies the texts under its own licence', minutes: 1, languages: [], licences: {}, shipped: true, used: false, scales: [{ id: 'who-5-wellbeing' }] },
];

/** The cycles before one, the newest first: one with comments, one where nobody wrote any, one taken down, the others with too few. */
function commentsOf(id, before, supervisor, words) {
  const last = before === null ? closes.length : closes.indexOf(before);
  const some = closes.slice(Math.max(0, last - 6), last).toReversed();
  return {
    cycles: some.map((closesAt) => {
      const i = closes.indexOf(closesAt);
      const cycle = { cycleId: cycleId(i), closesAt, groups: [], notShown: null };
      if (supervisor && id === 'U-09') {
        return { ...cycle, notShown: words.notAllLed };
      }
      if (id === 'U-04' || i < 22) {
        return { ...cycle, notShown: words.tooFew };
      }
      const units = ['U-07', 'U-09'].includes(id) ? [named('U-07'), named('U-09')] : [named(id)];
      const group = { units, people: '10-19', comments: [], notShown: null };
      const written = { 25: ['Two court days in a row, and nobody to hand the on-call phone to.', 'The new team room helps.\nThank you.', 'Please let us keep the Thursday case meeting.'], 23: null }[i];
      return { ...cycle, groups: [written === null ? { ...group, notShown: words.takenDown } : { ...group, comments: written ?? [] }] };
    }),
    earlier: last > 6 ? some.at(-1) : null,
  };
}

const state = { answer: null, comment: null, fault: null, open: true, mentoring: { asMentor: null, asMentee: { needs: ['court-work'], directions: [], wants: 'anybody' }, caseloads: [], times: [], meets: [], asPeer: { circle: false, supervisionGroup: false, introductions: false, topics: [] } } };

/** The whole thing as a server, so that tests and the picture script can start it on any port. */
export function mockServer() {
  return createServer(async (request, response) => {
    const url = new URL(request.url, 'http://mock');
    const cookies = Object.fromEntries((request.headers.cookie ?? '').split('; ').map((cookie) => cookie.split('=')));
    const person = people[cookies['mock']] ?? null;
    const language = (request.headers['accept-language'] ?? 'en').startsWith('es') ? 'es' : 'en';
    const words = texts[language];
    const headers = { 'Content-Security-Policy': CSP, 'X-Content-Type-Options': 'nosniff' };

    const json = (body, status = 200, more = {}) => {
      response.writeHead(status, { ...headers, 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...more });
      response.end(JSON.stringify(body));
    };
    const problem = (status, detail, more = {}) => json({ type: 'urn:holdfast:problem:mock', status, title: 'Mock', detail }, status, more);
    const redirect = (to, more = {}) => {
      response.writeHead(302, { Location: to, ...more });
      response.end();
    };

    const chunks = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString();
    const route = `${request.method} ${url.pathname}`;

    if (route === 'GET /session') {
      return json(person ? { signedIn: true, ...person } : { signedIn: false }, 200, { 'Set-Cookie': 'XSRF-TOKEN=mock-token; Path=/' });
    }
    if (route === 'GET /login') {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      return response.end(`<!doctype html><meta name="viewport" content="width=device-width"><title>Mock sign-in</title><h1>Sign in as</h1>${Object.keys(people).map((id) => `<p><a href="/mock/sign-in?as=${id}">${id}</a></p>`).join('')}`);
    }
    if (route === 'GET /mock/sign-in') {
      return redirect('/', { 'Set-Cookie': `mock=${url.searchParams.get('as')}; Path=/` });
    }
    if (route === 'GET /mock/fault') {
      state.fault = { kind: url.searchParams.get('kind'), times: Number(url.searchParams.get('times') ?? 1) };
      return json(state.fault);
    }
    if (route === 'GET /mock/settings') {
      state.newerSettings = false;
      return json({});
    }
    if (route === 'GET /mock/together') {
      resetTogether();
      return json({});
    }
    if (route === 'GET /mock/events') {
      resetEvents(url.searchParams.get('none') !== null);
      return json({});
    }
    if (route === 'GET /mock/peer') {
      state.mentoring = { ...state.mentoring, asPeer: { circle: true, supervisionGroup: true, introductions: false, topics: ['self-care'] } };
      return json({});
    }
    if (route === 'GET /mock/reports') {
      showReports(url.searchParams.get('any') !== 'false');
      return json({});
    }
    if (route === 'GET /mock/pulse') {
      state.open = url.searchParams.get('open') !== 'false';
      state.answer = null;
      state.comment = null;
      return json({ open: state.open });
    }
    if (url.pathname.startsWith('/api/') || route === 'POST /logout') {
      if (request.method !== 'GET' && request.headers['x-xsrf-token'] !== 'mock-token') {
        return problem(403, 'The CSRF token is missing.');
      }
      if (route === 'POST /logout') {
        return json({}, 202, { 'Set-Cookie': 'mock=; Path=/; Max-Age=0' });
      }
      if (!person) {
        return problem(401, 'Not signed in.');
      }
      if (request.method === 'PUT' && state.fault && state.fault.times > 0) {
        state.fault.times -= 1;
        if (state.fault.kind === 'drop') {
          return response.destroy();
        }
        if (state.fault.kind === '503') {
          return problem(503, 'The outbox is full.', { 'Retry-After': '3' });
        }
        return problem(Number(state.fault.kind), 'As you asked.');
      }
    }

    if (/^\/api\/check-in\/me\/pulse\/[^/]+\/comment$/.test(url.pathname)) {
      if (request.method === 'DELETE') {
        state.comment = null;
        response.writeHead(204, headers);
        return response.end();
      }
      state.comment = JSON.parse(text).text;
      return json({ text: state.comment, crisis: /want to die/i.test(state.comment) ? [{ name: 'Emergency services', contact: '112', note: 'If you or somebody else is in danger now' }] : [] });
    }
    const pulseRoute = /^\/api\/check-in\/me\/pulse\/(.+)$/.exec(url.pathname);
    if (request.method === 'PUT' && pulseRoute) {
      const { answers } = JSON.parse(text);
      state.answer = { answers, score: scored(answers), answeredAt: new Date().toISOString() };
      return json({ responseId: 'R-1', cycleId: pulseRoute[1], late: false, score: state.answer.score, answeredAt: state.answer.answeredAt });
    }
    const matchRoute = /^\/api\/mentorship-matching\/me\/matches\/([^/]+)\/state$/.exec(url.pathname);
    if (matchRoute) {
      return json(changeMatch(matchRoute[1], JSON.parse(text).state));
    }
    const events = answerEvents(request.method, url.pathname, text && JSON.parse(text), person);
    if (events) {
      return json(events.body, events.status);
    }
    const circles = answerCircles(request.method, url.pathname, text && JSON.parse(text), person?.roles.includes('supervisor'));
    if (circles) {
      return json(circles.body, circles.status);
    }
    const supervision = answerSupervision(request.method, url.pathname, text && JSON.parse(text), person?.roles.includes('supervisor'));
    if (supervision) {
      return json(supervision.body, supervision.status);
    }
    const together = answerTogether(request.method, url.pathname, text && JSON.parse(text));
    if (together) {
      return json(together.body, together.status);
    }
    const matching = url.pathname.startsWith('/api/mentorship-matching/') && person.roles.includes('hr') ? (answerFormings(request.method, url.pathname, text && JSON.parse(text)) ?? answerNamings(request.method, url.pathname, text && JSON.parse(text)) ?? answerReports(url.pathname, url.searchParams.get('month')) ?? answerRounds(request.method, url.pathname, url.searchParams, text && JSON.parse(text), person.staffId)) : undefined;
    if (matching) {
      return json(matching.body, matching.status);
    }
    const trendRoute = /^\/api\/burnout-alert\/units\/([^/]+)\/trend$/.exec(url.pathname);
    if (trendRoute) {
      const id = decodeURIComponent(trendRoute[1]);
      if (!unit(id)) {
        return problem(404, `There is no unit ${id} that you may see.`);
      }
      return json({ unit: named(id), scale: { id: 'strain', direction: 'higher is worse', minimum: 0, maximum: 100 }, periods: periodsOf(id), parents: ancestors(id) });
    }

    const cutRoute = /^\/api\/burnout-alert\/cross-cuts\/([^/]+)(\/trend)?$/.exec(url.pathname);
    if (cutRoute?.[2]) {
      const { name } = crossCuts.find((each) => each.crossCutId === cutRoute[1]);
      return json({ crossCutId: cutRoute[1], name, scale: { id: 'strain', direction: 'higher is worse', minimum: 0, maximum: 100 }, periods: cutPeriods(cutRoute[1]) });
    }
    if (cutRoute && request.method === 'PUT') {
      const wanted = JSON.parse(text);
      return json({ crossCutId: cutRoute[1], version: wanted.version + 1, name: wanted.name, units: wanted.unitIds.map(named), active: wanted.active !== false, since: '2026-11-18T08:00:00Z' });
    }

    switch (route) {
      case 'GET /api/burnout-alert/cross-cuts':
        return json(crossCuts);
      case 'GET /api/check-in/me/pulse':
        return json({
          cycle: state.open ? { cycleId: '2026-W47', opensAt: '2026-11-16T06:00:00Z', closesAt: '2026-11-22T18:00:00Z' } : null,
          instrument: {
            id: 'pulse',
            version: 1,
            title: words.title,
            minutes: 2,
            items: Object.entries(words.items).map(([id, item]) => ({ id, text: item, options: Object.entries(words.options).map(([option, label]) => ({ id: option, label })) })),
          },
          notice: { minimumGroup: 5, groups: [named('U-07'), named('U-02'), named('U-01')], seenBy: words.seenBy, comments: { minimumGroup: 10, readBy: words.readBy } },
          answer: state.answer,
          comment: state.comment,
        });
      case 'GET /api/check-in/me/scores':
        return json({ scale: { id: 'strain', direction: 'higher is worse', minimum: 0, maximum: 100, minimalDetectableChange: 31 }, scores: ownScores() });
      case 'GET /api/check-in/cycles':
        return json([...closes.map((closesAt, i) => ({ cycleId: cycleId(i), opensAt: new Date(Date.parse(closesAt) - WEEK).toISOString(), closesAt, state: 'closed', instrument: 'pulse' })), { cycleId: '2026-W47', opensAt: '2026-11-16T06:00:00Z', closesAt: '2026-11-22T18:00:00Z', state: 'open', instrument: 'pulse' }]);
      case 'GET /api/check-in/comments':
        return unit(url.searchParams.get('unitId')) ? json(commentsOf(url.searchParams.get('unitId'), url.searchParams.get('before'), !person.roles.includes('hr'), words)) : problem(404, 'There is no such unit.');
      case 'GET /api/burnout-alert/units':
        return json(person.roles.includes('hr') ? units : units.filter((candidate) => ['U-02', 'U-07', 'U-08', 'U-09'].includes(candidate.unitId)));
      case 'GET /api/profile/me/notifications':
        return json([
          { notificationId: 'N-2', subject: person.roles.includes('supervisor') ? 'help-asked' : 'help-accepted', about: 'R-2', urgent: person.roles.includes('supervisor'), requestedAt: '2026-11-20T09:00:00Z', seen: false },
          { notificationId: 'N-3', subject: 'match-proposed', about: 'M-2', urgent: false, requestedAt: '2026-11-20T08:00:00Z', seen: false },
          { notificationId: 'N-5', subject: 'session-planned', about: 'match/M-1/sessions/00000000-0000-4000-8000-000000000001', urgent: false, requestedAt: '2026-11-19T15:00:00Z', seen: true },
          { notificationId: 'N-7', subject: 'event-changed', about: '00000000-0000-4000-8000-0000000000e1', urgent: false, requestedAt: '2026-11-19T14:30:00Z', seen: true },
          { notificationId: 'N-6', subject: 'circle-merge-proposed', about: 'C-2', urgent: false, requestedAt: '2026-11-19T14:00:00Z', seen: true },
          { notificationId: 'N-4', subject: 'match-begun', about: 'M-1', urgent: false, requestedAt: '2026-11-19T08:00:00Z', seen: true },
          { notificationId: 'N-1', subject: 'check-in-waiting', about: '2026-W47', urgent: false, requestedAt: '2026-11-18T12:00:00Z', seen: true },
        ]);
      case 'PUT /api/profile/me/notifications/seen':
        response.writeHead(204).end();
        return;
      case 'GET /api/burnout-alert/support/effect':
        return json({
          scale: { id: 'strain', direction: 'higher is worse', minimum: 0, maximum: 100 },
          support: 'mentoring',
          effect: {
            change: -8.4,
            from: -14.9,
            to: -1.9,
            reason: null,
            groups: 2,
            people: '10-19',
            compared: 14,
            course: [61, 62.5, 60.5, 62, 61.5, 57, 54.5, 52, 50].map((supported, i) => ({ cycle: i - 4, supported, compared: [58, 58.5, 57, 58, 57.5, 57, 56.5, 57, 56][i] })),
          },
        });
      case 'GET /api/burnout-alert/alerts':
        return json(alerts);
      case 'GET /api/check-in/me/warnings':
        return json([
          { scale: 'strain', state: 'raised', since: closes[24], cycleId: cycleId(24), evidence: { latest: 75, usual: 42, earlierAnswers: 21, chart: 'cusum' }, falseAlarms: 'about one false alarm in 4 years of weekly answers', needs: ['workload', 'support'], help: '/me/help-options', acknowledged: false, mutedUntil: null },
        ]);
      case 'GET /api/check-in/me/help-options': {
        const reactWithin = { 'can-wait': 4320, soon: 1440, urgent: 120 };
        return json({
          options: [
            { kind: 'peer', group: false, people: [{ staffId: 'S-0150', displayName: 'Sal Kelpwood' }, { staffId: 'S-0151', displayName: 'Ines Cala' }], reactWithin },
            { kind: 'mentor', group: false, people: [{ staffId: 'S-0077', displayName: 'Mar Ríos' }], reactWithin },
            { kind: 'supervisor', group: false, people: [{ staffId: 'S-0101', displayName: 'Robin Tidewater' }], reactWithin },
            { kind: 'counselling', group: true, people: [{ staffId: 'S-0012', displayName: 'Noa Fjord' }], reactWithin },
          ],
          crisis: [{ name: 'Emergency services', contact: '112', note: 'at any time' }],
        });
      }
      case 'GET /api/check-in/me/help-requests':
        return json([
          { requestId: 'R-1', kind: 'supervisor', urgency: 'soon', state: 'accepted', askedAt: '2026-11-16T07:30:00Z', words: 'Could we go through my cases? It has been a lot.', acceptedBy: { staffId: 'S-0101', displayName: 'Robin Tidewater' }, stations: [], dueAt: null, goesOnTo: [], wordsGoOn: false, crisis: [] },
        ]);
      case 'GET /api/check-in/help-requests':
        return json(person.roles.includes('supervisor') ? [{ requestId: 'R-2', from: { staffId: 'S-0142', displayName: 'Alex Saltmarsh' }, urgency: 'soon', state: 'asked', mine: false, askedAt: '2026-11-16T07:30:00Z', dueAt: '2026-11-17T07:30:00Z', words: null }] : []);
      case 'GET /api/check-in/programme':
        return json({
          budget: 20,
          zone: 'Europe/Berlin',
          months: ['2026-11', '2026-12', '2027-01'].map((month) => ({ month, minutes: 13, of: [{ name: 'weekly', rounds: 4, minutesEach: 2 }, { name: 'inventory', rounds: 1, minutesEach: 5 }] })),
          series: [{ seriesId: 'weekly', instrument: 'pulse', version: 1, every: 'P7D', firstOpensAt: '2026-11-02T07:00:00Z', window: 'PT120H', reminders: 2, ended: false, nextOpensAt: '2026-11-30T07:00:00Z' }],
        });
      case 'GET /api/check-in/instruments':
        return json(instruments);
      case 'PUT /api/check-in/instruments/who-5/versions/1/questionnaire':
        return json(
          {
            type: 'urn:holdfast:problem:invalid-instrument',
            status: 400,
            detail: 'Nothing was imported. /item/1/linkId: …',
            errors: [
              { pointer: '/item/1/linkId', detail: "'6' is no item of who-5 version 1; its items are 1, 2, 3, 4, 5." },
              { pointer: '/item/1/answerOption', detail: 'There must be 6 options, given as valueCoding.' },
              { pointer: '/item', detail: 'There is no item with linkId 5.' },
            ],
          },
          400,
        );
      case 'GET /api/check-in/me/peer-check-ins':
        return json([
          {
            checkInId: 'P-1', with: { staffId: 'S-0150', displayName: 'Sal Kelpwood' }, mine: true, everyDays: 7, state: 'active', round: 3, dueAt: '2026-11-23T08:00:00Z',
            answers: [
              { round: 2, mine: false, at: '2026-11-09T09:00:00Z', doing: 'so-so', note: 'Two court days in a row.' },
              { round: 2, mine: true, at: '2026-11-09T08:20:00Z', doing: 'well', note: null },
            ],
          },
          { checkInId: 'P-2', with: { staffId: 'S-0077', displayName: 'Mar Ríos' }, mine: false, everyDays: 14, state: 'invited', round: 0, dueAt: null, answers: [] },
        ]);
      case 'GET /api/check-in/me/access-log':
        return json([
          { by: { staffId: 'S-0101', displayName: 'Robin Tidewater' }, what: 'words', thing: 'R-1', first: '2026-11-16T09:10:00Z', last: '2026-11-16T09:10:00Z', times: 1 },
          { by: { staffId: 'S-0101', displayName: 'Robin Tidewater' }, what: 'help-request', thing: 'R-1', first: '2026-11-16T09:00:00Z', last: '2026-11-16T14:20:00Z', times: 4 },
          { by: null, what: 'check-in', thing: 'P-1', first: '2026-10-02T15:00:00Z', last: '2026-10-02T15:00:00Z', times: 1 },
        ]);
      case 'GET /api/burnout-alert/ledger':
        return json([
          { cycleId: cycleId(23), closesAt: closes[23], dueAt: closes[25], answered: false, overdue: true, responses: [], units: [] },
          {
            cycleId: cycleId(24),
            closesAt: closes[24],
            dueAt: '2026-11-22T18:00:00Z',
            answered: true,
            overdue: false,
            units: [{ unitId: 'U-07', name: 'Child Protection East' }],
            responses: [
              { id: `${cycleId(24)}/U-07`, cycleId: cycleId(24), unitId: 'U-07', text: 'We talked it over on Monday and swap two duty weeks.', publishedAt: '2026-11-13T09:00:00Z', promises: [] },
              {
                id: cycleId(24),
                cycleId: cycleId(24),
                unitId: null,
                text: 'We heard that duty weeks come too close together in child protection.',
                publishedAt: '2026-11-12T09:00:00Z',
                promises: [
                  { id: 'P-1', text: 'A third person on call from December', owner: 'Head of service', dueOn: '2026-12-01', state: 'open', reason: null },
                  { id: 'P-2', text: 'Talk to the court about Friday hearings', owner: 'Director', dueOn: '2026-11-15', state: 'kept', reason: 'Hearings move to Thursdays.' },
                ],
              },
            ],
          },
        ]);
      case 'GET /api/burnout-alert/resources':
        return json(resources.filter((resource) => resource.active || person.roles.includes('hr')));
      case 'GET /api/burnout-alert/resources/openings':
        return json([{ resourceId: 'peer-line', people: '20-49' }, { resourceId: 'planning', people: '5-9' }, { resourceId: 'yoga', people: 'fewer than 5' }]);
      case 'GET /api/burnout-alert/resources/peer-line/versions':
        return json([{ ...resources[0], version: 1, phone: null, changedAt: '2026-05-01T08:00:00Z', changedBy: '' }, { ...resources[0], changedAt: '2026-10-12T08:20:00Z', changedBy: 'S-0003' }]);
      case 'GET /api/burnout-alert/settings':
        return json(state.newerSettings ? [...policies, { ...policies[2], version: 4, threshold: 70, since: '2026-11-20T10:05:00Z', changedBy: 'S-0001' }] : policies);
      case 'PUT /api/burnout-alert/settings': {
        const choice = JSON.parse(text);
        if (choice.minimumGroup === 99) {
          return json({ type: 'urn:holdfast:problem:invalid-request', status: 400, detail: 'Mend and send again: /minimumGroup must be less.', errors: [{ pointer: '/minimumGroup', detail: 'must be less than or equal to 50' }] }, 400);
        }
        if (choice.minimumGroup === 98) {
          state.newerSettings = true;
          return problem(409, 'Version 4 is in force, you changed version 3.');
        }
        return json({ ...choice, version: choice.version + 1, since: '2026-11-21T09:00:00Z', changedBy: person.staffId });
      }
      case 'GET /api/profile/staff':
        return json(Object.values(people).map(({ staffId, name }) => ({ staffId, displayName: name })));
      case 'GET /api/mentorship-matching/me/matches':
        return json(ownMatches(person.roles.includes('supervisor')));
      case 'GET /api/mentorship-matching/me/participation':
        return json(ownParticipation(person.roles.includes('supervisor')));
      case 'GET /api/mentorship-matching/me/participation/colleagues':
        return json(colleaguesBy(url.searchParams.get('name') ?? ''));
      case 'PUT /api/mentorship-matching/me/participation':
        return json(participate(JSON.parse(text)));
      case 'GET /api/profile/me':
        return json({ staffId: person.staffId, displayName: person.name, unit: named('U-07'), roles: person.roles, languages: ['en'], mentoring: state.mentoring });
      case 'PUT /api/profile/me/mentoring':
        state.mentoring = JSON.parse(text);
        return json(state.mentoring);
      case 'GET /api/profile/vocabulary':
        return json(vocabulary(language));
      case 'POST /api/profile/imports':
        return json({
          importId: url.searchParams.get('dryRun') ? null : 'I-1',
          fileName: 'staff.csv',
          rows: 243,
          accepted: 240,
          changed: 12,
          unchanged: 228,
          refusedRows: 3,
          refused: [
            { line: 17, column: 'manager_id', reason: 'S-9999 is not in this file and not known', remedy: 'Add the person or leave the manager empty.' },
            { line: 88, column: 'email', reason: '“p.reef@” is not an e-mail address', remedy: 'Correct the address.' },
            { line: 190, column: null, reason: 'the row has 7 columns where the heading has 9', remedy: 'Put quotation marks around values with commas.' },
          ],
          units: { accepted: 18, changed: 0, unchanged: 18 },
          absent: 2,
          ignoredColumns: ['cost_centre'],
        });
    }
    if (url.pathname.startsWith('/api/')) {
      return problem(404, 'The mock does not know this address.');
    }

    // the built app; addresses of its pages fall back to its one document
    const wanted = join(built, normalize(url.pathname));
    const path = wanted.startsWith(built) && existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(built, 'index.html');
    if (!existsSync(path)) {
      response.writeHead(404, { 'Content-Type': 'text/plain' });
      return response.end('Not built yet: npm run build');
    }
    response.writeHead(200, { ...headers, 'Content-Type': types[extname(path)] ?? 'application/octet-stream' });
    return response.end(readFileSync(path));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const port = Number(process.env.MOCK_PORT ?? 8099);
  mockServer().listen(port, '127.0.0.1', () => {
    console.log(`mock gateway: http://localhost:${port}`);
    if (process.argv.includes('--with-vite')) {
      const vite = spawn('npx', ['vite'], { cwd: web, stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, HOLDFAST_URL: `http://127.0.0.1:${port}` } });
      vite.on('exit', (code) => process.exit(code ?? 0));
    }
  });
}
