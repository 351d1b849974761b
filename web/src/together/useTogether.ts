import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call, Problem } from '../api/http';
import type { Agreement, OwnFeedback, OwnSession, SharedGoal } from '../api/types';

/** What people share, such as a match, as one of them sees it. */
export interface Gathering {
  kind: 'match' | 'circle' | 'supervision';
  id: string;
  /** What the reader calls the other one, or the others. */
  name: string;
  /** Whether something new can be planned and agreed. */
  living: boolean;
  /** Whether the reader is asked what they think of it. */
  asked: boolean;
}

export function pathOf({ kind, id }: Gathering): string {
  return `/api/mentorship-matching/me/gatherings/${kind}/${encodeURIComponent(id)}`;
}

export function sessionPath(gathering: Gathering, sessionId: string): string {
  return `${pathOf(gathering)}/sessions/${sessionId}`;
}

/** The newest first. */
export function useSessions(gathering: Gathering) {
  const path = `${pathOf(gathering)}/sessions`;
  return useQuery({ queryKey: [path], queryFn: ({ signal }) => call<OwnSession[]>(path, { signal }) });
}

/** Puts a session that was changed in the place of what was known of it; or reads all of them anew. */
export function useSessionList(gathering: Gathering): { keep: (changed: OwnSession) => void; readAgain: () => void } {
  const queries = useQueryClient();
  const queryKey = [`${pathOf(gathering)}/sessions`];
  return {
    keep: (changed) =>
      queries.setQueryData<OwnSession[]>(queryKey, (known) =>
        known && [changed, ...known.filter((each) => each.sessionId !== changed.sessionId)].toSorted((one, other) => other.startsAt.localeCompare(one.startsAt)),
      ),
    readAgain: () => void queries.invalidateQueries({ queryKey, exact: true }),
  };
}

/** Goals, or what was agreed in a session, in the order in which they were added. */
export function useIntentions(path: string) {
  return useQuery({ queryKey: [path], queryFn: ({ signal }) => call<(SharedGoal | Agreement)[]>(path, { signal }) });
}

/** What the reader noted about a session; empty if nothing. */
export function useNote(path: string) {
  return useQuery({
    queryKey: [path],
    queryFn: async ({ signal }) => {
      try {
        return (await call<{ text: string }>(path, { signal })).text;
      } catch (error) {
        if (error instanceof Problem && error.kind === 'no-such-note') {
          return '';
        }
        throw error;
      }
    },
  });
}

export function useFeedback(path: string) {
  return useQuery({ queryKey: [path], queryFn: ({ signal }) => call<OwnFeedback>(path, { signal }) });
}
