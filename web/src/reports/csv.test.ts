import { csvOf } from './csv';

it('writes a row a line, each field in quotes and quotes twice', () => {
  expect(csvOf([['Unit', 'Share'], ['East, "old" town', 'about 70 %']])).toBe('\uFEFF"Unit","Share"\r\n"East, ""old"" town","about 70 %"\r\n');
});

it.each(['=1+1', '+1', '-1', '@x'])('does not let a spreadsheet reckon %s', (text) => {
  expect(csvOf([[text]])).toBe(`\uFEFF"'${text}"\r\n`);
});
