import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { CircleForming } from '../api/types';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { useVocabulary } from '../mentoring/useVocabulary';
import { FormingOutcome } from './FormingOutcome';
import { FormingState } from './FormingState';
import { useFormings, usePreview } from './useFormings';

/** One forming of circles: what it would bring, why not more, and where it is published. */
export default function FormingPage() {
  const { t } = useTranslation();
  const { formingId = '' } = useParams();
  const { data, isPending, error, refetch } = useFormings();
  const forming = data?.find((each) => each.formingId === formingId);
  return (
    <Page title={forming?.name ?? t('circles.forming.title')} up={{ to: '/matching/circles', label: t('circles.forming.title') }}>
      {isPending && <Loading height={300} />}
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && !forming && <Empty title={t('circles.forming.unknown')} text={t('circles.forming.unknownText')} />}
      {forming && <Parts key={formingId} forming={forming} />}
    </Page>
  );
}

function Parts({ forming }: { forming: CircleForming }) {
  const preview = usePreview(forming.formingId);
  const vocabulary = useVocabulary();
  const failed = preview.error ?? vocabulary.error;
  return (
    <>
      <FormingState forming={forming} figures={preview.data?.figures} />
      {forming.state === 'cancelled' ? null : preview.data && vocabulary.data ? (
        <FormingOutcome preview={preview.data} words={vocabulary.data} />
      ) : failed ? (
        <ProblemAlert
          error={failed}
          onRetry={() => {
            void preview.refetch();
            void vocabulary.refetch();
          }}
        />
      ) : (
        <Loading height={300} />
      )}
    </>
  );
}
