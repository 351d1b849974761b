import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Vocabulary } from '../api/types';

/** The words that people are brought together by, in the reader's language. */
export function useVocabulary() {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['vocabulary', i18n.language],
    queryFn: ({ signal }) => call<Vocabulary>('/api/profile/vocabulary', { signal }),
    staleTime: Infinity,
    placeholderData: (previous) => previous,
  });
}
