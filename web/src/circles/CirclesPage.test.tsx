import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OpenCircle, OwnCircle } from '../api/types';
import { speak } from '../i18n';
import { gateway, json, problem } from '../test/gateway';
import { show } from '../test/render';
import { mar, me, words } from '../together/fixtures';
import CirclesPage from './CirclesPage';

const PATH = '/api/mentorship-matching/me/circles';
const STATE = `PUT ${PATH}/C-1/state`;
const profile = (circle: boolean) => json({ staffId: 'S-0142', displayName: 'Someone', unit: null, roles: [], languages: [], mentoring: { asPeer: { circle, supervisionGroup: false, introductions: false, topics: [] } } });
const active: OwnCircle = {
  circleId: 'C-1',
  kind: 'circle',
  state: 'active',
  answerBy: null,
  accepted: true,
  since: '2026-08-11T09:00:00Z',
  members: [me, mar, { staffId: '', displayName: null }],
  languages: ['en'],
  topics: ['self-care'],
  halfDay: 'tue-pm',
  rhythmDays: 14,
  meetings: [
    { on: '2026-12-01', facilitator: me },
    { on: '2026-12-15', facilitator: mar },
    { on: '2026-12-29', facilitator: null },
  ],
  merging: null,
};
const proposed: OwnCircle = { ...active, state: 'proposed', since: null, accepted: false, answerBy: '2026-11-27T09:00:00Z', meetings: [] };
const open: OpenCircle = { circleId: 'C-7', kind: 'supervision-group', topics: ['court-work'], halfDay: 'tue-pm', rhythmDays: 7, size: '5-6' };
const merging = { answerBy: '2026-12-04T09:00:00Z', agreed: false, coming: null, into: { ...open, kind: 'circle' as const } };

/** Answers with the next list each time that the circles are read again. */
function over(lists: OwnCircle[][], more: Parameters<typeof gateway>[0] = {}, takesPart = true) {
  const waiting = [...lists];
  return gateway({
    ...words,
    'GET /api/profile/me': () => profile(takesPart),
    [`GET ${PATH}`]: () => json(waiting.length > 1 ? waiting.shift() : waiting[0]),
    [`GET ${PATH}/open`]: () => json([open]),
    ...more,
  });
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

it('says with whom, what all share, when they meet and whose turn it is', async () => {
  over([[active]]);
  show(<CirclesPage />);
  expect(await screen.findByText('With you, Mar Ríos, and someone who has left.')).toBeInTheDocument();
  const entry = screen.getByText('under way').closest('li') as HTMLElement;
  expect(entry).toHaveTextContent('every 2 weeks, Tuesday afternoon');
  expect(entry).toHaveTextContent('Topics all have namedSelf-care');
  expect(entry).toHaveTextContent('Languages all speakEnglish');
  expect(within(entry).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Dec 1, 2026: your turn to lead', 'Dec 15, 2026: Mar Ríos leads', 'Dec 29, 2026: decide together who leads']);
  expect(screen.getByRole('link', { name: 'Sessions and goals' })).toHaveAttribute('href', '/together/circle/C-1');
});

it('says yes to a proposal, and then waits without saying who else did', async () => {
  const { of } = over([[proposed], [{ ...proposed, accepted: true }]], { [STATE]: () => json({ ...proposed, accepted: true }) });
  show(<CirclesPage />);
  expect(await screen.findByText(/Please answer by .*November 27/)).toBeInTheDocument();
  expect(screen.getByText(/Proposed to you, Mar Ríos/)).toBeInTheDocument();
  expect(screen.getByText(/without a reason, and nobody is told/)).toBeInTheDocument();
  await press('Yes, gladly');
  expect(await screen.findByText(/You have said yes/)).toBeInTheDocument();
  expect(of(STATE).map((asked) => asked.body)).toEqual([{ state: 'active' }]);
  await waitFor(() => expect(screen.getByRole('heading', { level: 3, name: 'Peer circle' })).toHaveFocus());
});

it('declines, and is told that nobody is', async () => {
  const { of } = over([[proposed], []], { [STATE]: () => json({ ...proposed, state: 'left' }) });
  show(<CirclesPage />);
  await press('No, thanks');
  expect(await screen.findByText('You said no. Nobody is told.')).toHaveFocus();
  expect(of(STATE).map((asked) => asked.body)).toEqual([{ state: 'left' }]);
  expect(screen.getByText('You are in no circle yet')).toBeInTheDocument();
});

it('leaves only once that is confirmed, whatever is pressed twice', async () => {
  const { of } = over([[active], []], { [STATE]: () => json({ ...active, state: 'left' }) });
  show(<CirclesPage />);
  await userEvent.dblClick(await screen.findByRole('button', { name: 'Leave the circle' }));
  expect(of(STATE)).toHaveLength(0);
  await press('Yes, leave');
  expect(await screen.findByText('You have left the circle.')).toBeInTheDocument();
  expect(of(STATE).map((asked) => asked.body)).toEqual([{ state: 'left' }]);
});

it('decides when they meet, on a day that belongs to the half day', async () => {
  const put = `PUT ${PATH}/C-1/plan`;
  const { of } = over([[active]], { [put]: () => json(active) });
  show(<CirclesPage />);
  await press('Change when we meet');
  fireEvent.change(screen.getByLabelText('How often'), { target: { value: '21' } });
  await press('Meet then from now on');
  await waitFor(() => expect(screen.getByRole('heading', { level: 3, name: 'Peer circle' })).toHaveFocus());
  expect(of(put).map((asked) => asked.body)).toEqual([{ halfDay: 'tue-pm', rhythmDays: 21, nextOn: '2026-12-01' }]);
});

it('agrees to go on in another circle', async () => {
  const put = `PUT ${PATH}/C-1/merging`;
  const { of } = over([[{ ...active, merging }], [{ ...active, merging: { ...merging, agreed: true } }]], { [put]: () => json(active) });
  show(<CirclesPage />);
  expect(await screen.findByText(/could go on in this one/)).toBeInTheDocument();
  expect(screen.getByRole('group', { name: 'Going on together' })).toHaveTextContent('5–6 people');
  await press('Yes, I agree');
  expect(await screen.findByText(/You have agreed/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Yes, I agree' })).not.toBeInTheDocument();
  expect(of(put).map((asked) => asked.body)).toEqual([{ agree: true }]);
});

it('says no to those who would come, knowing what follows', async () => {
  const put = `PUT ${PATH}/C-1/merging`;
  const { of } = over([[{ ...active, merging: { ...merging, agreed: true, coming: 2, into: null } }], [active]], { [put]: () => json(active) });
  show(<CirclesPage />);
  expect(await screen.findByText(/2 people from there could come/)).toBeInTheDocument();
  await press('No, I do not want that');
  expect(screen.getByText(/One no is enough: then nobody comes/)).toBeInTheDocument();
  expect(of(put)).toHaveLength(0);
  await press('Yes, say no');
  await waitFor(() => expect(screen.queryByText('Going on together')).not.toBeInTheDocument());
  expect(of(put).map((asked) => asked.body)).toEqual([{ agree: false }]);
});

it('joins an open circle, of which nobody is named before', async () => {
  const put = `PUT ${PATH}/open/C-7`;
  const { of } = over([[], [active]], { [put]: () => json(active) });
  show(<CirclesPage />);
  const entry = (await screen.findByText('Peer supervision group')).closest('li') as HTMLElement;
  expect(entry).toHaveTextContent('How many5–6 peopleMeetsevery week, Tuesday afternoonTopics all have namedCourt work');
  await press('Join');
  expect(await screen.findByText(/You are in\./)).toHaveFocus();
  expect(of(put)).toHaveLength(1);
});

it('says that the last place was taken, and shows what is open now', async () => {
  const lists = [[open], []];
  over([[]], { [`GET ${PATH}/open`]: () => json(lists.length > 1 ? lists.shift() : lists[0]), [`PUT ${PATH}/open/C-7`]: () => problem(409, 'The last place was taken.') });
  show(<CirclesPage />);
  await press('Join');
  expect(await screen.findByText('No open circle fits at the moment.')).toBeInTheDocument();
  expect(screen.getByRole('alert')).toHaveTextContent('The last place was taken.');
});

it('leads to where one asks for a circle, and reads none that are open before', async () => {
  const { of } = over([[]], {}, false);
  show(<CirclesPage />);
  expect(await screen.findByRole('link', { name: /Ask for one/ })).toHaveAttribute('href', '/mentoring');
  expect(of(`GET ${PATH}/open`)).toHaveLength(0);
});

it('can be tried again when it cannot be read', async () => {
  let broken = true;
  over([[active]], { [`GET ${PATH}`]: () => (broken ? problem(503, 'Not now.') : json([active])) });
  show(<CirclesPage />);
  expect(await screen.findByText('Not now.')).toBeInTheDocument();
  broken = false;
  await press('Try again');
  expect(await screen.findByText('under way')).toBeInTheDocument();
});

it('speaks Spanish', async () => {
  await speak('es', false);
  over([[proposed]]);
  show(<CirclesPage />);
  expect(await screen.findByText(/Propuesto a usted, Mar Ríos/)).toBeInTheDocument();
});

