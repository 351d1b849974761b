import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../app/ProblemAlert';
import { Crisis } from '../help/Crisis';
import type { Sent } from './comment';

/** What became of the comment, and whom to turn to where its words call for it. */
export function CommentSent({ sent }: { sent: Sent }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (
    <>
      {sent.refused !== null && (
        <Alert color="orange" title={t('pulse.comment.refused')}>
          {problemText(sent.refused)}
        </Alert>
      )}
      {sent.refused === null && sent.text !== null && <Text>{t('pulse.comment.stored')}</Text>}
      {sent.crisis.length > 0 && <Crisis title={t('help.crisis')} resources={sent.crisis} />}
    </>
  );
}
