// Opens every page of the built app against the mock server in a real browser, narrow and wide, light and dark: writes pictures to target/look and fails on
// accessibility violations (axe), violations of the content security policy, console errors and pages that scroll sideways.
// CHROMIUM names the browser (default /usr/bin/chromium).
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { mockServer } from './mock-server.mjs';

const pictures = join(dirname(dirname(fileURLToPath(import.meta.url))), 'target', 'look');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
mkdirSync(pictures, { recursive: true });

const server = mockServer();
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const url = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

const reset = (page, open = true) => page.request.get(`${url}/mock/pulse?open=${open}`);
const answerAll = async (page) => {
  const groups = page.getByRole('group', { name: /\?$/ });
  for (let i = 0; i < 5; i++) {
    await groups.nth(i).getByRole('radio').nth(i % 4).check();
  }
};

// a scene in Spanish as well: what it does finds its way by places in the page, not by words
const inBoth = (scene) => [scene, { ...scene, name: `${scene.name}-es`, language: 'es' }];
const questionnaire = `{
  "resourceType": "Questionnaire",
  "language": "en",
  "title": "Well-being",
  "copyright": "Licensed to Harbour Agency, 2026",
  "item": [
    { "linkId": "1", "type": "choice", "text": "…" },
    { "linkId": "6", "type": "choice", "text": "…" }
  ]
}`;

const OPEN_FORMING = '/matching/circles/0b6f3c1e-0000-4000-8000-000000000011';
const OPEN_ROUND = '/matching/0b6f3c1e-0000-4000-8000-000000000001';

// what is next and what is past depends on what time it is
const NOW = '2026-11-20T12:00:00Z';
const together = { as: 'staff', path: '/together/match/M-1', now: NOW, before: (page) => page.request.get(`${url}/mock/together`) };

const circles = { as: 'staff', path: '/circles', now: NOW, before: (page) => page.request.get(`${url}/mock/peer`) };

const events = { as: 'staff', path: '/events', now: NOW, before: (page) => page.request.get(`${url}/mock/events`) };
const noEvents = { ...events, before: (page) => page.request.get(`${url}/mock/events?none`) };
const reports = { as: 'hr', path: '/matching/reports', before: (page) => page.request.get(`${url}/mock/reports`) };

const scenes = [
  { name: 'landing', path: '/' },
  { name: 'pulse', as: 'staff', path: '/pulse', before: reset },
  { name: 'pulse-es', as: 'staff', path: '/pulse', language: 'es', before: reset },
  {
    name: 'pulse-busy',
    as: 'staff',
    path: '/pulse',
    before: async (page) => {
      await reset(page);
      await page.request.get(`${url}/mock/fault?kind=503&times=1`);
    },
    act: async (page) => {
      await answerAll(page);
      await page.getByRole('button', { name: 'Send my answers' }).click();
      await page.getByText(/saving up/).waitFor();
    },
  },
  {
    name: 'pulse-signed-out',
    as: 'staff',
    path: '/pulse',
    before: async (page) => {
      await reset(page);
      await page.request.get(`${url}/mock/fault?kind=401&times=1`);
    },
    act: async (page) => {
      await answerAll(page);
      await page.getByRole('button', { name: 'Send my answers' }).click();
      await page.getByRole('button', { name: 'Sign in again' }).waitFor();
    },
  },
  {
    name: 'pulse-thanks',
    as: 'staff',
    path: '/pulse',
    before: reset,
    act: async (page) => {
      await answerAll(page);
      await page.getByRole('button', { name: 'Send my answers' }).click();
      await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    },
  },
  {
    name: 'pulse-comment',
    as: 'staff',
    path: '/pulse',
    before: reset,
    act: async (page) => {
      await answerAll(page);
      await page.getByLabel('In your own words (optional)').fill('Some days I want to die. Two court days in a row again.');
      await page.getByRole('button', { name: 'Send my answers' }).click();
      await page.getByText('Emergency services').waitFor();
    },
  },
  { name: 'pulse-answered', as: 'staff', path: '/pulse' },
  { name: 'pulse-none', as: 'staff', path: '/pulse', before: (page) => reset(page, false) },
  {
    name: 'scores',
    as: 'staff',
    path: '/scores',
    act: async (page) => {
      await page.locator('svg path').first().waitFor();
      await page.getByRole('button', { name: /Show answers/ }).nth(1).click();
    },
  },
  { name: 'help', as: 'staff', path: '/help' },
  { name: 'help-given', as: 'supervisor', path: '/help' },
  { name: 'resources', as: 'staff', path: '/resources' },
  { name: 'ledger', as: 'staff', path: '/ledger' },
  {
    name: 'ledger-respond',
    as: 'hr',
    path: '/ledger',
    act: async (page) => {
      await page.getByRole('button', { name: 'Answer this pulse' }).click();
      await page.getByRole('button', { name: 'Add a promise' }).click();
    },
  },
  { name: 'programme', as: 'hr', path: '/programme' },
  { name: 'peers', as: 'staff', path: '/peers' },
  { name: 'access', as: 'staff', path: '/access' },
  { name: 'notifications', as: 'supervisor', path: '/notifications' },
  { name: 'notifications-es', as: 'staff', path: '/notifications', language: 'es' },
  { name: 'units', as: 'hr', path: '/units' },
  {
    name: 'unit-picker',
    as: 'hr',
    path: '/units/U-02',
    act: async (page) => {
      await page.getByRole('combobox', { name: 'Choose a unit' }).click();
      await page.getByRole('listbox').getByRole('option').first().waitFor();
    },
  },
  {
    name: 'unit-east',
    as: 'hr',
    path: '/units/U-07',
    act: async (page) => {
      await page.getByRole('switch').check();
      await page.getByText('Why is something withheld?').click();
    },
  },
  { name: 'unit-night', as: 'hr', path: '/units/U-09' },
  { name: 'unit-low', as: 'hr', path: '/units/U-04' },
  {
    name: 'unit-comments',
    as: 'hr',
    path: '/units/U-07',
    act: async (page) => {
      const cycles = page.getByRole('region', { name: 'Comments' }).locator('summary');
      for (const at of [1, 2, 4]) {
        await cycles.nth(at).click();
      }
    },
  },
  { name: 'unit-comments-lead-es', as: 'supervisor', path: '/units/U-09', language: 'es' },
  {
    name: 'unit-tooltip',
    as: 'hr',
    path: '/units/U-07',
    act: async (page) => {
      const chart = page.locator('[role=img] svg, [aria-label*="Line chart"] svg').first();
      await chart.scrollIntoViewIfNeeded();
      const box = await chart.boundingBox();
      await page.mouse.move(box.x + box.width * 0.33, box.y + box.height * 0.5);
      await page.locator('.chart-tooltip').waitFor();
    },
  },
  { name: 'unit-unknown', as: 'hr', path: '/units/U-99' },
  {
    name: 'cross-cuts',
    as: 'hr',
    path: '/cross-cuts',
    act: async (page) => {
      await page.getByRole('textbox', { name: /Name/ }).fill('Night services');
      await page.getByRole('checkbox', { name: 'Child Protection', exact: true }).check();
      await page.getByRole('checkbox', { name: 'Family Support South' }).check();
    },
  },
  { name: 'cross-cut-frontline', as: 'hr', path: '/cross-cuts/frontline' },
  { name: 'cross-cut-new', as: 'hr', path: '/cross-cuts/leads' },
  ...inBoth({
    name: 'matches',
    as: 'staff',
    path: '/mentoring',
    act: async (page) => {
      await page.locator('li button[aria-expanded=false]').first().click();
      await page.locator('li [role=group]').waitFor();
    },
  }),
  {
    name: 'matches-refused',
    as: 'staff',
    path: '/mentoring',
    before: (page) => page.request.get(`${url}/mock/fault?kind=409&times=1`),
    act: async (page) => {
      await page.getByRole('button', { name: 'Yes, gladly' }).click();
      await page.getByText('As you asked.').waitFor();
    },
  },
  ...inBoth({ name: 'matches-held', as: 'supervisor', path: '/mentoring' }),
  {
    name: 'matches-apart',
    as: 'staff',
    path: '/mentoring',
    act: async (page) => {
      await page.getByRole('combobox', { name: 'Add a colleague' }).fill('sal');
      await page.getByRole('option', { name: 'Sal Kelpwood' }).click();
      await page.getByRole('button', { name: 'Remove Sal Kelpwood' }).waitFor();
    },
  },
  {
    name: 'mentoring',
    as: 'staff',
    path: '/mentoring',
    act: async (page) => {
      await page.getByText(/Why this match/).first().click();
      await page.getByRole('switch', { name: 'I offer to be a mentor' }).check();
      await page.getByRole('switch', { name: 'I would like to be introduced to colleagues' }).check();
      await page.getByRole('button', { name: 'Save my choices' }).click();
    },
  },
  { name: 'mentoring-es', as: 'staff', path: '/mentoring', language: 'es', act: (page) => page.getByRole('switch').nth(2).check() },
  ...inBoth({ ...together, name: 'together' }),
  {
    ...together,
    name: 'together-plan',
    act: async (page) => {
      await page.getByRole('button', { name: 'Plan a session' }).click();
      await page.getByLabel('Where').fill('Room 12');
      await page.getByText('What it is about (optional)').click();
      await page.getByRole('button', { name: 'Cancel it' }).first().click();
    },
  },
  {
    ...together,
    name: 'together-held',
    act: async (page) => {
      await page.getByRole('button', { name: 'It was held', exact: true }).click();
      await page.getByRole('button', { name: 'Log it' }).click();
      await page.getByText(/^Logged/).waitFor();
      await page.getByRole('button', { name: 'Plan a session' }).click();
      await page.getByLabel('Day').fill('2026-12-15');
      await page.getByLabel('Time').fill('09:30');
      await page.getByRole('button', { name: 'Plan a session' }).click();
      await page.getByText(/^Planned for/).waitFor();
    },
  },
  ...inBoth({
    ...together,
    name: 'together-kept',
    act: async (page) => {
      const opener = page.locator('section').nth(1).locator('li').first().locator('button[aria-expanded=false]');
      await opener.click();
      await page.locator('textarea').waitFor();
      await page.locator('section li form button[aria-expanded=false]').click();
      await page.locator('fieldset label').nth(3).click();
      await page.locator('section').nth(-2).locator('button').last().click();
    },
  }),
  {
    ...together,
    name: 'together-refused',
    before: async (page) => {
      await together.before(page);
      await page.request.get(`${url}/mock/fault?kind=409&times=1`);
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Cancel it' }).first().click();
      await page.getByRole('button', { name: 'Yes, cancel it' }).click();
      await page.getByText('As you asked.').waitFor();
    },
  },
  { ...together, name: 'together-new', path: '/together/match/M-4' },
  { ...together, name: 'together-over', path: '/together/match/M-6' },
  { ...together, name: 'together-unknown', path: '/together/match/M-2' },
  { name: 'circles-out', as: 'staff', path: '/circles', now: NOW },
  ...inBoth({ ...circles, name: 'circles' }),
  {
    ...circles,
    name: 'circles-plan',
    act: async (page) => {
      await page.getByRole('button', { name: 'Change when we meet' }).click();
      await page.getByRole('button', { name: 'Join' }).first().click();
      await page.getByText(/last place in this circle/).waitFor();
    },
  },
  {
    ...circles,
    name: 'circles-leave',
    act: async (page) => {
      await page.getByRole('button', { name: 'Leave the circle' }).click();
      await page.getByRole('button', { name: 'No, I do not want that' }).click();
    },
  },
  { ...circles, name: 'circles-merging', as: 'supervisor' },
  { ...circles, name: 'together-circle', path: '/together/circle/C-1' },
  ...inBoth({ ...events, name: 'events' }),
  {
    ...events,
    name: 'events-joined',
    act: async (page) => {
      await page.getByRole('button', { name: 'Join' }).first().click();
      await page.getByText(/^You are in/).waitFor();
      await page.getByRole('button', { name: 'Leave' }).first().click();
    },
  },
  ...inBoth({
    ...events,
    name: 'events-hr',
    as: 'hr',
    act: async (page) => {
      await page.locator('section').first().locator('li button[aria-expanded=false]').last().click();
      await page.locator('section').last().locator('button').click();
      await page.locator('form select').nth(1).selectOption('7');
    },
  }),
  {
    ...events,
    name: 'events-refused',
    as: 'hr',
    act: async (page) => {
      await page.getByRole('button', { name: 'Change it' }).first().click();
      await page.getByLabel('How many can join').fill('1');
      await page.getByRole('button', { name: 'Save the change' }).click();
      await page.locator('form [role=alert]').waitFor();
    },
  },
  ...inBoth({ ...noEvents, name: 'events-none' }),
  { ...noEvents, name: 'events-none-hr', as: 'hr' },
  { ...events, name: 'events-administrator', as: 'administrator' },
  ...inBoth({ name: 'supervision', as: 'staff', path: '/supervision', now: NOW }),
  {
    name: 'supervision-offer',
    as: 'supervisor',
    path: '/supervision',
    now: NOW,
    act: async (page) => {
      await page.getByRole('combobox', { name: 'Whom' }).fill('sal');
      await page.getByRole('option', { name: 'Sal Kelpwood' }).click();
      await page.getByRole('button', { name: 'End it' }).first().click();
    },
  },
  { name: 'together-supervision', as: 'staff', path: '/together/supervision/V-1', now: NOW },
  ...inBoth({
    name: 'namings',
    as: 'hr',
    path: '/matching/supervisions',
    act: async (page) => {
      await page.locator('input[type=checkbox]').check();
      await page.locator('li h3').nth(2).waitFor();
    },
  }),
  {
    name: 'namings-change',
    as: 'hr',
    path: '/matching/supervisions',
    act: async (page) => {
      await page.getByRole('button', { name: 'Change the rhythm' }).first().click();
      await page.getByRole('button', { name: 'End it' }).nth(1).click();
    },
  },
  ...inBoth({
    name: 'namings-refused',
    as: 'hr',
    path: '/matching/supervisions',
    act: async (page) => {
      for (const [i, name] of [[0, 'robin'], [1, 'dunlin']]) {
        await page.locator('form [role=combobox], form input[aria-haspopup=listbox]').nth(i).fill(name);
        await page.locator('form [role=listbox] [role=option]').first().click();
      }
      await page.locator('form button[type=submit]').click();
      await page.locator('form [role=alert]').waitFor();
    },
  }),
  {
    name: 'namings-none',
    as: 'hr',
    path: '/matching/supervisions',
    before: (page) => page.route('**/mentorship-matching/supervisions', (route) => route.fulfill({ json: [] })),
  },
  ...inBoth({ name: 'formings', as: 'hr', path: '/matching/circles' }),
  ...inBoth({
    name: 'forming',
    as: 'hr',
    path: OPEN_FORMING,
    act: (page) => page.locator('summary').first().click(),
  }),
  {
    name: 'forming-old',
    as: 'hr',
    path: OPEN_FORMING,
    act: async (page) => {
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      await page.getByRole('button', { name: 'Yes, publish' }).click();
      await page.getByText(/not possible any more/).waitFor();
    },
  },
  {
    name: 'forming-published',
    as: 'hr',
    path: OPEN_FORMING.replace(/1$/, '2'),
    act: async (page) => {
      await page.getByRole('button', { name: 'Reckon it again' }).click();
      await page.getByText('It comes to the same').waitFor();
    },
  },
  ...inBoth({ name: 'matching', as: 'hr', path: '/matching' }),
  {
    name: 'matching-change',
    as: 'hr',
    path: '/matching',
    act: async (page) => {
      await page.getByRole('button', { name: 'Change it' }).click();
      await page.getByRole('spinbutton', { name: /Skills/ }).fill('38');
      await page.getByRole('button', { name: 'Save as a new version' }).click();
      await page.getByText('All versions').click();
    },
  },
  ...inBoth({
    name: 'round',
    as: 'hr',
    path: OPEN_ROUND,
    act: async (page) => {
      await page.locator('tbody button[aria-expanded=false]').first().click();
      await page.locator('tbody [role=group] ul').first().waitFor();
    },
  }),
  {
    name: 'round-why-not',
    as: 'hr',
    path: OPEN_ROUND,
    act: async (page) => {
      await page.locator('tbody button[aria-expanded=false]').nth(1).click();
      await page.getByRole('combobox', { name: 'Another mentor' }).click();
      await page.getByRole('option', { name: 'Ines Cala (S-0151)' }).click();
      await page.getByText('It is possible').waitFor();
    },
  },
  {
    name: 'round-unmatched',
    as: 'hr',
    path: OPEN_ROUND,
    act: async (page) => {
      await page.getByRole('button', { name: 'Jo Dunlin' }).click();
      await page.getByRole('combobox', { name: 'Another mentor' }).fill('noa');
      await page.getByRole('option', { name: 'Noa Fjord' }).click();
      await page.getByText('Not possible').waitFor();
    },
  },
  ...inBoth({
    name: 'round-compare',
    as: 'hr',
    path: OPEN_ROUND,
    act: async (page) => {
      const form = page.locator('form').last();
      const add = form.locator('button:not([type=submit])').last();
      await add.click();
      await add.click();
      await form.locator('button[type=submit]').click();
      await page.locator('section section table').waitFor();
      await form.locator('tbody input').first().fill('40');
      await form.locator('button[type=submit]').click();
    },
  }),
  {
    name: 'round-publish',
    as: 'hr',
    path: OPEN_ROUND,
    act: async (page) => {
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      await page.getByText('8 proposals go out').waitFor();
    },
  },
  {
    name: 'round-old',
    as: 'hr',
    path: OPEN_ROUND,
    act: async (page) => {
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      await page.getByRole('button', { name: 'Yes, publish' }).click();
      await page.getByText('not possible any more').first().waitFor();
    },
  },
  {
    name: 'round-published',
    as: 'hr',
    path: OPEN_ROUND.replace(/1$/, '2'),
    act: async (page) => {
      await page.getByRole('button', { name: 'Reckon it again' }).click();
      await page.getByText('It comes to the same').waitFor();
    },
  },
  ...inBoth({ ...reports, name: 'reports' }),
  ...inBoth({ ...reports, name: 'reports-little', path: '/matching/reports?month=2026-08' }),
  ...inBoth({ ...reports, name: 'reports-none', before: (page) => page.request.get(`${url}/mock/reports?any=false`) }),
  {
    ...reports,
    name: 'reports-failed',
    act: async (page) => {
      await page.route('**/reports/fairness?month=2026-09', (route) => route.fulfill({ status: 503, headers: { 'Retry-After': '5' } }));
      await page.getByRole('combobox', { name: 'Month' }).selectOption('2026-09');
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    },
  },
  ...inBoth({ name: 'setup', as: 'everything', path: '/setup' }),
  ...inBoth({ name: 'settings', as: 'hr', path: '/setup/settings' }),
  { name: 'settings-read', as: 'administrator', path: '/setup/settings' },
  {
    name: 'settings-refused',
    as: 'hr',
    path: '/setup/settings',
    act: async (page) => {
      await page.getByRole('spinbutton').first().fill('99');
      await page.locator('button[type=submit]').click();
      await page.locator('form [role=alert]').waitFor();
    },
  },
  ...inBoth({
    name: 'settings-meanwhile',
    as: 'hr',
    path: '/setup/settings',
    before: (page) => page.request.get(`${url}/mock/settings`),
    act: async (page) => {
      await page.getByRole('spinbutton').first().fill('98');
      await page.locator('button[type=submit]').click();
      await page.locator('form [role=alert]').waitFor();
    },
  }),
  {
    name: 'settings-signed-out',
    as: 'hr',
    path: '/setup/settings',
    before: async (page) => {
      await page.request.get(`${url}/mock/settings`);
      await page.request.get(`${url}/mock/fault?kind=401&times=1`);
    },
    act: async (page) => {
      await page.locator('button[type=submit]').click();
      await page.locator('form [role=alert]').waitFor();
      await page.reload();
      await page.locator('form [role=status]').first().waitFor();
    },
  },
  ...inBoth({
    name: 'directory',
    as: 'hr',
    path: '/setup/resources',
    act: async (page) => {
      await page.locator('button[aria-expanded=false]', { hasText: /versio/i }).first().click();
      await page.locator('ol > li').first().waitFor();
    },
  }),
  ...inBoth({
    name: 'directory-edit',
    as: 'hr',
    path: '/setup/resources',
    act: async (page) => {
      await page.locator('section li button').first().click();
      await page.locator('form').waitFor();
    },
  }),
  { name: 'resources-hr', as: 'hr', path: '/resources' },
  ...inBoth({ name: 'instruments', as: 'hr', path: '/setup/instruments' }),
  { name: 'instruments-read', as: 'administrator', path: '/setup/instruments' },
  ...inBoth({
    name: 'instruments-refused',
    as: 'hr',
    path: '/setup/instruments',
    act: async (page) => {
      await page.locator('input[type=file]').setInputFiles({ name: 'who-5.json', mimeType: 'application/json', buffer: Buffer.from(questionnaire) });
      await page.locator('form button[type=submit]').click();
      await page.locator('form [role=alert] li').first().waitFor();
    },
  }),
  {
    name: 'instruments-no-json',
    as: 'hr',
    path: '/setup/instruments',
    act: async (page) => {
      await page.locator('input[type=file]').setInputFiles({ name: 'who-5.json', mimeType: 'application/json', buffer: Buffer.from('{"a": 1,}') });
      await page.locator('form [role=status] > *').first().waitFor();
    },
  },
  {
    name: 'import',
    as: 'administrator',
    path: '/setup/import',
    act: async (page) => {
      await page.getByLabel('CSV file').setInputFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from('staff_id\nS-1\n') });
      await page.getByRole('button', { name: 'Check the file' }).click();
      await page.getByRole('button', { name: 'Import now' }).waitFor();
    },
  },
  { name: 'not-found', as: 'staff', path: '/nowhere' },
  ...['staff', 'supervisor', 'hr', 'administrator', 'everything'].flatMap((as) =>
    inBoth({
      name: `menu-${as}`,
      as,
      path: '/access',
      act: async (page) => {
        const menu = page.locator('button[aria-controls=menu]');
        if (await menu.isVisible()) {
          await menu.click();
        }
      },
    }),
  ),
];

const only = process.argv[2];
const sizes = [
  { width: 360, height: 800 },
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];
const complaints = [];
let looked = 0;

for (const scheme of ['light', 'dark']) {
  for (const viewport of sizes) {
    for (const scene of scenes) {
      if ((only && !scene.name.startsWith(only)) || (viewport.width === 360 && scheme === 'dark')) {
        continue;
      }
      const where = `${scene.name} ${viewport.width} ${scheme}`;
      const context = await browser.newContext({ viewport, colorScheme: scheme, locale: scene.language === 'es' ? 'es-ES' : 'en-GB', timezoneId: 'Europe/Berlin', deviceScaleFactor: 1 });
      await context.addInitScript(() => {
        window.cspViolations = [];
        document.addEventListener('securitypolicyviolation', (event) => window.cspViolations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
      });
      if (scene.now) {
        await context.clock.setFixedTime(scene.now);
      }
      const page = await context.newPage();
      page.on('console', (message) => {
        // a refused request is part of some scenes, and the browser reports it here
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
          complaints.push(`${where}: console: ${message.text()}`);
        }
      });
      page.on('pageerror', (error) => complaints.push(`${where}: error: ${error.message}`));
      if (scene.as) {
        await context.addCookies([{ name: 'mock', value: scene.as, url }]);
      }
      try {
        await scene.before?.(page);
        await page.goto(url + scene.path);
        await page.getByRole('heading').first().waitFor();
        await page.waitForLoadState('networkidle');
        await scene.act?.(page);
        await page.waitForTimeout(250);
        if (scene.name !== 'unit-tooltip') {
          await page.evaluate(() => window.scrollTo(0, 0));
        }
        await page.screenshot({ path: join(pictures, `${scene.name}-${viewport.width}-${scheme}.png`), fullPage: scene.name !== 'unit-tooltip' });
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (sideways > 0) {
          complaints.push(`${where}: scrolls sideways by ${sideways} px`);
        }
        for (const violation of await page.evaluate(() => window.cspViolations)) {
          complaints.push(`${where}: policy: ${violation}`);
        }
        // evaluated by the debugger, so that the page's own policy stays as it is
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
        for (const violation of violations) {
          complaints.push(`${where}: axe ${violation.id}: ${violation.help}: ${violation.nodes.map((node) => `${node.target.join(' ')} (${node.any[0]?.message ?? node.all[0]?.message ?? ''})`).join('; ').slice(0, 600)}`);
        }
        looked += 1;
      } catch (error) {
        complaints.push(`${where}: ${error.message.split('\n').slice(0, 3).join(' ')}`);
        await page.screenshot({ path: join(pictures, `${scene.name}-${viewport.width}-${scheme}-failed.png`) }).catch(() => undefined);
      }
      await context.close();
    }
  }
}

await browser.close();
server.close();
console.log(`${looked} views looked at, pictures in target/look`);
for (const complaint of new Set(complaints)) {
  console.error(complaint);
}
process.exit(complaints.length > 0 || looked === 0 ? 1 : 0);
