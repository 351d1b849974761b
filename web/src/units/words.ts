import type { TFunction } from 'i18next';
import type { Period, Unit } from '../api/types';
import type { Format } from '../i18n/format';
import { ownFigure, type Shown, shownOf } from './figure';

/** Figures and reasons in the reader's language, the same in chart, tooltip and table. */
export interface FigureWords {
  figure: (shown: Shown) => string;
  reason: (period: Period) => string;
  together: (period: Period) => string | null;
}

export function figureWords(t: TFunction, format: Format): FigureWords {
  const names = (units: readonly Unit[]) => format.list(units.map((unit) => unit.name));

  const figure = (shown: Shown): string => {
    switch (shown.kind) {
      case 'level':
        return format.number(shown.value);
      case 'atMost':
        return t('units.atMost', { value: format.number(shown.value) });
      case 'atLeast':
        return t('units.atLeast', { value: format.number(shown.value) });
      default:
        return t('units.withheld');
    }
  };

  return {
    figure,
    reason: (period) => (period.reason === null || period.reason === '' ? t('units.withheld') : t('units.withheldBecause', { reason: localReason(t, period.reason) })),
    together: (period) => {
      if (period.together.length === 0) {
        return null;
      }
      const shown = shownOf(period.togetherFigure);
      const units = names(period.together);
      return shown.kind === 'withheld'
        ? t('units.together', { units })
        : `${t('units.togetherFigure', { units, figure: figure(shown) })} (${t('units.peopleBand', { people: band(shown.people) })})`;
    },
  };
}

/** Everything that is to say about a unit's period in one line each. */
export function linesOf(period: Period, words: FigureWords, t: TFunction): string[] {
  const own = ownFigure(period);
  const lines = own.kind === 'withheld' ? [words.reason(period)] : [`${t('units.level')}: ${words.figure(own)}`, t('units.peopleBand', { people: band(own.people) })];
  const together = words.together(period);
  return together === null ? lines : [...lines, together];
}

export function band(people: string): string {
  return people.replace('-', '–');
}

/** The service gives its reasons in English; the known ones are translated. */
function localReason(t: TFunction, reason: string): string {
  const fewer = /^fewer than (\d+) answers$/.exec(reason);
  return fewer ? t('units.fewer', { count: Number(fewer[1]) }) : reason;
}
