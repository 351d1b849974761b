import { useTranslation } from 'react-i18next';
import type { Person } from '../api/types';

/** Names by staff id, in order; where several people have the same one, the id behind it tells them apart. */
export function useLabels(): (people: readonly Person[]) => Map<string, string> {
  const { t, i18n } = useTranslation();
  return (people) => {
    const named = people.map(({ staffId, displayName }): [string, string] => [staffId, displayName ?? t('mentoring.gone')]);
    const apart = named.map(([staffId, name]): [string, string] => [staffId, named.some((other) => other[0] !== staffId && other[1] === name) ? `${name} (${staffId})` : name]);
    return new Map(apart.toSorted((one, other) => one[1].localeCompare(other[1], i18n.language)));
  };
}
