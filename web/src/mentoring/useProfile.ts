import { useQuery } from '@tanstack/react-query';
import { call } from '../api/http';
import type { Profile } from '../api/types';

/** What the reader's own profile says. */
export function useProfile() {
  return useQuery({
    queryKey: ['profile'],
    queryFn: ({ signal }) => call<Profile>('/api/profile/me', { signal }),
    refetchOnWindowFocus: false,
  });
}
