import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Profile, Vocabulary } from '../api/types';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { Choices } from './Choices';
import { Matches } from './Matches';
import { Participation } from './Participation';

/** Whom one is matched with and why, and whether one takes part. */
export default function MentoringPage() {
  const { t, i18n } = useTranslation();
  const profile = useQuery({
    queryKey: ['profile'],
    queryFn: ({ signal }) => call<Profile>('/api/profile/me', { signal }),
    refetchOnWindowFocus: false,
  });
  const vocabulary = useQuery({
    queryKey: ['vocabulary', i18n.language],
    queryFn: ({ signal }) => call<Vocabulary>('/api/profile/vocabulary', { signal }),
    staleTime: Infinity,
    placeholderData: (previous) => previous,
  });
  const failed = profile.error ?? vocabulary.error;
  return (
    <Page title={t('mentoring.title')}>
      <Matches />
      {profile.data && vocabulary.data ? (
        <Choices key={profile.data.staffId} mentoring={profile.data.mentoring} words={vocabulary.data} />
      ) : failed ? (
        <ProblemAlert
          error={failed}
          onRetry={() => {
            void profile.refetch();
            void vocabulary.refetch();
          }}
        />
      ) : (
        <Loading height={120} />
      )}
      <Participation />
    </Page>
  );
}
