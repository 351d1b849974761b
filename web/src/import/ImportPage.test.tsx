import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ImportReport } from '../api/types';
import { gateway, json, problem } from '../test/gateway';
import { show } from '../test/render';
import ImportPage from './ImportPage';

const report: ImportReport = {
  importId: null,
  fileName: 'staff.csv',
  rows: 3,
  accepted: 2,
  changed: 1,
  unchanged: 1,
  refusedRows: 1,
  refused: [{ line: 4, column: 'email', reason: "'x' is no address", remedy: 'Correct it.' }],
  units: { accepted: 1, changed: 0, unchanged: 1 },
  absent: 2,
  ignoredColumns: ['cost_centre'],
};
const CHECK = 'POST /api/profile/imports?dryRun=true';
const IMPORT = 'POST /api/profile/imports';

async function choose() {
  await userEvent.upload(screen.getByLabelText('CSV file'), new File(['id\n'], 'staff.csv', { type: 'text/csv' }));
}

it('checks first and imports only on confirmation', async () => {
  const { of } = gateway({ [CHECK]: () => json(report), [IMPORT]: () => json({ ...report, importId: 'I-1' }, 201) });
  show(<ImportPage />);
  expect(screen.getByRole('button', { name: 'Check the file' })).toBeDisabled();
  await choose();
  fireEvent.click(screen.getByRole('button', { name: 'Check the file' }));
  expect(await screen.findByText(/Nothing has been changed yet/)).toBeInTheDocument();
  expect(of(IMPORT)).toHaveLength(0);
  fireEvent.click(screen.getByRole('button', { name: 'Import now' }));
  expect(await screen.findByText('The import is done.')).toBeInTheDocument();
  const sent = of(IMPORT)[0]?.body as FormData;
  expect((sent.get('file') as File).name).toBe('staff.csv');
  expect(screen.queryByRole('button', { name: 'Import now' })).not.toBeInTheDocument();
});

it('shows line, column, reason and remedy of a refused row', async () => {
  gateway({ [CHECK]: () => json(report) });
  show(<ImportPage />);
  await choose();
  fireEvent.click(screen.getByRole('button', { name: 'Check the file' }));
  const refused = await screen.findByRole('region', { name: 'Refused rows' });
  const row = within(refused).getAllByRole('row')[1];
  expect(row).toHaveTextContent(/4.*email.*'x' is no address.*Correct it\./);
  expect(screen.getByText(/cost_centre/)).toBeInTheDocument();
});

it.each([
  [0, 'Every row is as it was. There is nothing to import.'],
  [1, 'Apart from the refused rows, every row is as it was. There is nothing to import.'],
])('offers no import when nothing would change, with %i refused rows', async (refusedRows, said) => {
  gateway({ [CHECK]: () => json({ ...report, changed: 0, unchanged: 2, refusedRows }) });
  show(<ImportPage />);
  await choose();
  fireEvent.click(screen.getByRole('button', { name: 'Check the file' }));
  expect(await screen.findByText(said)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Import now' })).not.toBeInTheDocument();
});

it('says in the service’s words what is wrong with the file as a whole', async () => {
  gateway({ [CHECK]: () => problem(400, 'The column personnel_number is missing.') });
  show(<ImportPage />);
  await choose();
  fireEvent.click(screen.getByRole('button', { name: 'Check the file' }));
  expect(await screen.findByText('The column personnel_number is missing.')).toBeInTheDocument();
});
