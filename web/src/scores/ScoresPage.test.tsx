import { fireEvent, screen, within } from '@testing-library/react';
import { gateway, json } from '../test/gateway';
import { show } from '../test/render';
import ScoresPage from './ScoresPage';

vi.mock('../charts/EChart', () => ({ default: () => <div>chart</div> }));

const scale = { id: 'strain', direction: 'higher is worse', minimum: 0, maximum: 100, minimalDetectableChange: 31 };
const scores = [
  { cycleId: 'W1', closesAt: '2026-11-01T18:00:00Z', score: 52.5, items: [{ id: 'energy', option: 'often', points: 25 }], late: false },
  { cycleId: 'W2', closesAt: '2026-11-08T18:00:00Z', score: null, items: [], late: true },
];
const CYCLES = 'GET /api/check-in/cycles';
const SCORES = 'GET /api/check-in/me/scores';
const WARNINGS = 'GET /api/check-in/me/warnings';

it('says who can see it, which way is worse and what may be chance', async () => {
  gateway({ [SCORES]: () => json({ scale, scores }), [CYCLES]: () => json([]), [WARNINGS]: () => json([]) });
  show(<ScoresPage />);
  expect(await screen.findByText(/runs from 0 to 100; higher is worse/)).toBeInTheDocument();
  expect(screen.getByText('Only you can see this')).toBeInTheDocument();
  expect(screen.getByText(/Differences under 31 points may be chance/)).toBeInTheDocument();
});

it('has the same in a table, a missing score in words, with the answers behind each', async () => {
  gateway({ [SCORES]: () => json({ scale, scores }), [CYCLES]: () => json([]), [WARNINGS]: () => json([]) });
  show(<ScoresPage />);
  const table = await screen.findByRole('table', { name: 'My scores, newest first' });
  const rows = within(table).getAllByRole('row');
  expect(rows[1]).toHaveTextContent(/late.*no score/);
  expect(rows[2]).toHaveTextContent('53');
  const button = within(table).getByRole('button', { name: /Show answers/ });
  expect(button).toHaveAttribute('aria-expanded', 'false');
  fireEvent.click(button);
  expect(within(table).getByRole('rowheader', { name: 'Energy' })).toBeInTheDocument();
  expect(within(table).getByRole('cell', { name: 'Often' })).toBeInTheDocument();
});

it('has a word for those who have not answered yet', async () => {
  gateway({ [SCORES]: () => json({ scale, scores: [] }), [CYCLES]: () => json([]), [WARNINGS]: () => json([]) });
  show(<ScoresPage />);
  expect(await screen.findByRole('heading', { name: 'No scores yet' })).toBeInTheDocument();
});

it('shows one’s own warning with what helps, and asks nobody else', async () => {
  const warning = { scale: 'strain', state: 'raised', since: '2026-05-20T07:00:00Z', cycleId: '2026-W21', evidence: { latest: 75, usual: 40, earlierAnswers: 12, chart: 'cusum' }, falseAlarms: 'about one in 4 years', needs: ['workload'], help: '/me/help-options', acknowledged: false, mutedUntil: null };
  const { of } = gateway({
    [SCORES]: () => json({ scale, scores: [] }),
    [CYCLES]: () => json([]),
    [WARNINGS]: () => json([warning, { ...warning, scale: 'energy', acknowledged: true }]),
    'PUT /api/check-in/me/warnings/strain': () => json({ ...warning, acknowledged: true }),
  });
  show(<ScoresPage />);
  expect(await screen.findByText('Out of your usual: strain')).toBeInTheDocument();
  expect(screen.queryByText('Out of your usual: energy')).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Ask for help' })).toHaveAttribute('href', '/help');
  expect(screen.getByRole('link', { name: 'Where to turn' })).toHaveAttribute('href', '/resources?need=workload');
  fireEvent.click(screen.getByRole('button', { name: 'I have seen it' }));
  await vi.waitFor(() => expect(of('PUT /api/check-in/me/warnings/strain')[0]?.body).toEqual({ acknowledged: true, mutedUntil: null }));
});
