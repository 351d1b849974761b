import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/http';
import type { CircleForming, CircleOverview, FormingPreview } from '../api/types';

const API = '/api/mentorship-matching';
export const FORMINGS = ['circle-formings'];

export function formingPath(formingId: string): string {
  return `${API}/circle-formings/${encodeURIComponent(formingId)}`;
}

/** The newest first. */
export function useFormings() {
  return useQuery({ queryKey: FORMINGS, queryFn: ({ signal }) => call<CircleForming[]>(`${API}/circle-formings`, { signal }) });
}

/** The circles that a forming would bring, or has brought. */
export function usePreview(formingId: string) {
  return useQuery({ queryKey: ['circle-forming', formingId], queryFn: ({ signal }) => call<FormingPreview>(`${formingPath(formingId)}/preview`, { signal }) });
}

/** All circles, the newest first. */
export function useAllCircles() {
  return useQuery({ queryKey: ['all-circles'], queryFn: ({ signal }) => call<CircleOverview[]>(`${API}/circles`, { signal }) });
}

/** Publishes a forming, or cancels it. */
export function useSettle(formingId: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (state: 'published' | 'cancelled') => call<CircleForming>(`${formingPath(formingId)}/state`, { method: 'PUT', json: { state } }),
    onSuccess: (changed) => {
      queries.setQueryData<CircleForming[]>(FORMINGS, (known) => known?.map((each) => (each.formingId === changed.formingId ? changed : each)));
      // the proposals follow a moment later
      window.setTimeout(() => void queries.invalidateQueries({ queryKey: ['all-circles'] }), 1500);
      onDone();
    },
    // a refusal may say that what is shown is not up to date
    onError: () => void queries.invalidateQueries({ queryKey: FORMINGS }),
  });
}
