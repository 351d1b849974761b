import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OwnSupervision } from '../api/types';
import { speak } from '../i18n';
import { gateway, json, problem } from '../test/gateway';
import { show, someone } from '../test/render';
import SupervisionsPage from './SupervisionsPage';

const PATH = '/api/mentorship-matching/me/supervisions';
const STATE = `PUT ${PATH}/V-1/state`;
const NEW = `PUT ${PATH}/00000000-0000-4000-8000-000000000000`;
const active: OwnSupervision = { supervisionId: 'V-1', as: 'supervisee', with: { staffId: 'S-0101', displayName: 'Robin Tidewater' }, everyDays: 28, state: 'active', since: '2026-05-04T09:00:00Z', lastHeld: '2026-05-12T12:00:00Z', nextDue: '2099-06-09T12:00:00Z' };
const proposed: OwnSupervision = { ...active, state: 'proposed', since: null, lastHeld: null, nextDue: null };
const supervisor = { ...someone, roles: ['supervisor' as const] };

/** Answers with the next list each time that they are read again. */
function over(lists: OwnSupervision[][], more: Parameters<typeof gateway>[0] = {}) {
  const waiting = [...lists];
  return gateway({ [`GET ${PATH}`]: () => json(waiting.length > 1 ? waiting.shift() : waiting[0]), [STATE]: () => json(active), ...more });
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

afterEach(() => vi.restoreAllMocks());

it('says with whom, how often, when they met and when they should meet again', async () => {
  over([[active]]);
  show(<SupervisionsPage />);
  expect(await screen.findByText('Supervision by Robin Tidewater')).toBeInTheDocument();
  expect(screen.getByText('How often to meet: every 28 days')).toBeInTheDocument();
  expect(screen.getByText(/You met last on May 12, 2026/)).toBeInTheDocument();
  expect(screen.getByText(/is due by Jun 9, 2099/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /Sessions and goals/ })).toHaveAttribute('href', '/together/supervision/V-1');
  expect(screen.queryByText('Offer supervision')).not.toBeInTheDocument();
});

it('says what is overdue', async () => {
  over([[{ ...active, nextDue: '2026-06-09T12:00:00Z' }]]);
  show(<SupervisionsPage />);
  expect(await screen.findByText(/has been due since Jun 9, 2026/)).toBeInTheDocument();
});

it('lets who is to be supervised accept', async () => {
  const { of } = over([[proposed], [active]]);
  show(<SupervisionsPage />);
  expect(await screen.findByText(/say no without a reason/)).toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
  await press('Accept');
  expect(await screen.findByText('under way')).toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole('heading', { level: 3 })).toHaveFocus());
  expect(of(STATE).map((asked) => asked.body)).toEqual([{ state: 'active' }]);
});

it('lets who offered it take it back, and not accept for the other one', async () => {
  const { of } = over([[{ ...proposed, as: 'supervisor' }], []]);
  show(<SupervisionsPage />, { as: supervisor });
  expect(await screen.findByText('It begins when Robin Tidewater accepts.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Accept' })).not.toBeInTheDocument();
  await press('Take it back');
  await waitFor(() => expect(of(STATE).map((asked) => asked.body)).toEqual([{ state: 'ended' }]));
});

it('ends only once that is confirmed, whatever is pressed twice', async () => {
  const { of } = over([[active], [{ ...active, state: 'ended', nextDue: null }]]);
  show(<SupervisionsPage />);
  await userEvent.dblClick(await screen.findByRole('button', { name: 'End it' }));
  expect(of(STATE)).toHaveLength(0);
  await press('Yes, end it');
  expect(await screen.findByText('ended')).toBeInTheDocument();
  expect(of(STATE).map((asked) => asked.body)).toEqual([{ state: 'ended' }]);
});

it('rests and goes on', async () => {
  const { of } = over([[active], [{ ...active, state: 'paused', nextDue: null }], [active]]);
  show(<SupervisionsPage />);
  await press('Rest for a while');
  await press('Go on');
  expect(await screen.findByRole('button', { name: 'Rest for a while' })).toBeInTheDocument();
  expect(of(STATE).map((asked) => asked.body)).toEqual([{ state: 'paused' }, { state: 'active' }]);
});

it('shows a refusal at its supervision and what it is now', async () => {
  over([[active], [{ ...active, state: 'ended' }]], { [STATE]: () => problem(409, 'It is over.') });
  show(<SupervisionsPage />);
  await press('Rest for a while');
  const entry = (await screen.findByText('ended')).closest('li') as HTMLElement;
  expect(within(entry).getByRole('alert')).toHaveTextContent('It is over.');
});

it('lets a supervisor offer it to somebody, with a rhythm', async () => {
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => bytes);
  const { of } = over([[]], { 'GET /api/mentorship-matching/me/participation/colleagues?name=sal': () => json([{ staffId: 'S-0150', displayName: 'Sal Kelpwood' }]), [NEW]: () => json({ ...proposed, as: 'supervisor', with: { staffId: 'S-0150', displayName: 'Sal Kelpwood' } }) });
  show(<SupervisionsPage />, { as: supervisor });
  await press('Offer it');
  expect(screen.getByRole('combobox', { name: 'Whom' })).toHaveAccessibleDescription(/Choose somebody/);
  expect(of(NEW)).toHaveLength(0);
  await userEvent.type(screen.getByRole('combobox', { name: 'Whom' }), 'sal');
  fireEvent.click(await screen.findByRole('option', { name: 'Sal Kelpwood' }));
  expect(screen.getByText('For Sal Kelpwood.')).toBeInTheDocument();
  fireEvent.change(screen.getByLabelText('How often to meet'), { target: { value: '14' } });
  await press('Offer it');
  expect(await screen.findByText('Offered to Sal Kelpwood.')).toBeInTheDocument();
  expect(of(NEW).map((asked) => asked.body)).toEqual([{ with: 'S-0150', everyDays: 14 }]);
});

it('speaks Spanish', async () => {
  await speak('es', false);
  over([[active]]);
  show(<SupervisionsPage />);
  expect(await screen.findByText('Supervisión a cargo de Robin Tidewater')).toBeInTheDocument();
});
