import { useTranslation } from 'react-i18next';
import type { MatchingProgramme } from '../api/types';
import { useFormat } from '../i18n/format';
import { useCriterion } from '../mentoring/useCriterion';
import type { Parts } from '../setup/parts';

/** In the order in which they usually weigh. */
const CRITERIA = ['skills', 'experience', 'direction', 'caseload', 'perspective', 'languages', 'place', 'times', 'wishes', 'load'];

/** The criteria that something says something about, in their order. */
export function criteriaOf(...by: readonly Record<string, unknown>[]): string[] {
  const named = [...new Set(by.flatMap((each) => Object.keys(each)))];
  return [...CRITERIA.filter((id) => named.includes(id)), ...named.filter((id) => !CRITERIA.includes(id)).toSorted()];
}

/** A rule, as the reason why two are not brought together. */
export function useRule(): (id: string) => string {
  const { t, i18n } = useTranslation();
  return (id) => t(i18n.exists(`matching.rules.${id}`) ? (`matching.rules.${id}` as 'matching.rules.other') : 'matching.rules.other');
}

/** How pairs are found, in words. */
export function useProgrammeParts(): (programme: Omit<MatchingProgramme, 'version' | 'since'>) => Parts {
  const { t } = useTranslation();
  const { number } = useFormat();
  const criterion = useCriterion();
  return (programme) => [
    ...criteriaOf(programme.weights).map((id) => [criterion(id), number(programme.weights[id] ?? 0)] as const),
    [t('matching.weights.differentUnits'), t(programme.differentUnits ? 'matching.weights.yes' : 'matching.weights.no')],
    [t('matching.weights.leastCommonTimes'), number(programme.leastCommonTimes)],
    [t('matching.weights.mode'), t(`matching.weights.modes.${programme.mode}`)],
    [t('matching.programme.automatic'), t(programme.automatic ? 'matching.weights.yes' : 'matching.weights.no')],
  ];
}
