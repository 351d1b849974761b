import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Match } from '../api/types';
import { speak } from '../i18n';
import { gateway, json, problem } from '../test/gateway';
import { show } from '../test/render';
import { Matches } from './Matches';

const LIST = 'GET /api/mentorship-matching/me/matches';
const PUT = 'PUT /api/mentorship-matching/me/matches/M-1/state';
const active: Match = {
  matchId: 'M-1',
  as: 'mentee',
  with: { staffId: 'S-7', displayName: 'The Other' },
  since: '2026-08-03T09:00:00Z',
  state: 'active',
  answerBy: null,
  accepted: true,
  endedByRule: null,
  score: 70,
  points: [{ criterion: 'skills', points: 70, because: 'offers 1 of 1 wanted' }],
};
const proposed: Match = { ...active, since: null, state: 'proposed', answerBy: '2026-11-27T09:00:00Z', accepted: false };
const paused: Match = { ...active, state: 'paused' };
const lapsed: Match = { ...active, since: null, state: 'lapsed' };

/** Answers with the next list each time that the matches are read again. */
function over(...lists: Match[][]) {
  const waiting = [...lists];
  return gateway({ [LIST]: () => json(waiting.length > 1 ? waiting.shift() : waiting[0]), [PUT]: () => json(active) });
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

it('shows what waits for an answer first and what is over last', async () => {
  over([
    { ...lapsed, matchId: 'M-5', with: { staffId: 'S-5', displayName: 'Five' } },
    { ...paused, matchId: 'M-4', with: { staffId: 'S-4', displayName: 'Four' }, as: 'mentor' },
    { ...active, matchId: 'M-3', with: { staffId: 'S-3', displayName: 'Three' } },
    { ...active, matchId: 'M-6', state: 'ended', with: { staffId: 'S-6', displayName: 'Six' } },
    { ...proposed, matchId: 'M-2', with: { staffId: 'S-2', displayName: 'Two' }, accepted: true },
    { ...proposed, as: 'mentor', with: { staffId: 'S-1', displayName: 'One' } },
  ]);
  show(<Matches />);
  await screen.findByText('Three is your mentor');
  expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
    'You could be the mentor of One',
    'Two could be your mentor',
    'Three is your mentor',
    'You are the mentor of Four',
    'Five was proposed to you as a mentor',
    'Six was your mentor',
  ]);
});

it('says with whom, why and until when a proposal waits, and that a no needs no reason', async () => {
  over([proposed]);
  show(<Matches />);
  expect(await screen.findByText('The Other could be your mentor')).toBeInTheDocument();
  expect(screen.getByText(/Please answer by .*November 27/)).toBeInTheDocument();
  expect(screen.getByText(/without a reason.*not told who declined.*next proposal comes by itself/)).toBeInTheDocument();
  expect(screen.getByText('offers 1 of 1 wanted')).toBeInTheDocument();
});

it('says yes, and then waits for the other one without saying anything of them', async () => {
  const { of } = over([proposed], [{ ...proposed, accepted: true }]);
  show(<Matches />);
  await press('Yes, gladly');
  expect(await screen.findByText(/Waiting for the other one/)).toBeInTheDocument();
  expect(of(PUT).map((asked) => asked.body)).toEqual([{ state: 'active' }]);
  expect(screen.queryByRole('button', { name: 'Yes, gladly' })).not.toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole('heading', { level: 3 })).toHaveFocus());
});

it('declines without asking for anything', async () => {
  const { of } = over([proposed], [lapsed]);
  show(<Matches />);
  await press('No, thanks');
  expect(await screen.findByText('came to nothing')).toBeInTheDocument();
  expect(of(PUT).map((asked) => asked.body)).toEqual([{ state: 'ended' }]);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('takes a yes back', async () => {
  const { of } = over([{ ...proposed, accepted: true }], [lapsed]);
  show(<Matches />);
  await press('Not after all');
  expect(await screen.findByText('came to nothing')).toBeInTheDocument();
  expect(of(PUT).map((asked) => asked.body)).toEqual([{ state: 'ended' }]);
});

it('takes a double click for one, whatever comes in the place of the button', async () => {
  const { of } = over([active]);
  show(<Matches />);
  await userEvent.dblClick(await screen.findByRole('button', { name: 'End it' }));
  expect(screen.getByRole('button', { name: 'Yes, end it' })).toBeInTheDocument();
  await userEvent.dblClick(screen.getByRole('button', { name: 'Rest for a while' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Rest for a while' })).toBeEnabled());
  expect(of(PUT)).toHaveLength(1);
});

it('waits for the answer before anything else can be pressed', async () => {
  const answers: ((response: Response) => void)[] = [];
  gateway({ [LIST]: () => json([proposed]), [PUT]: () => new Promise((resolve) => answers.push(resolve)) });
  show(<Matches />);
  await press('Yes, gladly');
  await waitFor(() => expect(screen.getByRole('button', { name: 'No, thanks' })).toBeDisabled());
  expect(screen.getByRole('button', { name: 'Yes, gladly' })).toBeDisabled();
  answers[0]?.(json(proposed));
  await waitFor(() => expect(screen.getByRole('button', { name: 'No, thanks' })).toBeEnabled());
});

it('rests and goes on', async () => {
  const { of } = over([active], [paused], [active]);
  show(<Matches />);
  await press('Rest for a while');
  expect(await screen.findByText('It rests until one of you goes on.')).toBeInTheDocument();
  await press('Go on');
  expect(await screen.findByRole('button', { name: 'Rest for a while' })).toBeInTheDocument();
  expect(of(PUT).map((asked) => asked.body)).toEqual([{ state: 'paused' }, { state: 'active' }]);
});

it.each([
  ['under way', active],
  ['resting', paused],
])('ends what is %s once that is confirmed', async (_, match) => {
  const { of } = over([match], [{ ...match, state: 'ended' }]);
  show(<Matches />);
  await press('End it');
  expect(screen.getByRole('button', { name: 'End it' })).toHaveAttribute('aria-expanded', 'true');
  expect(within(screen.getByRole('group', { name: 'End it' })).getByText(/no reason.*nobody is told which of you/)).toBeInTheDocument();
  await press('No, keep it');
  expect(screen.getByRole('button', { name: 'End it' })).toHaveFocus();
  expect(of(PUT)).toHaveLength(0);
  await press('End it');
  await press('Yes, end it');
  expect(await screen.findByText('The Other was your mentor')).toBeInTheDocument();
  expect(of(PUT).map((asked) => asked.body)).toEqual([{ state: 'ended' }]);
});

it.each([
  ['notInOwnLineOfManagement', /same line of management/],
  ['sharesALanguage', /language in common/],
])('says which rule about work ended it: %s', async (endedByRule, text) => {
  over([{ ...active, state: 'ended', endedByRule }]);
  show(<Matches />);
  expect(await screen.findByText(text)).toBeInTheDocument();
});

it('shows a refusal at its match and what the matches are now', async () => {
  const detail = "This mentor's last place was taken a moment ago. We are looking for another mentor; the next proposal comes by itself.";
  const lists = [[proposed, { ...active, matchId: 'M-2' }], [lapsed, { ...active, matchId: 'M-2' }]];
  gateway({ [LIST]: () => json(lists.length > 1 ? lists.shift() : lists[0]), [PUT]: () => problem(409, detail) });
  show(<Matches />);
  await press('Yes, gladly');
  expect(await screen.findByText('came to nothing')).toBeInTheDocument();
  const [first, second] = screen.getAllByRole('listitem');
  expect(second).toHaveTextContent('came to nothing');
  expect(within(second as HTMLElement).getByRole('alert')).toHaveTextContent(detail);
  expect(within(first as HTMLElement).queryByRole('alert')).not.toBeInTheDocument();
});

it('has no points to show of somebody who was erased', async () => {
  over([{ ...active, state: 'ended', with: { staffId: '', displayName: null }, score: 0, points: [] }]);
  show(<Matches />);
  expect(await screen.findByText('someone who has left was your mentor')).toBeInTheDocument();
  expect(screen.queryByText(/Why this match/)).not.toBeInTheDocument();
});

it('leads to the sessions and goals of what has begun', async () => {
  over([
    active,
    { ...paused, matchId: 'M-2', with: { staffId: 'S-2', displayName: 'Two' } },
    { ...active, matchId: 'M-3', state: 'ended', with: { staffId: 'S-3', displayName: 'Three' } },
    { ...proposed, matchId: 'M-4' },
    { ...lapsed, matchId: 'M-5' },
    { ...active, matchId: 'M-6', state: 'ended', with: { staffId: '', displayName: null } },
  ]);
  show(<Matches />);
  expect(await screen.findByRole('link', { name: 'Sessions and goals with The Other' })).toHaveAttribute('href', '/together/match/M-1');
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/together/match/M-1', '/together/match/M-2', '/together/match/M-3']);
});

it('speaks Spanish', async () => {
  await speak('es', false);
  over([proposed]);
  show(<Matches />);
  expect(await screen.findByText('The Other podría ser su mentor o mentora')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Sí, con gusto' })).toBeInTheDocument();
});
