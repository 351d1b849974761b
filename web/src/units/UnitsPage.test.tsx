import { fireEvent, screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import type { Alert } from '../api/types';
import { gateway, json, problem } from '../test/gateway';
import { show } from '../test/render';
import { sample } from './sample';
import UnitsPage from './UnitsPage';

vi.mock('../charts/EChart', () => ({ default: () => <div>chart</div> }));

const UNITS = 'GET /api/burnout-alert/units';
const TREND = 'GET /api/burnout-alert/units/U-07/trend';
const ALERTS = 'GET /api/burnout-alert/alerts';
const COMMENTS = 'GET /api/check-in/comments?unitId=U-07';
const noComments = { [COMMENTS]: () => json({ cycles: [], earlier: null }) };
const units = [
  { unitId: 'U-07', name: 'East', parentId: 'U-02' },
  { unitId: 'U-02', name: 'Department', parentId: 'U-01' },
];
const alert: Alert = {
  alertId: 'A-1',
  units: [{ unitId: 'U-07', name: 'East' }],
  cycleId: '2026-W13',
  level: 68,
  people: '5-9',
  threshold: 60,
  raisedAt: '2026-04-05T18:00:00Z',
  because: 'Strain 68 of 100 in a group of 5-9 people',
  falseAlarms: 'a plain rule without a rate',
  state: 'raised',
  owner: null,
  dueOn: null,
};

function open(at: string) {
  show(
    <Routes>
      <Route path="units" element={<UnitsPage />} />
      <Route path="units/:unitId" element={<UnitsPage />} />
    </Routes>,
    { at },
  );
}

it('lists the units that one may see, a lost parent’s child at the top', async () => {
  gateway({ [UNITS]: () => json(units), [ALERTS]: () => json([alert]) });
  open('/units');
  const list = within(await screen.findByRole('region', { name: 'Units that you may see' }));
  expect(list.getAllByRole('link').map((link) => link.textContent)).toEqual(['Department', 'East']);
  expect(await screen.findByText('Strain 68 of 100 in a group of 5-9 people')).toBeInTheDocument();
});

it('has every period in the table, withheld ones in words and without a number', async () => {
  gateway({ ...noComments, [UNITS]: () => json(units), [TREND]: () => json(sample), [ALERTS]: () => json([]) });
  open('/units/U-07');
  const table = await screen.findByRole('table', { name: /newest first/ });
  const rows = within(table).getAllByRole('row');
  const cells = rows.map((row) => [...row.children].map((cell) => cell.textContent));
  expect(cells).toEqual([
    ['Pulse closing', 'Strain', 'People'],
    [expect.any(String), '0', '5–9'],
    [expect.any(String), 'at least 88', '5–9'],
    [expect.any(String), 'at most 12', '5–9'],
    [expect.any(String), '52', '5–9'],
    [expect.any(String), 'withheld', '–'],
    ['fewer than 5 answers'],
    [expect.any(String), 'withheld', '–'],
    ['fewer than 5 answers · together with West: 48 (10–19 people)'],
    [expect.any(String), '41', '5–9'],
  ]);
});

it('adds the units above on demand', async () => {
  gateway({ ...noComments, [UNITS]: () => json(units), [TREND]: () => json(sample), [ALERTS]: () => json([]) });
  open('/units/U-07');
  fireEvent.click(await screen.findByRole('switch', { name: 'Compare with the units above' }));
  expect(screen.getByRole('columnheader', { name: 'Department' })).toBeInTheDocument();
});

it('shows the alerts of the unit only', async () => {
  gateway({
    ...noComments,
    [UNITS]: () => json(units),
    [TREND]: () => json(sample),
    [ALERTS]: () => json([alert, { ...alert, alertId: 'A-2', units: [{ unitId: 'U-99', name: 'Elsewhere' }], because: 'Other.' }]),
  });
  open('/units/U-07');
  expect(await screen.findByText(alert.because)).toBeInTheDocument();
  expect(screen.queryByText('Other.')).not.toBeInTheDocument();
});

it('shows the service’s own words for a unit that one may not see', async () => {
  gateway({ ...noComments, [UNITS]: () => json(units), [TREND]: () => problem(403, 'You may look at units that you lead.'), [ALERTS]: () => json([]) });
  open('/units/U-07');
  expect(await screen.findByText('You may look at units that you lead.')).toBeInTheDocument();
});

it('has a word for an agency in which no pulse has closed', async () => {
  gateway({ ...noComments, [UNITS]: () => json(units), [TREND]: () => json({ ...sample, periods: [] }), [ALERTS]: () => json([]) });
  open('/units/U-07');
  expect(await screen.findByText('No pulse has closed yet')).toBeInTheDocument();
});

it('takes an alert in hand, one step after the other', async () => {
  const acknowledge = `POST /api/burnout-alert/alerts/${alert.alertId}/acknowledge`;
  const take = `POST /api/burnout-alert/alerts/${alert.alertId}/take-in-hand`;
  const { of } = gateway({
    [UNITS]: () => json(units),
    [ALERTS]: () => json([alert]),
    [acknowledge]: () => json({ ...alert, state: 'acknowledged' }),
    [take]: () => json({ ...alert, state: 'in-hand', owner: 'HR', dueOn: '2026-12-01' }),
  });
  show(<UnitsPage />, { at: '/units' });
  fireEvent.click(await screen.findByRole('button', { name: 'I look into it' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Take it in hand' }));
  fireEvent.change(screen.getByRole('textbox', { name: /Who sees to it/ }), { target: { value: 'HR' } });
  fireEvent.change(screen.getByLabelText(/By when/), { target: { value: '2026-12-01' } });
  fireEvent.click(screen.getByRole('button', { name: 'Take it in hand' }));
  expect(await screen.findByText('in hand')).toBeInTheDocument();
  expect(of(take)[0]?.body).toEqual({ owner: 'HR', dueOn: '2026-12-01', note: null });
});
