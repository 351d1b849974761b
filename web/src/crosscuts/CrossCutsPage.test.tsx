import { fireEvent, screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import type { CrossCut, CutTrend } from '../api/types';
import { gateway, json, problem } from '../test/gateway';
import { show } from '../test/render';
import CrossCutsPage from './CrossCutsPage';

vi.mock('../charts/EChart', () => ({ default: () => <div>chart</div> }));

const CROSS_CUTS = 'GET /api/burnout-alert/cross-cuts';
const TREND = 'GET /api/burnout-alert/cross-cuts/frontline/trend';
const east = { unitId: 'U-07', name: 'East' };
const night = { unitId: 'U-09', name: 'Night Duty' };
const south = { unitId: 'U-11', name: 'South' };
const units = [
  { unitId: 'U-01', name: 'Agency', parentId: null },
  { unitId: 'U-02', name: 'Protection', parentId: 'U-01' },
  { ...east, parentId: 'U-02' },
  { ...night, parentId: 'U-02' },
  { unitId: 'U-03', name: 'Support', parentId: 'U-01' },
  { ...south, parentId: 'U-03' },
];
const frontline: CrossCut = { crossCutId: 'frontline', version: 2, name: 'Frontline teams', units: [east, night, south], active: true, since: '2026-05-20T08:00:00Z' };
const old: CrossCut = { ...frontline, crossCutId: 'old', name: 'Former teams', active: false };
const period = { figure: { level: 48, atMost: null, atLeast: null, people: '10-19' }, state: 'published', reason: null, version: 1, units: [east, night], leftOut: [] } as const;
const trend: CutTrend = {
  crossCutId: 'frontline',
  name: 'Frontline teams',
  scale: { id: 'strain', direction: 'higher is worse', minimum: 0, maximum: 100 },
  periods: [
    { ...period, cycleId: 'W-1', closesAt: '2026-05-03T18:00:00Z', units: [east, night], leftOut: [night] },
    { ...period, cycleId: 'W-2', closesAt: '2026-05-10T18:00:00Z', state: 'withheld', figure: null, reason: 'all of its units were counted together with others outside', units: [east, night], leftOut: [east, night] },
    { ...period, cycleId: 'W-3', closesAt: '2026-05-31T18:00:00Z', version: 2, units: [east, night, south], leftOut: [] },
  ],
};
const reads = { [CROSS_CUTS]: () => json([frontline, old]), 'GET /api/burnout-alert/units': () => json(units) };

function open(at: string) {
  show(
    <Routes>
      <Route path="cross-cuts" element={<CrossCutsPage />} />
      <Route path="cross-cuts/:crossCutId" element={<CrossCutsPage />} />
    </Routes>,
    { at },
  );
}

it('lists what is looked at together, and what was', async () => {
  gateway(reads);
  open('/cross-cuts');
  const card = within(await screen.findByRole('region', { name: 'Frontline teams' }));
  expect(card.getByText('East, Night Duty, and South')).toBeInTheDocument();
  expect(card.getByRole('link', { name: 'Show the trend' })).toHaveAttribute('href', '/cross-cuts/frontline');
  expect(within(screen.getByRole('region', { name: 'Ended' })).getByRole('link', { name: 'Former teams' })).toBeInTheDocument();
});

it('chooses units from the tree, those below with the one above, and says from when on', async () => {
  const { asked } = gateway(
    new Proxy<Record<string, () => Response>>(reads, {
      get: (known, route: string) => known[route] ?? (route.startsWith('PUT /api/burnout-alert/cross-cuts/') ? () => json({ ...frontline, name: 'Nights' }) : undefined),
    }),
  );
  open('/cross-cuts');
  fireEvent.change(await screen.findByRole('textbox', { name: /Name/ }), { target: { value: 'Nights' } });
  fireEvent.click(screen.getByRole('checkbox', { name: 'East' }));
  fireEvent.click(screen.getByRole('button', { name: 'Look at them together' }));
  expect(screen.getByText('Choose at least two units.')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('checkbox', { name: 'South' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Protection' }));
  // it stands for East too, which is no choice of its own any more
  expect(screen.getByRole('checkbox', { name: 'East' })).toBeChecked();
  expect(screen.getByRole('checkbox', { name: 'East' })).toBeDisabled();
  fireEvent.click(screen.getByRole('button', { name: 'Look at them together' }));
  expect(await screen.findByText('“Nights” holds from the next pulse on.')).toBeInTheDocument();
  const put = asked.find((each) => each.method === 'PUT');
  expect(put?.path).toMatch(/^\/api\/burnout-alert\/cross-cuts\/[a-z0-9-]{1,60}$/);
  expect(put?.body).toEqual({ version: 0, name: 'Nights', unitIds: ['U-11', 'U-02'] });
});

it('ends one as it is, and says why it could not', async () => {
  const put = 'PUT /api/burnout-alert/cross-cuts/frontline';
  const { of } = gateway({ ...reads, [put]: () => problem(409, 'Version 3 is there, you changed version 2.') });
  open('/cross-cuts');
  fireEvent.click(await screen.findByRole('button', { name: 'End it' }));
  expect(await screen.findByText('Version 3 is there, you changed version 2.')).toBeInTheDocument();
  expect(of(put)[0]?.body).toEqual({ version: 2, name: 'Frontline teams', unitIds: ['U-07', 'U-09', 'U-11'], active: false });
});

it('shows every period with who is left out, and where the selection changed', async () => {
  gateway({ ...reads, [TREND]: () => json(trend) });
  open('/cross-cuts/frontline');
  const table = await screen.findByRole('table', { name: /newest first/ });
  const cells = within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));
  expect(cells).toEqual([
    ['Pulse closing', 'Strain', 'People'],
    [expect.any(String), '48', '10–19'],
    ['from here on: East, Night Duty, and South'],
    [expect.any(String), 'withheld', '–'],
    ['all of its units were counted together with others outside'],
    [expect.any(String), '48', '10–19'],
    ['without Night Duty, counted together with others outside'],
  ]);
});

it('says that a new one has its first figure after the next pulse', async () => {
  gateway({ ...reads, [TREND]: () => json({ ...trend, periods: [] }) });
  open('/cross-cuts/frontline');
  expect(await screen.findByRole('heading', { name: 'From the next pulse on' })).toBeInTheDocument();
});
