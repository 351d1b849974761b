import { partsOf } from '../together/times';

const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const SHOWN = 10;

/** The next days of the week that a half day such as tue-pm falls on, after today. */
export function daysOf(halfDay: string, today: Date): string[] {
  const weekday = WEEK.indexOf(halfDay.slice(0, 3));
  const days = (weekday - today.getDay() + 6) % 7;
  return weekday < 0 ? [] : Array.from({ length: SHOWN }, (_, week) => partsOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1 + days + 7 * week, 12).toISOString()).date);
}
