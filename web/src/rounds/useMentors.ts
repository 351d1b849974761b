import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Person, Round, RoundPreview } from '../api/types';
import { useCouples } from './useRounds';

interface Listed extends Person {
  active?: boolean;
}

interface Group {
  group: string;
  items: { value: string; label: string }[];
}

/** Whom one may ask about as a mentor: those known as such first, then everybody else, as who offers a place is told to nobody. */
export function useMentors(round: Round, preview: RoundPreview, except: readonly (string | undefined)[]): Group[] {
  const { t, i18n } = useTranslation();
  const couples = useCouples();
  const staff = useQuery({
    queryKey: ['staff'],
    queryFn: ({ signal }) => call<Listed[]>('/api/profile/staff', { signal }),
    staleTime: Infinity,
  });
  const known = new Map<string, string>();
  for (const { mentor } of [...preview.pairs, ...round.decisions, ...(couples.data ?? [])]) {
    if (mentor.displayName !== null && !except.includes(mentor.staffId)) {
      known.set(mentor.staffId, mentor.displayName);
    }
  }
  const others = (staff.data ?? []).flatMap(({ staffId, displayName, active = true }): [string, string][] =>
    active && displayName !== null && !known.has(staffId) && !except.includes(staffId) ? [[staffId, displayName]] : [],
  );
  const listed = (people: Iterable<[string, string]>) => Array.from(people, ([value, label]) => ({ value, label })).toSorted((one, other) => one.label.localeCompare(other.label, i18n.language));
  return [
    { group: t('matching.whyNot.known'), items: listed(known) },
    { group: t('matching.whyNot.others'), items: listed(others) },
  ].filter(({ items }) => items.length > 0);
}
