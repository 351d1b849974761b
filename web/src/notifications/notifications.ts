import { useQuery } from '@tanstack/react-query';
import { call } from '../api/http';
import type { Notification } from '../api/types';

export const NOTIFICATIONS = ['notifications'];

const EVERY_MINUTE = 60_000;

/** What the reader should hear of, the newest first. */
export function useNotifications() {
  return useQuery({
    queryKey: NOTIFICATIONS,
    queryFn: ({ signal }) => call<Notification[]>('/api/profile/me/notifications', { signal }),
    refetchInterval: EVERY_MINUTE,
  });
}
