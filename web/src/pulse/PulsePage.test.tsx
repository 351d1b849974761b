import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Pulse, Receipt } from '../api/types';
import { gateway, json, problem, unreachable } from '../test/gateway';
import { show, someone } from '../test/render';
import PulsePage from './PulsePage';

const options = ['always', 'often', 'sometimes', 'seldom', 'never'].map((id) => ({ id, label: id }));
const items = ['energy', 'workload', 'strain', 'support', 'meaning'].map((id) => ({ id, text: `How was ${id}?`, options }));
const open: Pulse = {
  cycle: { cycleId: '2026-W47', opensAt: '2026-11-16T06:00:00Z', closesAt: '2026-11-22T18:00:00Z' },
  instrument: { id: 'pulse', version: 1, title: 'Your week', minutes: 2, items },
  notice: { minimumGroup: 5, groups: [{ unitId: 'U-07', name: 'Harbour Team' }], seenBy: ['HR sees the same.'] },
  answer: null,
};
const receipt: Receipt = { responseId: 'R-1', cycleId: '2026-W47', score: 45, late: false, answeredAt: '2026-11-21T10:00:00Z' };
const PUT = 'PUT /api/check-in/me/pulse/2026-W47';
const GET = 'GET /api/check-in/me/pulse';

const question = (item: string) => within(screen.getByRole('group', { name: `How was ${item}?` }));
const choose = (item: string, option: string) => fireEvent.click(question(item).getByRole('radio', { name: option }));
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Send my answers' }));

async function openPulse(): Promise<void> {
  await screen.findByRole('button', { name: 'Send my answers' });
}

/** Lets so many seconds of the test's clock pass, each with all that follows from it. */
async function passing(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await act(() => vi.advanceTimersByTimeAsync(1000));
  }
  await settled();
}

async function settled(): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(10));
}

afterEach(() => vi.useRealTimers());

it('tells who will see what before the first question', async () => {
  gateway({ [GET]: () => json(open) });
  show(<PulsePage />);
  await openPulse();
  const notice = screen.getByRole('region', { name: 'What happens with your answers' });
  expect(notice).toHaveTextContent('Harbour Team');
  expect(notice).toHaveTextContent('at least 5 people');
  expect(notice).toHaveTextContent('HR sees the same.');
  expect(notice.compareDocumentPosition(screen.getByRole('group', { name: 'How was energy?' }))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it('sends what was chosen and thanks with the score', async () => {
  const { of } = gateway({ [GET]: () => json(open), [PUT]: () => json(receipt) });
  show(<PulsePage />);
  await openPulse();
  for (const { id } of items) {
    choose(id, 'often');
  }
  expect(screen.getByText('5 of 5')).toBeInTheDocument();
  send();
  expect(await screen.findByRole('heading', { name: 'Thank you' })).toBeInTheDocument();
  expect(screen.getByText('45')).toBeInTheDocument();
  expect(of(PUT)[0]?.body).toEqual({ answers: { energy: 'often', workload: 'often', strain: 'often', support: 'often', meaning: 'often' } });
  expect(sessionStorage).toHaveLength(0);
});

it('takes part of the answers, and says that fewer than three give no score', async () => {
  const { of } = gateway({ [GET]: () => json(open), [PUT]: () => json({ ...receipt, score: null }) });
  show(<PulsePage />);
  await openPulse();
  choose('energy', 'never');
  expect(screen.getByText(/With fewer than three answers/)).toBeInTheDocument();
  send();
  expect(await screen.findByText(/No score this time/)).toBeInTheDocument();
  expect(of(PUT)[0]?.body).toEqual({ answers: { energy: 'never' } });
});

it('sends nothing when nothing was chosen', async () => {
  const { of } = gateway({ [GET]: () => json(open) });
  show(<PulsePage />);
  await openPulse();
  send();
  expect(screen.getByText('Choose an answer to at least one question first.')).toBeInTheDocument();
  expect(of(PUT)).toHaveLength(0);
});

it('leaves out an answer that was taken back', async () => {
  const { of } = gateway({ [GET]: () => json(open), [PUT]: () => json(receipt) });
  show(<PulsePage />);
  await openPulse();
  choose('energy', 'never');
  choose('support', 'often');
  fireEvent.click(screen.getByRole('button', { name: 'Leave this one out: How was energy?' }));
  send();
  await screen.findByRole('heading', { name: 'Thank you' });
  expect(of(PUT)[0]?.body).toEqual({ answers: { support: 'often' } });
});

it('counts down what a busy service asks for and sends the same again', async () => {
  vi.useFakeTimers();
  let busy = true;
  const { of } = gateway({ [GET]: () => json(open), [PUT]: () => (busy ? problem(503, 'Full.', { 'Retry-After': '3' }) : json(receipt)) });
  show(<PulsePage />);
  await settled();
  choose('energy', 'often');
  send();
  await settled();
  expect(screen.getByText(/saving up.*in 3 s/)).toBeInTheDocument();
  await passing(1);
  expect(screen.getByText(/saving up.*in 2 s/)).toBeInTheDocument();
  expect(of(PUT)).toHaveLength(1);
  busy = false;
  await passing(2);
  expect(screen.getByRole('heading', { name: 'Thank you' })).toBeInTheDocument();
  expect(of(PUT)).toHaveLength(2);
  expect(of(PUT)[1]?.body).toEqual(of(PUT)[0]?.body);
});

it('sends the same again when no answer came', async () => {
  vi.useFakeTimers();
  let down = true;
  const { of } = gateway({ [GET]: () => json(open), [PUT]: () => (down ? unreachable() : json(receipt)) });
  show(<PulsePage />);
  await settled();
  choose('energy', 'often');
  send();
  await settled();
  expect(screen.getByText(/could not be reached; trying again in 2 s/)).toBeInTheDocument();
  down = false;
  await passing(2);
  expect(screen.getByRole('heading', { name: 'Thank you' })).toBeInTheDocument();
  expect(of(PUT).map((asked) => asked.body)).toEqual([{ answers: { energy: 'often' } }, { answers: { energy: 'often' } }]);
});

it('keeps the draft through a failure, a closed page and a new start', async () => {
  gateway({ [GET]: () => json(open), [PUT]: unreachable });
  const { unmount } = show(<PulsePage />);
  await openPulse();
  choose('energy', 'seldom');
  choose('meaning', 'always');
  send();
  await screen.findByText(/could not be reached/);
  unmount();

  gateway({ [GET]: () => json(open) });
  show(<PulsePage />);
  await openPulse();
  expect(screen.getByText(/kept the answers/)).toBeInTheDocument();
  expect(question('energy').getByRole('radio', { name: 'seldom' })).toBeChecked();
  expect(question('meaning').getByRole('radio', { name: 'always' })).toBeChecked();
  expect(screen.getByText('2 of 5')).toBeInTheDocument();
});

it('keeps the draft when the session has ended, and offers to sign in again', async () => {
  gateway({ [GET]: () => json(open), [PUT]: () => problem(401, 'Sign in first.') });
  show(<PulsePage />);
  await openPulse();
  choose('energy', 'seldom');
  send();
  expect(await screen.findByRole('button', { name: 'Sign in again' })).toBeInTheDocument();
  expect(JSON.stringify({ ...sessionStorage })).toContain('seldom');
});

it('shows one person’s draft to nobody else', async () => {
  gateway({ [GET]: () => json(open) });
  const { unmount } = show(<PulsePage />);
  await openPulse();
  choose('energy', 'seldom');
  unmount();
  show(<PulsePage />, { as: { ...someone, staffId: 'S-0999' } });
  await openPulse();
  expect(screen.getByText('0 of 5')).toBeInTheDocument();
});

it('shows the service’s own words when it refuses, and keeps the answers', async () => {
  gateway({ [GET]: () => json(open), [PUT]: () => problem(409, 'This cycle has closed.') });
  show(<PulsePage />);
  await openPulse();
  choose('energy', 'seldom');
  send();
  expect(await screen.findByText('This cycle has closed.')).toBeInTheDocument();
  expect(question('energy').getByRole('radio', { name: 'seldom' })).toBeChecked();
});

it('says when an answer came late', async () => {
  gateway({ [GET]: () => json(open), [PUT]: () => json({ ...receipt, late: true }) });
  show(<PulsePage />);
  await openPulse();
  choose('energy', 'seldom');
  send();
  expect(await screen.findByText(/not in any team’s figure/)).toBeInTheDocument();
});

it('lets a given answer be changed until the close', async () => {
  const answer = { answers: { energy: 'often' }, score: 45, answeredAt: '2026-11-20T10:00:00Z' };
  gateway({ [GET]: () => json({ ...open, answer }) });
  show(<PulsePage />);
  expect(await screen.findByRole('heading', { name: 'You have answered' })).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Change my answers' }));
  expect(question('energy').getByRole('radio', { name: 'often' })).toBeChecked();
});

it('makes the options of a question one group of the browser’s own radio buttons', async () => {
  gateway({ [GET]: () => json(open) });
  show(<PulsePage />);
  await openPulse();
  const names = items.map(({ id }) => new Set(question(id).getAllByRole<HTMLInputElement>('radio').map((radio) => radio.name)));
  expect(names.map((group) => group.size)).toEqual([1, 1, 1, 1, 1]);
  expect(new Set(names.flatMap((group) => [...group])).size).toBe(5);
});

it('can be answered with the keyboard alone', async () => {
  const user = userEvent.setup();
  const { of } = gateway({ [GET]: () => json(open), [PUT]: () => json(receipt) });
  show(<PulsePage />);
  await openPulse();
  await user.tab();
  expect(question('energy').getByRole('radio', { name: 'always' })).toHaveFocus();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(question('energy').getByRole('radio', { name: 'sometimes' })).toBeChecked();
  screen.getByRole('button', { name: 'Send my answers' }).focus();
  await user.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'Thank you' });
  expect(of(PUT)[0]?.body).toEqual({ answers: { energy: 'sometimes' } });
});

it('has a friendly word when no pulse is open', async () => {
  gateway({ [GET]: () => json({ ...open, cycle: null }) });
  show(<PulsePage />);
  expect(await screen.findByRole('heading', { name: 'No pulse is open right now' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Look at your own scores' })).toHaveAttribute('href', '/scores');
});
