import { fireEvent, screen, within } from '@testing-library/react';
import type { ListedInstrument, Programme } from '../api/types';
import { gateway, invalid, json, problem } from '../test/gateway';
import { show } from '../test/render';
import ProgrammePage from './ProgrammePage';

const PROGRAMME = 'GET /api/check-in/programme';
const programme: Programme = {
  budget: 20,
  zone: 'Europe/Berlin',
  months: [{ month: '2026-12', minutes: 13, of: [{ name: 'weekly', rounds: 4, minutesEach: 2 }, { name: 'inventory', rounds: 1, minutesEach: 5 }] }],
  series: [
    { seriesId: 'weekly', instrument: 'pulse', version: 1, every: 'P7D', firstOpensAt: '2026-11-02T07:00:00Z', window: 'PT120H', reminders: 2, ended: false, nextOpensAt: '2026-11-30T07:00:00Z' },
    { seriesId: 'old', instrument: 'pulse', version: 1, every: 'P1M', firstOpensAt: '2026-01-02T07:00:00Z', window: 'PT120H', reminders: 2, ended: true, nextOpensAt: null },
  ],
};
const pulse: ListedInstrument = { instrumentId: 'pulse', version: 1, source: 'Holdfast', licence: 'own wording', minutes: 2, languages: ['en', 'es'], licences: { en: null, es: null }, shipped: true, used: true, scales: [] };
const instruments: ListedInstrument[] = [pulse, { ...pulse, instrumentId: 'without-texts', minutes: 6, languages: [], licences: {} }, { ...pulse, instrumentId: 'weekly-item', version: 2, minutes: 1, languages: ['en'] }];
const reads = { [PROGRAMME]: () => json(programme), 'GET /api/check-in/instruments': () => json(instruments) };

it('says what is planned and what it takes of one person', async () => {
  gateway(reads);
  show(<ProgrammePage />);
  expect(await screen.findByRole('heading', { name: 'weekly' })).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: 'old' })).not.toBeInTheDocument();
  const row = screen.getByRole('row', { name: /December 2026/ });
  expect(row).toHaveTextContent('13 minutes');
  expect(row).toHaveTextContent('weekly 4 × 2, inventory 1 × 5');
  expect(screen.getByText(/20 minutes a month/)).toBeInTheDocument();
});

it('plans a series, and says why it is refused', async () => {
  const put = 'PUT /api/check-in/programme/series/team-check';
  const { of } = gateway({ ...reads, [put]: () => problem(409, 'In 2026-12 one person would be asked for 33 minutes, and the budget is 20.') });
  show(<ProgrammePage />);
  const asked = await screen.findByRole('combobox', { name: 'What is asked' });
  // what has no texts cannot be asked
  expect(within(asked).getAllByRole('option')).toHaveLength(2);
  fireEvent.change(screen.getByRole('textbox', { name: /Name/ }), { target: { value: 'weekly' } });
  fireEvent.click(screen.getByRole('button', { name: 'Plan it' }));
  expect(screen.getByText('There is one of this name already.')).toBeInTheDocument();
  fireEvent.change(screen.getByRole('textbox', { name: /Name/ }), { target: { value: 'team-check' } });
  fireEvent.change(asked, { target: { value: 'weekly-item:2' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'How often' }), { target: { value: 'P7D' } });
  fireEvent.change(screen.getByLabelText(/Opens first/), { target: { value: '2026-12-07T08:00' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Open for' }), { target: { value: '3' } });
  fireEvent.change(screen.getByRole('combobox', { name: /Reminders/ }), { target: { value: '1' } });
  fireEvent.click(screen.getByRole('button', { name: 'Plan it' }));
  expect(await screen.findByText(/the budget is 20/)).toBeInTheDocument();
  expect(of(put)).toHaveLength(1);
  expect(of(put)[0]?.body).toEqual({ instrument: 'weekly-item', version: 2, every: 'P7D', firstOpensAt: new Date('2026-12-07T08:00').toISOString(), window: 'PT72H', reminders: 1 });
});

it('ends a series', async () => {
  const end = 'DELETE /api/check-in/programme/series/weekly';
  const { of } = gateway({ ...reads, [end]: () => new Response(null, { status: 204 }) });
  show(<ProgrammePage />);
  fireEvent.click(await screen.findByRole('button', { name: 'End this series' }));
  await vi.waitFor(() => expect(of(end)).toHaveLength(1));
});

it('says next to the field what is wrong with a plan, and keeps the plan when the session has ended', async () => {
  const put = 'PUT /api/check-in/programme/series/team-check';
  gateway({ ...reads, [put]: () => invalid({ '/window': 'A cycle would still be open when the next one opens; make it shorter than P7D.' }) });
  const { unmount } = show(<ProgrammePage />);
  fireEvent.change(await screen.findByRole('textbox', { name: /Name/ }), { target: { value: 'team-check' } });
  fireEvent.change(screen.getByLabelText(/Opens first/), { target: { value: '2026-12-07T08:00' } });
  fireEvent.click(screen.getByRole('button', { name: 'Plan it' }));
  expect(await screen.findByText('Please mend what is marked.')).toBeInTheDocument();
  expect(screen.getByRole('combobox', { name: 'Open for' })).toHaveAccessibleDescription(/^A cycle would still be open/);
  expect(document.body).not.toHaveTextContent('/window');
  gateway({ ...reads, [put]: () => problem(401, 'Sign in first.') });
  fireEvent.click(screen.getByRole('button', { name: 'Plan it' }));
  expect(await screen.findByText(/What you typed is kept/)).toBeInTheDocument();
  unmount();
  show(<ProgrammePage />);
  expect(await screen.findByRole('textbox', { name: /Name/ })).toHaveValue('team-check');
  expect(screen.getByLabelText(/Opens first/)).toHaveValue('2026-12-07T08:00');
});
