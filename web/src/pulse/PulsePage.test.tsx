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
  notice: { minimumGroup: 5, groups: [{ unitId: 'U-07', name: 'Harbour Team' }], seenBy: ['HR sees the same.'], comments: { minimumGroup: 10, readBy: ['HR reads every comment.'] } },
  answer: null,
  comment: null,
};
const receipt: Receipt = { responseId: 'R-1', cycleId: '2026-W47', score: 45, late: false, answeredAt: '2026-11-21T10:00:00Z' };
const PUT = 'PUT /api/check-in/me/pulse/2026-W47';
const COMMENT = `${PUT}/comment`;
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
  expect(screen.getByText(/kept what you had filled in/)).toBeInTheDocument();
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

const comment = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'In your own words (optional)' });
const write = (text: string) => fireEvent.change(comment(), { target: { value: text } });
const answer = { answers: { energy: 'often' }, score: 45, answeredAt: '2026-11-20T10:00:00Z' };
const line = { name: 'Emergency services', contact: '112', note: '' };

it('says beside the field who reads a comment, and sends it after the answers', async () => {
  const { asked, of } = gateway({ [GET]: () => json(open), [PUT]: () => json(receipt), [COMMENT]: () => json({ text: 'Two court days.', crisis: [] }) });
  show(<PulsePage />);
  await openPulse();
  const field = screen.getByRole('region', { name: 'Anything to add?' });
  expect(field).toHaveTextContent('HR reads every comment.');
  choose('energy', 'often');
  write('  Two court days. ');
  expect(JSON.stringify({ ...sessionStorage })).toContain('Two court days.');
  send();
  await screen.findByRole('heading', { name: 'Thank you' });
  expect(asked.slice(1).map((request) => `${request.method} ${request.path}`)).toEqual([PUT, COMMENT]);
  expect(of(COMMENT)[0]?.body).toEqual({ text: 'Two court days.' });
  expect(screen.getByText(/Your comment is stored as well/)).toBeInTheDocument();
  expect(sessionStorage).toHaveLength(0);
});

it('sends no comment where none was written or it is as it was', async () => {
  const { of } = gateway({ [GET]: () => json({ ...open, answer, comment: 'As it was' }), [PUT]: () => json(receipt) });
  show(<PulsePage />);
  expect(await screen.findByText(/As it was/)).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Change my answers' }));
  expect(comment()).toHaveValue('As it was');
  send();
  await screen.findByRole('heading', { name: 'Thank you' });
  expect(of(COMMENT)).toHaveLength(0);
});

it('removes a comment that was emptied', async () => {
  const { of } = gateway({ [GET]: () => json({ ...open, answer, comment: 'As it was' }), [PUT]: () => json(receipt), [`DELETE ${COMMENT.slice(4)}`]: () => new Response(null, { status: 204 }) });
  show(<PulsePage />);
  fireEvent.click(await screen.findByRole('button', { name: 'Change my answers' }));
  write('  ');
  send();
  await screen.findByRole('heading', { name: 'Thank you' });
  expect(of(`DELETE ${COMMENT.slice(4)}`)).toHaveLength(1);
});

it('keeps a comment when the session has ended between it and the answers, also for a new start', async () => {
  gateway({ [GET]: () => json(open), [PUT]: () => json(receipt), [COMMENT]: () => problem(401, 'Sign in first.') });
  const { unmount } = show(<PulsePage />);
  await openPulse();
  choose('energy', 'often');
  write('Two court days.');
  send();
  expect(await screen.findByRole('button', { name: 'Sign in again' })).toBeInTheDocument();
  unmount();

  const { of } = gateway({ [GET]: () => json({ ...open, answer }), [PUT]: () => json(receipt), [COMMENT]: () => json({ text: 'Two court days.', crisis: [] }) });
  show(<PulsePage />);
  await openPulse();
  expect(comment()).toHaveValue('Two court days.');
  send();
  await screen.findByRole('heading', { name: 'Thank you' });
  expect(of(COMMENT)).toHaveLength(1);
});

it('sends answers and comment again when the network was away in between', async () => {
  vi.useFakeTimers();
  let down = true;
  const { of } = gateway({ [GET]: () => json(open), [PUT]: () => json(receipt), [COMMENT]: () => (down ? unreachable() : json({ text: 'Words', crisis: [] })) });
  show(<PulsePage />);
  await settled();
  choose('energy', 'often');
  write('Words');
  send();
  await settled();
  expect(screen.getByText(/could not be reached/)).toBeInTheDocument();
  down = false;
  await passing(2);
  expect(screen.getByRole('heading', { name: 'Thank you' })).toBeInTheDocument();
  expect(of(COMMENT)).toHaveLength(2);
});

it('shows whom to turn to where the words call for it', async () => {
  gateway({ [GET]: () => json(open), [PUT]: () => json(receipt), [COMMENT]: () => json({ text: 'x', crisis: [line] }) });
  show(<PulsePage />);
  await openPulse();
  choose('energy', 'often');
  write('x');
  send();
  expect(await screen.findByText(/112/)).toBeInTheDocument();
});

it('thanks for the answers and says why the comment was refused, with whom to turn to', async () => {
  const refused = { type: 'urn:holdfast:problem:cycle-not-open', status: 409, detail: 'It has closed.', crisis: [line] };
  gateway({ [GET]: () => json(open), [PUT]: () => json({ ...receipt, late: true }), [COMMENT]: () => json(refused, 409) });
  show(<PulsePage />);
  await openPulse();
  choose('energy', 'often');
  write('x');
  send();
  expect(await screen.findByRole('heading', { name: 'Thank you' })).toBeInTheDocument();
  expect(screen.getByText('Your answers are stored; your comment could not be added')).toBeInTheDocument();
  expect(screen.getByText('It has closed.')).toBeInTheDocument();
  expect(screen.getByText(/112/)).toBeInTheDocument();
});
