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
  /** Who inside does not count, where others do. */
  leftOut: (period: Period) => string | null;
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
    leftOut: (period) => (period.state === 'published' && period.leftOut?.length ? t('units.leftOut', { units: format.list(period.leftOut.map((left) => left.name)) }) : null),
  };
}

/** Everything that is to say about a unit's period, a line each. */
export function linesOf(period: Period, words: FigureWords, t: TFunction): string[] {
  const own = ownFigure(period);
  if (own.kind !== 'withheld') {
    return [`${t('units.level')}: ${words.figure(own)}`, t('units.peopleBand', { people: band(own.people) }), words.leftOut(period)].filter((line) => line !== null);
  }
  const reason = words.reason(period);
  return [reason === null ? t('units.withheld') : t('units.withheldBecause', { reason }), words.together(period)].filter((line) => line !== null);
}

export function band(people: string): string {
  return people.replace('-', '–');
}

const KNOWN: Record<string, 'units.onlyTogether' | 'units.noneInside' | 'units.refused'> = {
  'shown only together with others, so that a small group stays hidden': 'units.onlyTogether',
  'all of its units were counted together with others outside': 'units.noneInside',
  'not shown, because less than a whole group would follow from it': 'units.refused',
};

/** The service gives its reasons in English; the known ones are translated. */
function localReason(t: TFunction, reason: string): string {
  const fewer = /^fewer than (\d+) answers$/.exec(reason);
  if (fewer) {
    return t('units.fewer', { count: Number(fewer[1]) });
  }
  const known = KNOWN[reason];
  return known ? t(known) : reason;
}
