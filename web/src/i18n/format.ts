import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Dates and lists as the reader writes them: the browser's own region where it has the chosen language. */
export interface Format {
  /** 24 May 2026 */
  day: (instant: string) => string;
  /** 24 May */
  shortDay: (instant: string) => string;
  /** Sunday 24 May, 18:00 */
  moment: (instant: string) => string;
  /** Sunday 24 May, 18:00–19:30 */
  span: (from: string, until: string) => string;
  /** 24 May 2026, 18:00 */
  dayAndTime: (instant: string) => string;
  /** May 2026, of 2026-05 */
  month: (month: string) => string;
  /** a, b and c */
  list: (parts: string[]) => string;
  number: (value: number) => string;
  /** With one decimal where there is one. */
  decimal: (value: number) => string;
}

export function formatFor(language: string, browser: readonly string[] = navigator.languages): Format {
  const locale = browser.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language;
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const moment = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  const dayAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  return {
    day: (instant) => day.format(new Date(instant)),
    shortDay: (instant) => shortDay.format(new Date(instant)),
    moment: (instant) => moment.format(new Date(instant)),
    span: (from, until) => moment.formatRange(new Date(from), new Date(until)),
    dayAndTime: (instant) => dayAndTime.format(new Date(instant)),
    month: (named) => month.format(new Date(`${named}-01T00:00:00Z`)),
    list: (parts) => list.format(parts),
    number: (value) => number.format(value),
    decimal: (value) => decimal.format(value),
  };
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => formatFor(i18n.language), [i18n.language]);
}
