import { fireEvent, screen, within } from '@testing-library/react';
import type { LedgerEntry } from '../api/types';
import { gateway, invalid, json, problem } from '../test/gateway';
import { show, someone } from '../test/render';
import LedgerPage from './LedgerPage';

const LEDGER = 'GET /api/burnout-alert/ledger';
const overdue: LedgerEntry = { cycleId: '2026-W20', closesAt: '2026-05-17T18:00:00Z', dueAt: '2026-05-31T18:00:00Z', answered: false, overdue: true, responses: [], units: [] };
const answered: LedgerEntry = {
  cycleId: '2026-W21',
  closesAt: '2026-05-24T18:00:00Z',
  dueAt: '2026-06-07T18:00:00Z',
  answered: true,
  overdue: false,
  responses: [
    {
      id: '2026-W21',
      cycleId: '2026-W21',
      unitId: null,
      text: 'We heard that duty weeks are too dense.',
      publishedAt: '2026-05-28T09:00:00Z',
      promises: [{ id: 'P-1', text: 'A third person on call', owner: 'Head of service', dueOn: '2026-07-01', state: 'open', reason: null }],
    },
  ],
  units: [],
};
const units = { 'GET /api/burnout-alert/units': () => json([{ unitId: 'U-07', name: 'Child Protection East', parentId: null }, { unitId: 'U-08', name: 'Night Duty', parentId: 'U-07' }]) };

it('shows everybody what was heard and promised', async () => {
  gateway({ [LEDGER]: () => json([overdue, answered]) });
  show(<LedgerPage />, { as: { ...someone, roles: ['staff'] } });
  expect(await screen.findByText('We heard that duty weeks are too dense.')).toBeInTheDocument();
  expect(screen.getByText('A third person on call')).toBeInTheDocument();
  expect(screen.getByText('overdue')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Answer this pulse' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Say what came of it' })).not.toBeInTheDocument();
});

it('lets HR answer a pulse with a promise', async () => {
  const { of } = gateway({ ...units, [LEDGER]: () => json([overdue]), 'POST /api/burnout-alert/ledger/2026-W20/responses': () => json(answered) });
  show(<LedgerPage />, { as: { ...someone, roles: ['staff', 'hr'] } });
  fireEvent.click(await screen.findByRole('button', { name: 'Answer this pulse' }));
  fireEvent.change(screen.getByRole('textbox', { name: /What the agency heard/ }), { target: { value: 'We heard you.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add a promise' }));
  const promise = within(screen.getByRole('group', { name: 'Promise 1' }));
  fireEvent.change(promise.getByRole('textbox', { name: /What will be done/ }), { target: { value: 'Hire' } });
  fireEvent.change(promise.getByRole('textbox', { name: /Who sees to it/ }), { target: { value: 'HR' } });
  fireEvent.change(promise.getByLabelText(/By when/), { target: { value: '2026-07-01' } });
  fireEvent.click(screen.getByRole('button', { name: 'Publish the answer' }));
  await vi.waitFor(() => expect(of('POST /api/burnout-alert/ledger/2026-W20/responses')).toHaveLength(1));
  expect(of('POST /api/burnout-alert/ledger/2026-W20/responses')[0]?.body).toEqual({ unitId: null, text: 'We heard you.', promises: [{ text: 'Hire', owner: 'HR', dueOn: '2026-07-01' }] });
});

it('drops a promise only with a reason', async () => {
  const settle = 'PUT /api/burnout-alert/ledger/2026-W21/promises/P-1';
  const { of } = gateway({ ...units, [LEDGER]: () => json([answered]), [settle]: () => json(answered) });
  show(<LedgerPage />, { as: { ...someone, roles: ['staff', 'hr'] } });
  fireEvent.click(await screen.findByRole('button', { name: 'Say what came of it' }));
  expect(screen.getByRole('button', { name: 'It is dropped' })).toBeDisabled();
  fireEvent.change(screen.getByRole('textbox', { name: /What came of it/ }), { target: { value: 'No budget this year' } });
  fireEvent.click(screen.getByRole('button', { name: 'It is dropped' }));
  await vi.waitFor(() => expect(of(settle)[0]?.body).toEqual({ state: 'dropped', reason: 'No budget this year' }));
});

it('lets who leads units answer for one of them, and calls units by their names', async () => {
  const given: LedgerEntry = { ...answered, responses: [...answered.responses, { id: '2026-W21/U-07', cycleId: '2026-W21', unitId: 'U-07', text: 'We talked it over on Monday.', publishedAt: '2026-05-29T09:00:00Z', promises: [] }], units: [{ unitId: 'U-07', name: 'Child Protection East' }] };
  const post = 'POST /api/burnout-alert/ledger/2026-W21/responses';
  const { of } = gateway({ ...units, [LEDGER]: () => json([given]), [post]: () => json(given) });
  show(<LedgerPage />, { as: { ...someone, roles: ['staff', 'supervisor'] } });
  expect(await screen.findByText(/For unit Child Protection East/)).toBeInTheDocument();
  // the agency's promise is not theirs to settle
  expect(screen.queryByRole('button', { name: 'Say what came of it' })).not.toBeInTheDocument();
  fireEvent.click(await screen.findByRole('button', { name: 'Answer for a unit of yours' }));
  expect(within(screen.getByRole('combobox', { name: 'Which unit' })).getAllByRole('option').map((option) => option.textContent)).toEqual(['Night Duty']);
  fireEvent.change(screen.getByRole('textbox', { name: /What you heard/ }), { target: { value: 'Nights are short.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Publish the answer' }));
  await vi.waitFor(() => expect(of(post)[0]?.body).toEqual({ unitId: 'U-08', text: 'Nights are short.', promises: [] }));
});

it('says next to a promise what is wrong with it, and opens the answer again that was not sent', async () => {
  const post = 'POST /api/burnout-alert/ledger/2026-W20/responses';
  const reads = { ...units, [LEDGER]: () => json([overdue]) };
  const hr = { as: { ...someone, roles: ['staff' as const, 'hr' as const] } };
  gateway({ ...reads, [post]: () => invalid({ '/promises/0/owner': 'must not be blank' }) });
  const { unmount } = show(<LedgerPage />, hr);
  fireEvent.click(await screen.findByRole('button', { name: 'Answer this pulse' }));
  fireEvent.change(screen.getByRole('textbox', { name: /What the agency heard/ }), { target: { value: 'We heard you.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add a promise' }));
  const owner = screen.getByRole('textbox', { name: /Who sees to it/ });
  fireEvent.change(owner, { target: { value: ' ' } });
  fireEvent.change(screen.getByRole('textbox', { name: /What will be done/ }), { target: { value: 'Hire' } });
  fireEvent.change(screen.getByLabelText(/By when/), { target: { value: '2026-07-01' } });
  fireEvent.click(screen.getByRole('button', { name: 'Publish the answer' }));
  await vi.waitFor(() => expect(owner).toHaveAccessibleDescription('must not be blank'));
  gateway({ ...reads, [post]: () => problem(401, 'Sign in first.') });
  fireEvent.click(screen.getByRole('button', { name: 'Publish the answer' }));
  expect(await screen.findByText(/What you typed is kept/)).toBeInTheDocument();
  unmount();
  show(<LedgerPage />, hr);
  expect(await screen.findByRole('textbox', { name: /What the agency heard/ })).toHaveValue('We heard you.');
  expect(screen.getByRole('textbox', { name: /What will be done/ })).toHaveValue('Hire');
});
