import { screen, within } from '@testing-library/react';
import type { Role } from '../api/types';
import { gateway, json, unreachable } from '../test/gateway';
import { show } from '../test/render';
import { App } from './App';

function signedInAs(...roles: Role[]) {
  gateway({
    'GET /session': () => json({ signedIn: true, staffId: 'S-1', name: 'Someone', roles }),
    'GET /api/check-in/me/pulse': unreachable,
    'GET /api/burnout-alert/units': () => json([]),
  });
}

it('greets those who are not signed in', async () => {
  gateway({ 'GET /session': () => json({ signedIn: false, staffId: null, name: null, roles: [] }) });
  show(<App />, { as: null });
  expect(await screen.findByRole('button', { name: 'Sign in' })).toBeInTheDocument();
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
});

it.each<[Role[], string[]]>([
  [['staff'], ['My pulse', 'My scores', 'With colleagues', 'Ask for help', 'What came of it', 'Where to turn', 'Who looked']],
  [['staff', 'supervisor'], ['My pulse', 'My scores', 'With colleagues', 'Ask for help', 'Team trend', 'What came of it', 'Where to turn', 'Who looked']],
  [['supervisor'], ['With colleagues', 'Team trend', 'What came of it', 'Where to turn', 'Who looked']],
  [['hr'], ['Team trend', 'Matching', 'Programme', 'Set up', 'What came of it', 'Events', 'Where to turn', 'Who looked']],
  [['administrator'], ['Set up', 'What came of it', 'Events', 'Where to turn', 'Who looked']],
])('offers to %s the pages %s', async (roles, pages) => {
  signedInAs(...roles);
  show(<App />, { as: null });
  const navigation = await screen.findByRole('navigation', { name: 'Main' });
  expect(
    within(navigation)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(pages);
});

it.each<[Role[], string[]]>([
  [['hr'], ['Settings', 'Instruments', 'Directory of resources']],
  [['administrator'], ['Settings', 'Instruments', 'Staff import']],
])('offers to %s the rarely needed pages %s on one page', async (roles, pages) => {
  signedInAs(...roles);
  show(<App />, { as: null, at: '/setup' });
  expect(await screen.findByRole('heading', { level: 1, name: 'Set up' })).toBeInTheDocument();
  const offered = within(screen.getByRole('main')).getAllByRole('link');
  expect(offered.map((link) => link.textContent)).toEqual(pages);
});

it.each<[Role[], string, string, string[], string]>([
  [['hr'], '/matching', 'Matching', ['Rounds', 'Form circles', 'Supervisions', 'Reports'], 'Rounds'],
  [['hr'], '/matching/R-1', 'Matching', ['Rounds', 'Form circles', 'Supervisions', 'Reports'], 'Rounds'],
  [['hr'], '/matching/circles', 'Matching', ['Rounds', 'Form circles', 'Supervisions', 'Reports'], 'Form circles'],
  [['hr'], '/matching/circles/F-1', 'Matching', ['Rounds', 'Form circles', 'Supervisions', 'Reports'], 'Form circles'],
  [['hr'], '/matching/supervisions', 'Matching', ['Rounds', 'Form circles', 'Supervisions', 'Reports'], 'Supervisions'],
  [['hr'], '/matching/reports', 'Matching', ['Rounds', 'Form circles', 'Supervisions', 'Reports'], 'Reports'],
  [['hr'], '/units/U-1', 'Team trend', ['Team trend', 'Across units'], 'Team trend'],
  [['staff'], '/circles', 'With colleagues', ['Mentoring', 'Circles', 'Supervision', 'With a peer', 'Events'], 'Circles'],
])('offers to %s at %s, within %s, the pages %s and marks %s', async (roles, at, entry, pages, current) => {
  signedInAs(...roles);
  show(<App />, { as: null, at });
  const main = await screen.findByRole('navigation', { name: 'Main' });
  expect(within(main).getAllByRole('link', { current: 'page' }).map((link) => link.textContent)).toEqual([entry]);
  const inside = within(screen.getByRole('navigation', { name: entry }));
  expect(inside.getAllByRole('link').map((link) => link.textContent)).toEqual(pages);
  expect(inside.getAllByRole('link', { current: 'page' }).map((link) => link.textContent)).toEqual([current]);
});

it.each<[Role, string]>([
  ['hr', '/events'],
  ['supervisor', '/units'],
  ['hr', '/programme'],
  ['staff', '/notifications'],
])('offers to %s at %s nothing more, as there is no other page within', async (role, at) => {
  signedInAs(role);
  show(<App />, { as: null, at });
  await screen.findByRole('heading', { level: 1 });
  expect(screen.getAllByRole('navigation').map((each) => each.getAttribute('aria-label'))).toEqual(['Main']);
});

it('does not open a page of another role', async () => {
  signedInAs('staff');
  show(<App />, { as: null, at: '/units' });
  expect(await screen.findByRole('heading', { name: 'This page is not part of your role' })).toBeInTheDocument();
});

it('returns to the page on which the session had ended, once', async () => {
  sessionStorage.setItem('holdfast.return-to', '/units');
  signedInAs('staff', 'hr');
  show(<App />, { as: null });
  expect(await screen.findByRole('heading', { level: 1, name: 'Team trend' })).toBeInTheDocument();
  expect(sessionStorage.getItem('holdfast.return-to')).toBeNull();
});

it.each(['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example'])('does not return to %s', async (address) => {
  sessionStorage.setItem('holdfast.return-to', address);
  signedInAs('hr');
  show(<App />, { as: null });
  expect(await screen.findByRole('heading', { level: 1, name: 'Team trend' })).toBeInTheDocument();
});

it.each<[Role, string]>([
  ['hr', '/setup/import'],
  ['administrator', '/setup/resources'],
  ['supervisor', '/setup/settings'],
  ['staff', '/setup'],
  ['administrator', '/matching/reports'],
])('does not open to %s what is not theirs: %s', async (role, at) => {
  signedInAs(role);
  show(<App />, { as: null, at });
  expect(await screen.findByRole('heading', { name: 'This page is not part of your role' })).toBeInTheDocument();
});

it('says so when a page does not exist', async () => {
  signedInAs('staff');
  show(<App />, { as: null, at: '/nowhere' });
  expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeInTheDocument();
});
