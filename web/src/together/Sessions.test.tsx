import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { json, problem } from '../test/gateway';
import { show } from '../test/render';
import { BASE, gathering, having, held, planned } from './fixtures';
import { Sessions } from './Sessions';

const PUT = `PUT ${BASE}/sessions/00000000-0000-4000-8000-000000000000`;
const PUT_1 = `PUT ${BASE}/sessions/s-1`;
const overdue = { ...planned, startsAt: '2026-05-06T09:30:00Z' };

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const region = (name: string) => within(screen.getByRole('region', { name }));

async function fill() {
  await press('Plan a session');
  fireEvent.change(screen.getByLabelText(/Day/), { target: { value: '2099-06-07' } });
  fireEvent.change(screen.getByLabelText(/Time/), { target: { value: '14:15' } });
}

beforeEach(() => void vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => bytes));
afterEach(() => vi.restoreAllMocks());

it('plans a session with day, time, length, place and topics', async () => {
  const { of } = having([], { [PUT]: () => json({ ...planned, sessionId: 's-9' }) });
  show(<Sessions gathering={gathering} />);
  expect(await screen.findByText('No session is planned.')).toBeInTheDocument();
  await fill();
  fireEvent.change(screen.getByLabelText('Length'), { target: { value: '90' } });
  fireEvent.change(screen.getByLabelText(/Where/), { target: { value: ' Room 9 ' } });
  fireEvent.click(screen.getByLabelText('Self-care'));
  fireEvent.click(screen.getByRole('button', { name: 'Plan a session' }));
  expect(await screen.findByText(/Planned for .*May.* told to Mar Ríos/)).toHaveFocus();
  expect(of(PUT).map((asked) => asked.body)).toEqual([{ startsAt: new Date(2099, 5, 7, 14, 15).toISOString(), minutes: 90, where: 'Room 9', topics: ['self-care'] }]);
  expect(await region('Next sessions').findByText('Room 12')).toBeInTheDocument();
});

it('keeps what was typed when the session has ended, and sends it under the same id', async () => {
  having([], { [PUT]: () => problem(401, 'Sign in first.') });
  const { unmount } = show(<Sessions gathering={gathering} />);
  await fill();
  fireEvent.click(screen.getByRole('button', { name: 'Plan a session' }));
  expect(await screen.findByText(/What you typed is kept/)).toBeInTheDocument();
  unmount();
  vi.restoreAllMocks();
  const { of } = having([], { [PUT]: () => json(planned) });
  show(<Sessions gathering={gathering} />);
  expect(await screen.findByLabelText(/Day/)).toHaveValue('2099-06-07');
  fireEvent.click(screen.getByRole('button', { name: 'Plan a session' }));
  await vi.waitFor(() => expect(of(PUT)).toHaveLength(1));
});

it('says at the day what is wrong with it', async () => {
  having([], { [PUT]: () => problem(400, 'The session is years away. Check the date.', {}, undefined, 'invalid-start', { pointer: '/startsAt' }) });
  show(<Sessions gathering={gathering} />);
  await fill();
  fireEvent.click(screen.getByRole('button', { name: 'Plan a session' }));
  await vi.waitFor(() => expect(screen.getByLabelText(/Day/)).toHaveAccessibleDescription('The session is years away. Check the date.'));
  expect(screen.getByLabelText(/Day/)).toHaveFocus();
});

it('shows where it is, as something to follow only if it is an address on the web', async () => {
  having([planned, { ...planned, sessionId: 's-3', where: 'https://meet.example.org/a' }, { ...planned, sessionId: 's-4', where: 'javascript:alert(1)' }]);
  show(<Sessions gathering={gathering} />);
  expect(await screen.findByRole('link', { name: 'https://meet.example.org/a' })).toHaveAttribute('href', 'https://meet.example.org/a');
  expect(screen.getByText('Room 12')).toBeInTheDocument();
  expect(screen.getByText('javascript:alert(1)').closest('a')).toBeNull();
});

it('puts what is planned into a calendar, and takes out what was cancelled', async () => {
  having([planned, { ...planned, sessionId: 's-3', state: 'cancelled' }, held]);
  show(<Sessions gathering={gathering} />);
  expect(await screen.findByRole('link', { name: 'Put it into my calendar' })).toHaveAttribute('href', `${BASE}/sessions/s-1/invitation.ics`);
  expect(screen.getByRole('link', { name: 'Take it out of my calendar' })).toHaveAttribute('href', `${BASE}/sessions/s-3/invitation.ics`);
});

it('changes a plan, starting from what it is', async () => {
  const { of } = having([planned], { [PUT_1]: () => json({ ...planned, minutes: 60 }) });
  show(<Sessions gathering={gathering} />);
  await press('Change it');
  expect(screen.getByLabelText(/Where/)).toHaveValue('Room 12');
  expect(screen.getByText('What it is about: Court work')).toBeInTheDocument();
  fireEvent.change(screen.getByLabelText('Length'), { target: { value: '60' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save the change' }));
  expect(await screen.findByText('60 minutes · Court work')).toBeInTheDocument();
  expect(of(PUT_1).map((asked) => asked.body)).toEqual([{ startsAt: '2099-05-06T09:30:00.000Z', minutes: 60, where: 'Room 12', topics: ['court-work'] }]);
  expect(screen.getByRole('heading', { level: 3 })).toHaveFocus();
});

it('cancels only once that is confirmed, whatever is pressed twice', async () => {
  const { of } = having([planned], { [`${PUT_1}/state`]: () => json({ ...planned, state: 'cancelled' }) });
  show(<Sessions gathering={gathering} />);
  await userEvent.dblClick(await screen.findByRole('button', { name: 'Cancel it' }));
  expect(within(screen.getByRole('group', { name: 'Cancel it' })).getByText(/does not come back/)).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'No, keep it' }));
  expect(screen.getByRole('button', { name: 'Cancel it' })).toHaveFocus();
  expect(of(`${PUT_1}/state`)).toHaveLength(0);
  await press('Cancel it');
  await press('Yes, cancel it');
  expect(await screen.findByText(/^Cancelled:/)).toHaveFocus();
  expect(of(`${PUT_1}/state`).map((asked) => asked.body)).toEqual([{ state: 'cancelled' }]);
  expect(await region('Past sessions').findByText('cancelled')).toBeInTheDocument();
});

it('asks about what should have been held by now, and logs it as it was', async () => {
  const { of } = having([overdue], { [`${PUT_1}/held`]: () => json({ ...overdue, state: 'held' }) });
  show(<Sessions gathering={gathering} />);
  expect(await screen.findByText('was it held?')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /calendar/ })).not.toBeInTheDocument();
  await press('It was held');
  fireEvent.click(screen.getByRole('button', { name: 'Log it' }));
  expect(await screen.findByText(/^Logged:/)).toHaveFocus();
  expect(of(`${PUT_1}/held`).map((asked) => asked.body)).toEqual([{ heldAt: '2026-05-06T09:30:00.000Z', minutes: 45, topics: ['court-work'] }]);
  expect(await region('Past sessions').findByText('held')).toBeInTheDocument();
});

it('does not offer to log what is yet to come', async () => {
  having([planned]);
  show(<Sessions gathering={gathering} />);
  expect(await screen.findByText('planned')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'It was held' })).not.toBeInTheDocument();
});

it('shows a refusal at its session and what the sessions are now', async () => {
  const lists = [[planned], [{ ...planned, state: 'held' }]];
  having([], { [`GET ${BASE}/sessions`]: () => json(lists.length > 1 ? lists.shift() : lists[0]), [`${PUT_1}/state`]: () => problem(409, 'It was held meanwhile.') });
  show(<Sessions gathering={gathering} />);
  await press('Cancel it');
  await press('Yes, cancel it');
  expect(await screen.findByText('held')).toBeInTheDocument();
});

it('shows the last five that are past, and all of them when asked', async () => {
  having(Array.from({ length: 7 }, (_, i) => ({ ...held, sessionId: `h-${i}` })));
  show(<Sessions gathering={gathering} />);
  expect(await screen.findAllByRole('listitem')).toHaveLength(5);
  await press('Show all 7');
  expect(screen.getAllByRole('listitem')).toHaveLength(7);
});

it('plans nothing new in what is over, but logs what was held', async () => {
  having([planned]);
  show(<Sessions gathering={{ ...gathering, living: false }} />);
  expect(await screen.findByRole('button', { name: 'Log one that was not planned' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Plan a session' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Change it' })).not.toBeInTheDocument();
});
