import { useQuery } from '@tanstack/react-query';
import { call } from '../api/http';
import type { OwnSupervision } from '../api/types';

export const SUPERVISIONS_PATH = '/api/mentorship-matching/me/supervisions';
export const SUPERVISIONS = ['supervisions'];

/** The reader's own supervisions, as supervisor and as supervisee, the newest first. */
export function useSupervisions() {
  return useQuery({ queryKey: SUPERVISIONS, queryFn: ({ signal }) => call<OwnSupervision[]>(SUPERVISIONS_PATH, { signal }) });
}
