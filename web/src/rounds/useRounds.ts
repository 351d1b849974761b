import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Couple, Explanation, MatchingProgramme, Person, Round, RoundPreview } from '../api/types';

const API = '/api/mentorship-matching';
export const PROGRAMME_PATH = `${API}/programme`;
export const ROUNDS = ['rounds'];
export const PROGRAMMES = ['matching-programme'];

export function roundPath(roundId: string): string {
  return `${API}/rounds/${encodeURIComponent(roundId)}`;
}

/** The newest first. */
export function useRounds() {
  return useQuery({ queryKey: ROUNDS, queryFn: ({ signal }) => call<Round[]>(`${API}/rounds`, { signal }) });
}

export function usePreview(roundId: string) {
  return useQuery({
    queryKey: ['round', roundId, 'preview'],
    queryFn: ({ signal }) => call<RoundPreview>(`${roundPath(roundId)}/preview`, { signal }),
  });
}

/** Why somebody has this mentor or none, and why not the other one, if there is one asked about. */
export function useExplanation(roundId: string, menteeId: string, other: string | null) {
  const asked = new URLSearchParams(other === null ? { menteeId } : { menteeId, mentorId: other });
  return useQuery({
    queryKey: ['round', roundId, 'explanation', menteeId, other],
    queryFn: ({ signal }) => call<Explanation>(`${roundPath(roundId)}/explanation?${asked}`, { signal }),
  });
}

/** All versions of how pairs are found, the one in force last. */
export function useProgrammes() {
  return useQuery({ queryKey: PROGRAMMES, queryFn: ({ signal }) => call<MatchingProgramme[]>(PROGRAMME_PATH, { signal }) });
}

/** Who is paired with whom, the newest first. */
export function useCouples() {
  return useQuery({ queryKey: ['couples'], queryFn: ({ signal }) => call<Couple[]>(`${API}/matches`, { signal }) });
}

/** Reads everything about a round anew, once something has changed it. */
export function useReadAgain(roundId: string): () => Promise<unknown> {
  const queries = useQueryClient();
  return () => Promise.all([queries.invalidateQueries({ queryKey: ROUNDS }), queries.invalidateQueries({ queryKey: ['round', roundId] })]);
}

interface Change {
  path: string;
  method: 'POST' | 'PUT' | 'DELETE';
  json?: unknown;
}

/** Changes a round; it is done when what follows from the change can be seen. */
export function useChange(roundId: string, onDone?: (changed: Round) => unknown) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, ...how }: Change) => call<Round>(`${roundPath(roundId)}${path}`, how),
    onSuccess: async (changed) => {
      queries.setQueryData<Round[]>(ROUNDS, (known) => known?.map((each) => (each.roundId === changed.roundId ? changed : each)));
      await queries.invalidateQueries({ queryKey: ['round', roundId] });
      return onDone?.(changed);
    },
  });
}

/** What to call somebody; whoever was erased has no name any more. */
export function usePersonName(): (person: Person) => string {
  const { t } = useTranslation();
  return (person) => person.displayName ?? t('mentoring.gone');
}

/** What to call those of a round of whom only the id is told. */
export function useNamesIn(round: Round, preview: RoundPreview | undefined): (staffId: string) => string {
  const nameOf = usePersonName();
  const known = [...(preview?.pairs ?? []), ...round.decisions].flatMap(({ mentor, mentee }) => [mentor, mentee]).concat(preview?.unmatched ?? []);
  const names = new Map(known.map((person) => [person.staffId, nameOf(person)]));
  return (staffId) => names.get(staffId) ?? staffId;
}
