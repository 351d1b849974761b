import { daysOf } from './days';

it.each([
  ['tue-pm', '2026-11-24'],
  ['wed-am', '2026-11-25'],
  ['fri-am', '2026-11-27'],
  ['mon-am', '2026-11-30'],
])('finds the days of %s from the day after today on', (halfDay, first) => {
  // a Monday
  const days = daysOf(halfDay, new Date(2026, 10, 23, 23, 30));
  expect(days[0]).toBe(first);
  expect(new Set(days.map((day) => new Date(`${day}T12:00`).getDay())).size).toBe(1);
  expect(days).toHaveLength(10);
});

it('knows no days of what is no half day', () => {
  expect(daysOf('sometime', new Date(2026, 10, 23))).toEqual([]);
});
