import { useQuery } from '@tanstack/react-query';
import { call } from '../api/http';
import type { Person } from '../api/types';
import { roundPath } from './useRounds';

/** Who offers places in a round, whether any of them is free or not. */
export function useMentors(roundId: string) {
  return useQuery({
    queryKey: ['round', roundId, 'mentors'],
    queryFn: ({ signal }) => call<Person[]>(`${roundPath(roundId)}/mentors`, { signal }),
  });
}
