import { useTranslation } from 'react-i18next';
import type { Band, Counted, Share } from '../api/reports';
import { useFormat } from '../i18n/format';

/** By the days that a band begins with. */
const TIMES = { 0: 'week', 8: 'twoWeeks', 15: 'month', 31: 'twoMonths', 61: 'threeMonths', 91: 'sixMonths', 181: 'year', 366: 'twoYears', 731: 'fiveYears', 1826: 'longer' } as const;

/** Figures as HR reads them, the same on the page and in its files; what is not told never becomes a number. */
export interface ReportWords {
  people: (band: Band) => string;
  /** Few places are told like many with few mentors. */
  places: (band: Band) => string;
  time: (days: Band | null | undefined) => string;
  share: (share: Share) => string;
  /** A percentage in steps of ten, whose ends are no certainties. */
  percent: (about: number) => string;
  /** How many people a share is of. */
  outOf: (share: Share) => string;
  period: (counted: Counted) => string;
  month: (month: string) => string;
}

export function useReportWords(): ReportWords {
  const { t } = useTranslation();
  const { month, number } = useFormat();
  const people = ({ from, to }: Band) => (from === 0 ? t('reports.fewPeople') : t('reports.band', { from: number(from), to: number(to) }));
  const percent = (about: number) => (about === 0 ? t('reports.share.hardlyAny') : about === 100 ? t('reports.share.nearlyAll') : t('reports.share.about', { percent: about }));
  return {
    people,
    percent,
    month,
    places: (band) => (band.from === 0 ? t('reports.fewPlaces') : people(band)),
    time: (days) => {
      if (!days) {
        return t('reports.notTold');
      }
      const known = Object.entries(TIMES).find(([from]) => Number(from) === days.from)?.[1];
      return known ? t(`reports.times.${known}`) : t('reports.times.days', { from: number(days.from), to: number(days.to) });
    },
    share: ({ about, atLeast, atMost }) => {
      if (atLeast !== null) {
        return t('reports.share.atLeast', { percent: atLeast });
      }
      if (atMost !== null) {
        return t('reports.share.atMost', { percent: atMost });
      }
      return about === null ? t('reports.notTold') : percent(about);
    },
    // where a limit is told, the few on one side are counted as four
    outOf: ({ about, people: both }) => (about === null ? t('reports.fewerThan', { number: number(both.to + 1) }) : people(both)),
    period: ({ from, to }) => {
      const last = month(lastMonth(to));
      if (from === null) {
        return t('reports.upTo', { last });
      }
      const first = month(from.slice(0, 7));
      return first === last ? last : t('reports.band', { from: first, to: last });
    },
  };
}

/** The last month before an instant at which one begins, as both are in UTC. */
export function lastMonth(to: string): string {
  return new Date(Date.parse(to) - 1).toISOString().slice(0, 7);
}
