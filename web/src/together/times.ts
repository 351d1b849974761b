const two = (part: number) => String(part).padStart(2, '0');

/** Day and time of an instant as the reader's clock has them, for the fields of a form. */
export function partsOf(instant: string): { date: string; time: string } {
  const at = new Date(instant);
  return { date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`, time: `${two(at.getHours())}:${two(at.getMinutes())}` };
}

/** The instant of a day and time on the reader's clock. */
export function instantOf(date: string, time: string): string {
  return new Date(`${date}T${time}`).toISOString();
}

/** An instant of a day without a time, which is that day wherever it is read. */
export function noonOf(date: string): string {
  return instantOf(date, '12:00');
}
