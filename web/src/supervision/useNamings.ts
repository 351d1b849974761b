import { useQuery } from '@tanstack/react-query';
import { call } from '../api/http';
import type { NamedSupervision } from '../api/types';

export const NAMINGS_PATH = '/api/mentorship-matching/supervisions';
export const NAMINGS = ['namings'];

/** The supervisions that HR named, the newest first. */
export function useNamings() {
  return useQuery({ queryKey: NAMINGS, queryFn: ({ signal }) => call<NamedSupervision[]>(NAMINGS_PATH, { signal }) });
}
