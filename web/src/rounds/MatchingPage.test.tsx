import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import type { Couple, MatchingProgramme } from '../api/types';
import { type Asked, gateway, invalid, json, problem, refusal } from '../test/gateway';
import { show, someone } from '../test/render';
import { ann, API, mia, round, second, staff, usual } from './fixtures';
import MatchingPage from './MatchingPage';

const PUT = `PUT ${API}/programme`;
const couple: Couple = { matchId: 'M-1', mentor: mia, mentee: ann, since: '2026-08-03T09:00:00Z', state: 'active', score: 72 };
const reads = {
  [`GET ${API}/rounds`]: () => json([round, { ...round, roundId: 'R-2', name: 'Autumn round', state: 'published' }]),
  [`GET ${API}/programme`]: () => json([usual, second]),
  [`GET ${API}/matches`]: () => json([couple, { ...couple, matchId: 'M-2', mentee: { staffId: 'S-99', displayName: null }, state: 'ended' }]),
  'GET /api/profile/staff': () => json(staff),
};

/** Answers changes of any round, whose ids are made up on the page. */
function opening(answer: (asked: Asked) => Response, more: Record<string, () => Response> = {}) {
  return gateway(
    new Proxy<Record<string, (asked: Asked) => Response>>({ ...reads, ...more }, {
      get: (known, route: string) => known[route] ?? (route.startsWith(`PUT ${API}/rounds/`) ? answer : undefined),
    }),
  );
}

function open() {
  show(
    <Routes>
      <Route path="matching" element={<MatchingPage />} />
      <Route path="matching/:roundId" element={<p>the round</p>} />
    </Routes>,
    { at: '/matching', as: { ...someone, roles: ['hr'] } },
  );
}

const name = async (value: string) => fireEvent.change(await screen.findByRole('textbox', { name: /Name of the round/ }), { target: { value } });
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Open a round' }));
const weigh = (criterion: string, value: string) => fireEvent.change(screen.getByRole('spinbutton', { name: `${criterion}: New` }), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save as a new version' }));
const change = async () => fireEvent.click(await screen.findByRole('button', { name: 'Change it' }));

it('lists the rounds with their state', async () => {
  gateway(reads);
  open();
  const table = await screen.findByRole('table', { name: 'Rounds, newest first' });
  expect(within(table).getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ['Round', 'State', 'Opened', 'Waiting', 'Free places'],
    ['Winter round', 'open', expect.stringContaining('2026'), '3', '2'],
    ['Autumn round', 'published', expect.stringContaining('2026'), '3', '2'],
  ]);
  expect(within(table).getByRole('link', { name: 'Autumn round' })).toHaveAttribute('href', '/matching/R-2');
});

it('says what a round is where there is none', async () => {
  gateway({ ...reads, [`GET ${API}/rounds`]: () => json([]) });
  open();
  expect(await screen.findByText('No round yet')).toBeInTheDocument();
});

it('opens one round under one id, however often it is sent, and goes there', async () => {
  let busy = true;
  const { asked } = opening(({ path }) => (busy ? problem(503, 'Full.', { 'Retry-After': '2' }) : json({ ...round, roundId: path.split('/').at(-1), name: 'Spring' })));
  open();
  await name('Spring');
  send();
  expect(await screen.findByText('Full.')).toBeInTheDocument();
  busy = false;
  send();
  expect(await screen.findByText('the round')).toBeInTheDocument();
  const puts = asked.filter(({ method }) => method === 'PUT');
  expect(puts.map(({ body }) => body)).toEqual([{ name: 'Spring' }, { name: 'Spring' }]);
  expect(puts[0]?.path).toMatch(/\/rounds\/[0-9a-f-]{36}$/);
  expect(puts[1]?.path).toBe(puts[0]?.path);
});

it('makes up another id when the first attempt went through under another name', async () => {
  const { asked } = opening(() => refusal('id-taken'));
  open();
  await name('Spring');
  send();
  expect(await screen.findByText(/The first attempt went through/)).toBeInTheDocument();
  send();
  await waitFor(() => expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(2));
  const [first, next] = asked.filter(({ method }) => method === 'PUT');
  expect(next?.path).not.toBe(first?.path);
});

it('tells what is in force and how it came to be', async () => {
  gateway(reads);
  open();
  const card = within(await screen.findByRole('region', { name: 'How pairs are found' }));
  expect(card.getByText(/Version 2, since .*2026/)).toBeInTheDocument();
  expect(card.getByText('Proposals follow by themselves, and rounds can be held besides.')).toBeInTheDocument();
  expect(card.getByRole('row', { name: 'Skills wanted and offered 30' })).toBeInTheDocument();
  expect(card.getByRole('row', { name: 'Only from different units yes' })).toBeInTheDocument();
  const [newest, first] = card.getAllByText(/^Version \d$/).map((version) => version.closest('li'));
  expect(newest).toHaveTextContent('Skills wanted and offered: 30 (before: 35)');
  expect(newest).not.toHaveTextContent('Years of service');
  expect(first).toHaveTextContent('Version 1 from the beginning');
});

it('lets weights be changed only where they are 100 in all, and says so at the field', async () => {
  const third: MatchingProgramme = { ...second, version: 3, automatic: false, weights: { ...second.weights, skills: 25, load: 10 } };
  const { of } = gateway({ ...reads, [PUT]: () => json(third) });
  open();
  await change();
  weigh('Skills wanted and offered', '25');
  expect(screen.getByText('5 are missing')).toBeInTheDocument();
  save();
  const skills = screen.getByRole('spinbutton', { name: 'Skills wanted and offered: New' });
  expect(skills).toBeInvalid();
  expect(skills).toHaveAccessibleDescription(/95 of 100.*5 are missing/);
  expect(skills).toHaveFocus();
  expect(of(PUT)).toEqual([]);
  weigh('Places still free', '10');
  expect(skills).toBeValid();
  fireEvent.click(screen.getByRole('switch', { name: 'Propose by itself' }));
  save();
  expect(await screen.findByText(/Version 3 is saved/)).toBeInTheDocument();
  expect(of(PUT)[0]?.body).toEqual({ version: 2, automatic: false, weights: third.weights, differentUnits: true, leastCommonTimes: 1, mode: 'stable' });
  expect(screen.getByText('Proposals come from rounds only.')).toBeInTheDocument();
});

it('says next to the field what the service refuses', async () => {
  gateway({ ...reads, [PUT]: () => invalid({ '/weights/skills': 'must be less', '/leastCommonTimes': 'must not be more than 10' }) });
  open();
  await change();
  save();
  expect(await screen.findByText('Please mend what is marked.')).toBeInTheDocument();
  expect(screen.getByRole('spinbutton', { name: 'Skills wanted and offered: New' })).toHaveAccessibleDescription(/must be less/);
  expect(screen.getByText('must not be more than 10')).toBeInTheDocument();
});

it('shows the newer version when somebody else was quicker, and saves over it if wanted', async () => {
  const third: MatchingProgramme = { ...second, version: 3, leastCommonTimes: 4, since: '2026-11-20T09:00:00Z' };
  let known = [usual, second];
  const { of } = gateway({
    ...reads,
    [`GET ${API}/programme`]: () => json(known),
    [PUT]: ({ body }) => ((body as MatchingProgramme).version === 3 ? json({ ...third, version: 4, leastCommonTimes: 2 }) : problem(409, 'Version 3 is in force.')),
  });
  open();
  await change();
  fireEvent.change(screen.getByRole('spinbutton', { name: /Half days in common.*: New/ }), { target: { value: '2' } });
  known = [...known, third];
  save();
  const notice = await screen.findByRole('alert', { name: /Somebody else saved version 3/ });
  expect(notice).toHaveTextContent('Half days in common a week, at least: there it says 4, you typed 2');
  fireEvent.click(screen.getByRole('button', { name: 'Save what I typed' }));
  expect(await screen.findByText(/Version 4 is saved/)).toBeInTheDocument();
  expect(of(PUT).map(({ body }) => (body as MatchingProgramme).version)).toEqual([2, 3]);
});

it('keeps what was typed when the session has ended', async () => {
  gateway({ ...reads, [PUT]: () => problem(401, 'Sign in first.') });
  const { unmount } = show(<MatchingPage />);
  await change();
  weigh('Skills wanted and offered', '20');
  weigh('Places still free', '15');
  save();
  expect(await screen.findByText(/What you typed is kept/)).toBeInTheDocument();
  unmount();
  show(<MatchingPage />);
  expect(await screen.findByRole('spinbutton', { name: 'Skills wanted and offered: New' })).toHaveValue(20);
});

it('shows who is paired with whom, and those that ended only if wanted', async () => {
  gateway(reads);
  open();
  const card = within(await screen.findByRole('region', { name: 'Who is paired with whom' }));
  expect(await card.findByRole('row', { name: /Ann Mia under way .*2026 72/ })).toBeInTheDocument();
  expect(card.queryByText('someone who has left')).not.toBeInTheDocument();
  fireEvent.click(card.getByRole('checkbox', { name: 'Show ended ones too' }));
  expect(card.getByRole('row', { name: /someone who has left Mia ended/ })).toBeInTheDocument();
});
