import { useTranslation } from 'react-i18next';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { Choices } from './Choices';
import { Matches } from './Matches';
import { Participation } from './Participation';
import { useProfile } from './useProfile';
import { useVocabulary } from './useVocabulary';

/** Whom one is matched with and why, and whether one takes part. */
export default function MentoringPage() {
  const { t } = useTranslation();
  const profile = useProfile();
  const vocabulary = useVocabulary();
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
