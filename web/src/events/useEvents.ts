import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { AgencyEvent } from '../api/types';

export const EVENTS_PATH = '/api/mentorship-matching/events';
const EVENTS = ['events'];

export const pathOf = (eventId: string) => `${EVENTS_PATH}/${encodeURIComponent(eventId)}`;

/** What is to come, the next one first. */
export function useEvents() {
  return useQuery({ queryKey: EVENTS, queryFn: ({ signal }) => call<AgencyEvent[]>(EVENTS_PATH, { signal }) });
}

/** Puts an event that was changed in the place of what was known of it; or reads all of them anew. */
export function useEventList(): { keep: (changed: AgencyEvent) => void; readAgain: () => void } {
  const queries = useQueryClient();
  return {
    keep: (changed) =>
      queries.setQueryData<AgencyEvent[]>(EVENTS, (known) =>
        known && [...known.filter((each) => each.eventId !== changed.eventId), changed].toSorted((one, other) => one.next.startsAt.localeCompare(other.next.startsAt)),
      ),
    readAgain: () => void queries.invalidateQueries({ queryKey: EVENTS }),
  };
}

/** In words, from one meeting to the next. */
export function useRhythm(): (everyDays: number) => string {
  const { t } = useTranslation();
  return (everyDays) => (everyDays % 7 === 0 ? t('events.weeks', { count: everyDays / 7 }) : t('events.days', { count: everyDays }));
}
