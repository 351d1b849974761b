import { instantOf, noonOf, partsOf } from './times';

it('goes from an instant to the fields of a form and back', () => {
  const { date, time } = partsOf('2026-03-04T05:06:00Z');
  expect(instantOf(date, time)).toBe('2026-03-04T05:06:00.000Z');
});

it('writes what the date and time fields of a browser read', () => {
  const at = new Date(2026, 2, 4, 5, 6);
  expect(partsOf(at.toISOString())).toEqual({ date: '2026-03-04', time: '05:06' });
});

it('has a day without a time be that day on the clock of whoever reads it', () => {
  expect(new Date(noonOf('2026-03-04')).getDate()).toBe(4);
});
