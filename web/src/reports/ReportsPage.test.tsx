import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { FairnessReport, OutcomesReport, PoolReport } from '../api/reports';
import { gateway, json, problem } from '../test/gateway';
import { show, someone } from '../test/render';
import { fairness, feedback, outcomes, pool, REPORTS } from './fixtures';
import ReportsPage from './ReportsPage';

const MADE = '2026-11-01T00:00:20Z';
const overview = (...months: string[]) => ({ [`GET ${REPORTS}`]: () => json({ months, nextAt: '2026-12-01T00:00:00Z' }) });
const of = (kind: string, report: unknown, month = '2026-10') => ({ [`GET ${REPORTS}/${kind}?month=${month}`]: () => json({ month, madeAt: MADE, report }) });
const reads = {
  ...overview('2026-10', '2026-09'),
  ...of('pool', pool),
  ...of('outcomes', outcomes),
  ...of('fairness', fairness),
  [`GET ${REPORTS}/feedback`]: () => json(feedback),
  'GET /api/profile/vocabulary': () => json({ tags: [{ id: 'court-work', label: 'Court work' }], caseloads: [], directions: [], times: [], meets: [], wants: { asMentor: [], asMentee: [] } }),
  'GET /api/burnout-alert/units': () => json([{ unitId: 'U-07', name: 'East', parentId: null }, { unitId: 'U-08', name: 'West', parentId: null }]),
};

function open(at = '/matching/reports') {
  show(<ReportsPage />, { at, as: { ...someone, roles: ['hr'] } });
}

async function cells(title: string): Promise<string[][]> {
  const table = await screen.findByRole('table', { name: title });
  return within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));
}

const reportsOf = (asked: { path: string }[]) => asked.map(({ path }) => path).filter((path) => path.startsWith(`${REPORTS}/`) && path.includes('month='));

it('says when the first report can come where there is none, and asks for none', async () => {
  const { asked } = gateway({ ...reads, ...overview(), [`GET ${REPORTS}/feedback`]: () => json([]) });
  open();
  expect(await screen.findByRole('heading', { name: 'No report yet' })).toBeInTheDocument();
  expect(screen.getByText(/The first one can come after the end of November 2026/)).toBeInTheDocument();
  expect(await screen.findByText('Nothing to tell yet')).toBeInTheDocument();
  expect(screen.queryByRole('combobox', { name: 'Month' })).not.toBeInTheDocument();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  expect(reportsOf(asked)).toEqual([]);
});

it('shows the newest month, and another one when it is picked', async () => {
  const { asked } = gateway({ ...reads, ...of('pool', { ...pool, waiting: { asOf: '2026-09', about: { from: 20, to: 49 } } }, '2026-09'), ...of('outcomes', outcomes, '2026-09'), ...of('fairness', null, '2026-09') });
  open();
  const month = await screen.findByRole('combobox', { name: 'Month' });
  expect(within(month).getAllByRole('option').map((option) => option.textContent)).toEqual(['October 2026', 'September 2026']);
  expect(month).toHaveValue('2026-10');
  expect(await screen.findByText(/The next one comes soon after the end of November 2026/)).toBeInTheDocument();
  expect((await cells('Waiting and free'))[1]).toEqual(['People who wait for a mentor', '10 to 19', 'October 2026']);
  fireEvent.change(month, { target: { value: '2026-09' } });
  await waitFor(async () => expect((await cells('Waiting and free'))[1]).toEqual(['People who wait for a mentor', '20 to 49', 'September 2026']));
  expect(new Set(reportsOf(asked).map((path) => path.slice(-7)))).toEqual(new Set(['2026-10', '2026-09']));
});

it('shows the month of the address, and the newest one where there is no report of that', async () => {
  gateway({ ...reads, ...of('pool', pool, '2026-09'), ...of('outcomes', outcomes, '2026-09'), ...of('fairness', null, '2026-09') });
  open('/matching/reports?month=2026-09');
  expect(await screen.findByRole('combobox', { name: 'Month' })).toHaveValue('2026-09');
  open('/matching/reports?month=1999-01');
  await waitFor(() => expect(screen.getAllByRole('combobox', { name: 'Month' }).at(-1)).toHaveValue('2026-10'));
});

it('tells who waits and what is free in bands, and of which month they are', async () => {
  gateway(reads);
  open();
  expect(await cells('Waiting and free')).toEqual([
    ['What', 'How many', 'As of'],
    ['People who wait for a mentor', '10 to 19', 'October 2026'],
    ['Free places', 'fewer than five places or mentors', 'August 2026'],
  ]);
  expect(screen.getByText(/Where an earlier month is given, its figure still stands/)).toBeInTheDocument();
  expect((await cells('By place of work')).slice(1)).toEqual([
    ['North', '10 to 19', '5 to 9', 'fewer than are wanted', 'October 2026'],
    ['South and not known', '5 to 9', '20 to 49', 'more than are wanted', 'October 2026'],
  ]);
  await screen.findByRole('rowheader', { name: 'Court work' });
  expect((await cells('By skill')).slice(1)).toEqual([
    ['Court work', '5 to 9', 'fewer than five places or mentors', 'fewer than are wanted, as far as is told', 'people: October 2026; places: September 2026'],
    ['self-care', 'fewer than five', '5 to 9', 'more than are wanted', 'October 2026'],
  ]);
  expect(await cells('How long people wait')).toEqual([
    ['Measure', 'Those who wait', 'Those who found a mentor'],
    ['People', '10 to 19', '20 to 49'],
    ['When', 'October 2026', 'September 2026 to October 2026'],
    [expect.stringMatching(/^Half of them/), 'one to two months', 'two weeks to a month'],
    [expect.stringMatching(/^A quarter of them less/), 'not told', 'one to two weeks'],
    [expect.stringMatching(/^A quarter of them more/), 'not told', 'more than five years'],
  ]);
});

it('says of a month with very few people what is not told, never zero', async () => {
  const few = { asOf: '2026-10', about: { from: 0, to: 4 } };
  const nothing: PoolReport = { waiting: few, waitingFor: null, free: few, places: [], skills: [], found: null };
  const none: OutcomesReport = { begun: null, stillLiving: null, lasted: null };
  gateway({ ...reads, ...of('pool', nothing), ...of('outcomes', none), ...of('fairness', null) });
  open();
  expect((await cells('Waiting and free')).slice(1)).toEqual([
    ['People who wait for a mentor', 'fewer than five', 'October 2026'],
    ['Free places', 'fewer than five places or mentors', 'October 2026'],
  ]);
  expect(screen.getByText(/^“Fewer than five” is also said where nearly everybody is counted/)).toBeInTheDocument();
  expect(within(screen.getByRole('group', { name: 'By place of work' })).getByText(/^Not told: to tell places apart/)).toBeInTheDocument();
  expect(within(screen.getByRole('group', { name: 'By skill' })).getByText(/^Not told: of no skill/)).toBeInTheDocument();
  expect((await cells('How many began and stayed')).slice(1).map((row) => row.slice(1))).toEqual([
    ['not told: too few people so far', 'not told', 'not told'],
    ['not told: too few people so far', 'not told', 'not told'],
  ]);
  expect(screen.getByText(/^Not told: so far fewer than ten people/)).toBeInTheDocument();
  expect(await screen.findByText('Nothing to compare yet')).toBeInTheDocument();
  for (const cell of screen.getAllByRole('cell')) {
    expect(cell).not.toHaveTextContent(/\b0\b/);
  }
  expect(screen.queryByText(/Where an earlier month is given/)).not.toBeInTheDocument();
});

it('tells shares as they are known: about, or as a limit of so many people at most', async () => {
  gateway(reads);
  open();
  expect((await cells('How many began and stayed')).slice(1).map((row) => row.slice(1))).toEqual([
    ['at least 60 % (fewer than five did not)', 'fewer than 20', 'everything up to October 2026'],
    ['about 70 %', '20 to 49', 'October 2026'],
  ]);
  expect((await cells('How long relationships lasted')).slice(1, 4).map(([, cell]) => cell)).toEqual(['10 to 19', 'everything up to September 2026', 'six months to a year']);
});

it.each([
  [{ about: null, atLeast: null, atMost: 40 }, 'at most 40 % (fewer than five did)'],
  [{ about: 0, atLeast: null, atMost: null }, 'less than 5 %'],
  [{ about: 100, atLeast: null, atMost: null }, '95 % or more'],
])('says of the share %o %s', async (share, words) => {
  gateway({ ...reads, ...of('outcomes', { ...outcomes, stillLiving: { from: null, to: '2026-11-01T00:00:00Z', share: { ...share, people: { from: 50, to: 99 } } } }) });
  open();
  expect((await cells('How many began and stayed'))[2]?.[1]).toBe(words);
});

it('compares units and years of service, says what differs, and why a breakdown is withheld', async () => {
  gateway(reads);
  open();
  await screen.findByRole('rowheader', { name: 'East' });
  expect(await cells('By unit')).toEqual([
    ['Unit', 'Wanted a mentor', 'Found one within 90 days', 'How well they fitted, on average'],
    ['East', '20 to 49', 'about 80 %', '80'],
    ['West and U-99', '20 to 49', 'less than 5 %', '62'],
    ['All together', '50 to 99', 'about 50 %', '71'],
  ]);
  expect((await cells('By years of service')).map(([name]) => name)).toEqual(['Years of service', 'under one year and one to under three years', 'seven years or more and not known', 'All together']);
  const units = within(screen.getByRole('group', { name: 'By unit' }));
  expect(units.getByText('How often people find a mentor differs between the lines, by more than chance explains.')).toBeInTheDocument();
  expect(units.getByText('How well mentors fit does not differ between the lines by more than chance explains.')).toBeInTheDocument();
  expect(screen.getByText('How often people find a mentor does not differ between the lines by more than chance explains.')).toBeInTheDocument();
  expect(screen.getByText('How well mentors fit differs between the lines, by more than chance explains.')).toBeInTheDocument();
  expect(within(screen.getByRole('group', { name: 'By language' })).getByText(/^Withheld: either too few people/)).toBeInTheDocument();
  expect(screen.getByText(/once in a hundred times/)).toBeInTheDocument();
  expect(screen.queryByText(/this one still stands/)).not.toBeInTheDocument();
});

it('says of a comparison of an earlier month that it still stands', async () => {
  gateway({ ...reads, ...of('fairness', { ...fairness, from: '2026-06-01T00:00:00Z', to: '2026-09-01T00:00:00Z' } satisfies FairnessReport) });
  open();
  expect(await screen.findByText(/in this time: June 2026 to August 2026\. Too little has come since .* this one still stands/)).toBeInTheDocument();
});

it('tells feedback by side and quarter, with means near an end as what they stand for', async () => {
  gateway(reads);
  open();
  expect(await cells('People with a mentor')).toEqual([
    ['Quarter', 'People', 'We fit together.', 'Our sessions help.', 'I can speak openly.'],
    ['July 2026 to September 2026', 'fewer than five', 'not told', 'not told', 'not told'],
    ['April 2026 to June 2026', '5 to 9', '3.2', '1.5 or less', '4.5 or more'],
  ]);
  expect(await cells('Mentors')).toEqual([
    ['Quarter', 'People'],
    ['July 2026 to September 2026', 'fewer than five'],
  ]);
  expect(screen.queryByRole('table', { name: 'People in supervision' })).not.toBeInTheDocument();
});

it('hands out a table as it is shown', async () => {
  const files: [string, string][] = [];
  let blob = new Blob();
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (given: Blob) => ((blob = given), 'blob:x'), revokeObjectURL: () => undefined }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    void blob.text().then((text) => files.push([this.download, text]));
  });
  gateway(reads);
  open();
  fireEvent.click(await screen.findByRole('button', { name: 'Download as CSV: How many began and stayed' }));
  await vi.waitFor(() => expect(files).toHaveLength(1));
  const shown = await cells('How many began and stayed');
  expect(files[0]?.[0]).toBe('holdfast-outcomes-2026-10.csv');
  expect(files[0]?.[1].replace(/^\uFEFF/, '')).toBe(shown.map((row) => `${row.map((cell) => `"${cell}"`).join(',')}\r\n`).join(''));
});

it('shows the other reports where one cannot be read, and reads it again', async () => {
  let broken = true;
  gateway({ ...reads, [`GET ${REPORTS}/outcomes?month=2026-10`]: () => (broken ? problem(503, 'The database is busy.') : json({ month: '2026-10', madeAt: MADE, report: outcomes })) });
  open();
  const section = within(await screen.findByRole('region', { name: 'What became of proposals and relationships' }));
  expect(await section.findByText('The database is busy.')).toBeInTheDocument();
  expect(await cells('Waiting and free')).toHaveLength(3);
  broken = false;
  fireEvent.click(section.getByRole('button', { name: 'Try again' }));
  expect(await cells('How many began and stayed')).toHaveLength(3);
});

it('says so where it cannot be read what reports there are, and reads that again', async () => {
  let broken = true;
  gateway({ ...reads, [`GET ${REPORTS}`]: () => (broken ? problem(503, 'The service is starting.') : json({ months: ['2026-10'], nextAt: '2026-12-01T00:00:00Z' })) });
  open();
  expect(await screen.findByText('The service is starting.')).toBeInTheDocument();
  expect(screen.queryByText('No report yet')).not.toBeInTheDocument();
  broken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('combobox', { name: 'Month' })).toHaveValue('2026-10');
});
