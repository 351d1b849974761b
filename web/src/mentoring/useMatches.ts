import { useQuery } from '@tanstack/react-query';
import { call } from '../api/http';
import type { Match } from '../api/types';

export const MATCHES = ['matches'];

/** The reader's own matches, the newest first. */
export function useMatches() {
  return useQuery({
    queryKey: MATCHES,
    queryFn: ({ signal }) => call<Match[]>('/api/mentorship-matching/me/matches', { signal }),
  });
}
