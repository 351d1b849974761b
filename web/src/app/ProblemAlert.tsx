import { Alert, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '../api/http';
import { goSignIn } from './session';
import { mistakesOf } from './useForm';

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
    if (error.mistakes.length > 0) {
      // the detail would tell them with their pointers, which is for programs
      return error.mistakes.map((mistake) => mistake.detail).join(' ');
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

interface Props {
  error: unknown;
  title?: string;
  onRetry?: () => void;
  /** The parts of what was sent that have a field: what is wrong with them is said there. */
  marked?: ReadonlySet<string>;
  /** Whether what was typed is kept for after the next sign-in. */
  kept?: boolean;
}

const NOWHERE: ReadonlySet<string> = new Set();

export function ProblemAlert({ error, title, onRetry, marked = NOWHERE, kept = false }: Props) {
  const { t } = useTranslation();
  const text = useProblemText();
  const signedOut = error instanceof Problem && error.status === 401;
  const atField = (pointer: string) => [...marked].some((part) => pointer === part || pointer.startsWith(`${part}/`));
  const said = signedOut && kept
    ? t('problem.signedOutKept')
    : mistakesOf(error, atField).length > 0
      ? [t('problem.marked'), ...mistakesOf(error, (pointer) => !atField(pointer))].join(' ')
      : text(error);
  return (
    <Alert color="orange" role="alert" title={title ?? t('problem.title')}>
      <Text size="sm" mb={signedOut || onRetry ? 'sm' : 0}>
        {said}
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
