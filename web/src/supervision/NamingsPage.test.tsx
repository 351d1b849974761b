import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { NamedSupervision } from '../api/types';
import { speak } from '../i18n';
import { gateway, json, problem, refusal, unreachable } from '../test/gateway';
import { show, someone } from '../test/render';
import NamingsPage from './NamingsPage';

const PATH = '/api/mentorship-matching/supervisions';
const RHYTHM = `PUT ${PATH}/N-1`;
const STATE = `${RHYTHM}/state`;
const NEW = `PUT ${PATH}/00000000-0000-4000-8000-000000000000`;
const FIND = 'GET /api/mentorship-matching/me/participation/colleagues?name=';
const noa = { staffId: 'S-0012', displayName: 'Noa Fjord' };
const sal = { staffId: 'S-0150', displayName: 'Sal Kelpwood' };
const waiting: NamedSupervision = { supervisionId: 'N-1', supervisor: noa, supervisee: sal, everyDays: 30, state: 'proposed', namedAt: '2026-05-04T09:00:00Z' };
const over: NamedSupervision = { ...waiting, supervisionId: 'N-2', supervisor: { staffId: '', displayName: null }, state: 'ended' };

/** Answers with the next list each time that they are read again. */
function open(lists: NamedSupervision[][], more: Parameters<typeof gateway>[0] = {}) {
  const left = [...lists];
  const answered = gateway({
    [`GET ${PATH}`]: () => json(left.length > 1 ? left.shift() : left[0]),
    [`${FIND}noa`]: () => json([noa]),
    [`${FIND}sal`]: () => json([sal, { ...sal, staffId: 'S-0151' }]),
    ...more,
  });
  show(<NamingsPage />, { as: { ...someone, roles: ['hr'] } });
  return answered;
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

async function pick(field: string, typed: string, name: string) {
  await userEvent.type(screen.getByRole('combobox', { name: field }), typed);
  fireEvent.click(await screen.findByRole('option', { name }));
}

async function nameTheTwo() {
  await pick('Who supervises', 'noa', 'Noa Fjord');
  await pick('Who is supervised', 'sal', 'Sal Kelpwood (S-0150)');
  fireEvent.change(screen.getByLabelText('How often to meet'), { target: { value: '14' } });
  await press('Name the two');
}

beforeEach(() => void vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => bytes));
afterEach(() => vi.restoreAllMocks());

it('tells who supervises whom, since when they are named, how often they are to meet and how far it is', async () => {
  open([[waiting, over]]);
  const entry = within((await screen.findByRole('heading', { name: 'Noa Fjord supervises Sal Kelpwood' })).closest('li') as HTMLElement);
  expect(entry.getByText('waiting')).toBeInTheDocument();
  expect(entry.getByText('named on May 4, 2026')).toBeInTheDocument();
  expect(entry.getByText('How often to meet: every 30 days')).toBeInTheDocument();
});

it('shows what is over only if it is asked for, and offers nothing about it', async () => {
  open([[over]]);
  expect(await screen.findByText('None at present.')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('checkbox', { name: /those that are over/ }));
  const entry = within(screen.getByRole('heading', { name: 'someone who has left supervises Sal Kelpwood' }).closest('li') as HTMLElement);
  expect(entry.getByText('over')).toBeInTheDocument();
  expect(entry.queryByRole('button')).not.toBeInTheDocument();
  expect(entry.queryByText(/How often/)).not.toBeInTheDocument();
});

it('shows the first twenty, and all if wanted', async () => {
  open([Array.from({ length: 21 }, (_, i) => ({ ...waiting, supervisionId: `N-${i}` }))]);
  expect(await screen.findAllByRole('heading', { level: 3 })).toHaveLength(20);
  await press('Show all 21');
  expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(21);
});

it('says so when the list cannot be read, and reads it again', async () => {
  const answers = [() => problem(503, 'Later.'), () => json([waiting])];
  open([], { [`GET ${PATH}`]: () => (answers.shift() ?? unreachable)() });
  await press('Try again');
  expect(await screen.findByText('waiting')).toBeInTheDocument();
});

it('names two people with a rhythm, and tells namesakes apart', async () => {
  const { of } = open([[], [waiting]], { [NEW]: () => json({ ...waiting, everyDays: 14 }) });
  await press('Name the two');
  for (const field of ['Who supervises', 'Who is supervised']) {
    expect(screen.getByRole('combobox', { name: field })).toHaveAccessibleDescription(/Choose somebody/);
  }
  expect(of(NEW)).toHaveLength(0);
  await nameTheTwo();
  expect(await screen.findByText('Noa Fjord is named to supervise Sal Kelpwood, who is asked now.')).toBeInTheDocument();
  expect(of(NEW).map((asked) => asked.body)).toEqual([{ supervisorId: 'S-0012', superviseeId: 'S-0150', everyDays: 14 }]);
  expect(await screen.findByRole('heading', { name: 'Noa Fjord supervises Sal Kelpwood' })).toBeInTheDocument();
});

it.each([
  ['supervised-already', '/superviseeId', 'Who is supervised', /These two have a supervision already/],
  ['cannot-be-supervised', '/supervisorId', 'Who supervises', /two different people who both work here/],
])('says at the field that it is about: %s', async (kind, pointer, field, words) => {
  open([[]], { [NEW]: () => refusal(kind, { pointer }) });
  await screen.findByText('None at present.');
  await nameTheTwo();
  await waitFor(() => expect(screen.getByRole('combobox', { name: field })).toHaveAccessibleDescription(words));
  expect(screen.getByRole('combobox', { name: field })).toHaveFocus();
  expect(screen.getByRole('alert')).toHaveTextContent('Please mend what is marked.');
  expect(screen.getByText('For Sal Kelpwood (S-0150).')).toBeInTheDocument();
});

it('changes the rhythm, from one that is not among the usual ones', async () => {
  const { of } = open([[waiting], [{ ...waiting, everyDays: 56 }]], { [RHYTHM]: () => json({ ...waiting, everyDays: 56 }) });
  await press('Change the rhythm');
  const rhythm = screen.getAllByLabelText('How often to meet')[0] as HTMLElement;
  expect(rhythm).toHaveValue('30');
  fireEvent.change(rhythm, { target: { value: '56' } });
  await press('Save the rhythm');
  expect(await screen.findByText('Noa Fjord and Sal Kelpwood are to meet every 56 days.')).toHaveFocus();
  expect(screen.getByText('How often to meet: every 56 days')).toBeInTheDocument();
  expect(of(RHYTHM).map((asked) => asked.body)).toEqual([{ supervisorId: 'S-0012', superviseeId: 'S-0150', everyDays: 56 }]);
});

it('leaves the rhythm as it is if one thinks better of it', async () => {
  open([[waiting]]);
  await press('Change the rhythm');
  await press('Cancel');
  expect(screen.getByText('How often to meet: every 30 days')).toBeInTheDocument();
});

it('ends only once that is confirmed', async () => {
  const { of } = open([[waiting], [{ ...waiting, state: 'ended' }]], { [STATE]: () => json({ ...waiting, state: 'ended' }) });
  await userEvent.dblClick(await screen.findByRole('button', { name: 'End it' }));
  expect(screen.getByText(/nobody is told who ended it/)).toBeInTheDocument();
  expect(of(STATE)).toHaveLength(0);
  await press('Yes, end it');
  expect(await screen.findByText('The supervision of Sal Kelpwood by Noa Fjord is over.')).toHaveFocus();
  expect(screen.queryByRole('heading', { level: 3 })).not.toBeInTheDocument();
  expect(of(STATE).map((asked) => asked.body)).toEqual([{ state: 'ended' }]);
});

it('says where it was over already, though it is not on the list any more', async () => {
  open([[waiting], [{ ...waiting, state: 'ended' }]], { [RHYTHM]: () => refusal('supervision-is-over') });
  await press('Change the rhythm');
  await press('Save the rhythm');
  expect(await screen.findByText('The supervision of Sal Kelpwood by Noa Fjord was over already.')).toHaveFocus();
  expect(screen.queryByRole('heading', { level: 3 })).not.toBeInTheDocument();
});

it('shows any other refusal in the words of the service', async () => {
  open([[waiting]], { [RHYTHM]: () => problem(503, 'Nothing was changed.') });
  await press('Change the rhythm');
  await press('Save the rhythm');
  expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was changed.');
});

it('speaks Spanish', async () => {
  await speak('es', false);
  open([[waiting]]);
  expect(await screen.findByRole('heading', { name: 'Noa Fjord supervisa a Sal Kelpwood' })).toBeInTheDocument();
  expect(screen.getByText('en espera')).toBeInTheDocument();
});
