import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/http';
import type { OpenCircle, OwnCircle } from '../api/types';

export const CIRCLES_PATH = '/api/mentorship-matching/me/circles';
export const CIRCLES = ['circles'];

/** The reader's own circles, the newest first. */
export function useCircles() {
  return useQuery({ queryKey: [...CIRCLES, 'mine'], queryFn: ({ signal }) => call<OwnCircle[]>(CIRCLES_PATH, { signal }) });
}

/** Circles that the reader could join, those first whom they would gain most with. */
export function useOpenCircles() {
  return useQuery({ queryKey: [...CIRCLES, 'open'], queryFn: ({ signal }) => call<OpenCircle[]>(`${CIRCLES_PATH}/open`, { signal }) });
}

interface Change<T> {
  path: string;
  json?: T;
}

/** Changes the reader's part in a circle; it is done when what follows from it can be seen. */
export function useCircleChange<T>(onDone?: (changed: OwnCircle) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, json }: Change<T>) => call<OwnCircle>(`${CIRCLES_PATH}/${path}`, { method: 'PUT', json }),
    onSuccess: async (changed) => {
      await queries.invalidateQueries({ queryKey: CIRCLES });
      onDone?.(changed);
    },
    // a refusal says that what is shown is not up to date
    onError: () => void queries.invalidateQueries({ queryKey: CIRCLES }),
  });
}
