import type { TFunction } from 'i18next';
import type { Period, Unit } from '../api/types';
import type { Format } from '../i18n/format';
import { ownFigure, type Shown, shownOf } from './figure';

/** Figures and reasons in the reader's language, the same in chart, tooltip and table. */
export interface FigureWords {
  figure: (shown: Shown) => string;
  /** Why nothing is published of the unit alone. */
  reason: (period: Period) => string | null;
  /** With whom it is published instead, and what. */
  together: (period: Period) => string | null;
}

export function figureWords(t: TFunction, format: Format, unit: Unit): FigureWords {
  const others = (units: readonly Unit[]) => units.filter((other) => other.unitId !== unit.unitId);

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
    reason: (period) => (period.reason ? localReason(t, period.reason) : null),
    together: (period) => {
      const group = others(period.together);
      if (group.length === 0) {
        return null;
      }
      const units = format.list(group.map((other) => other.name));
      const shown = shownOf(period.togetherFigure);
      return shown.kind === 'withheld'
        ? t('units.together', { units })
        : `${t('units.togetherFigure', { units, figure: figure(shown) })} (${t('units.peopleBand', { people: band(shown.people) })})`;
    },
  };
}

/** Everything that is to say about a unit's period, a line each. */
export function linesOf(period: Period, words: FigureWords, t: TFunction): string[] {
  const own = ownFigure(period);
  if (own.kind !== 'withheld') {
    return [`${t('units.level')}: ${words.figure(own)}`, t('units.peopleBand', { people: band(own.people) })];
  }
  const reason = words.reason(period);
  return [reason === null ? t('units.withheld') : t('units.withheldBecause', { reason }), words.together(period)].filter((line) => line !== null);
}

export function band(people: string): string {
  return people.replace('-', '–');
}

/** The service gives its reasons in English; the known ones are translated. */
function localReason(t: TFunction, reason: string): string {
  const fewer = /^fewer than (\d+) answers$/.exec(reason);
  if (fewer) {
    return t('units.fewer', { count: Number(fewer[1]) });
  }
  return reason === 'shown only together with others, so that a small group stays hidden' ? t('units.onlyTogether') : reason;
}
