import { Alert, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '../api/http';
import { goSignIn } from './session';

/** What to tell the person: the service's own words where it gave some. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof Unreachable) {
      return t('problem.unreachable');
    }
    if (!(error instanceof Problem) || error.status === 0) {
      return t('problem.strange');
    }
    if (error.status === 401) {
      return t('problem.signedOut');
    }
    if (error.detail !== null) {
      return error.detail;
    }
    switch (error.status) {
      case 403:
        return t('problem.forbidden');
      case 404:
        return t('problem.notFound');
      case 429:
      case 503:
        return t('problem.busy', { seconds: error.retryAfter ?? 5 });
      default:
        return t('problem.unknown', { status: error.status });
    }
  };
}

export function ProblemAlert({ error, title, onRetry }: { error: unknown; title?: string; onRetry?: () => void }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const signedOut = error instanceof Problem && error.status === 401;
  return (
    <Alert color="orange" role="alert" title={title ?? t('problem.title')}>
      <Text size="sm" mb={signedOut || onRetry ? 'sm' : 0}>
        {text(error)}
      </Text>
      {signedOut ? (
        <Button size="sm" onClick={goSignIn}>
          {t('app.signInAgain')}
        </Button>
      ) : (
        onRetry && (
          <Button size="sm" variant="default" onClick={onRetry}>
            {t('app.retry')}
          </Button>
        )
      )}
    </Alert>
  );
}
