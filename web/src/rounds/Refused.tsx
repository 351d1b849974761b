import { Alert, Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/http';
import type { Round } from '../api/types';
import { ProblemAlert } from '../app/ProblemAlert';
import classes from './Rounds.module.css';
import { useChange, useReadAgain } from './useRounds';
import { useRule } from './words';

interface Props {
  error: Error;
  round: Round;
  nameOf: (staffId: string) => string;
  /** What was refused is no question any more. */
  onMended?: () => void;
  onRetry?: () => void;
}

/** What the service said no to, in plain words, and what one can do next. */
export function Refused({ error, round, nameOf, onMended, onRetry }: Props) {
  const { t } = useTranslation();
  const rule = useRule();
  const readAgain = useReadAgain(round.roundId);
  const refresh = useChange(round.roundId, onMended);
  const look = useMutation({ mutationFn: readAgain, onSuccess: () => onMended?.() });
  const kind = error instanceof Problem ? error.kind : '';
  const changedPairs = pairsOf(error);
  const said = {
    'rule-forbids-it': t('matching.refused.rule', { rule: rule(memberOf(error, 'rule')) }),
    'round-is-old': t('matching.refused.old', { count: changedPairs.length }),
    'pins-do-not-go-together': t('matching.refused.pins'),
    'changed-meanwhile': t('matching.refused.meanwhile'),
    'round-is-over': t('matching.refused.over'),
    'not-in-this-round': t('matching.refused.notIn'),
  }[kind];
  if (refresh.isError) {
    return (
      <Refused
        error={refresh.error}
        round={round}
        nameOf={nameOf}
        onMended={() => {
          refresh.reset();
          onMended?.();
        }}
      />
    );
  }
  if (said === undefined) {
    return <ProblemAlert error={error} {...(onRetry && { onRetry })} />;
  }
  const mayRefresh = round.state === 'open' && ['round-is-old', 'pins-do-not-go-together', 'not-in-this-round'].includes(kind);
  const mayLook = ['changed-meanwhile', 'round-is-over'].includes(kind);
  return (
    <Alert color="orange" role="alert" title={t('matching.refused.title')}>
      <Text size="sm">{said}</Text>
      {changedPairs.length > 0 && (
        <>
          <ul className={classes.list}>
            {changedPairs.map((pair) => (
              <li key={`${pair.menteeId} ${pair.mentorId}`}>{t('matching.refused.pair', { mentor: nameOf(pair.mentorId), mentee: nameOf(pair.menteeId), because: rule(pair.because) })}</li>
            ))}
          </ul>
          <Text size="sm">{t('matching.refused.oldNext')}</Text>
        </>
      )}
      {mayRefresh && (
        <Button mt="sm" size="sm" variant="default" loading={refresh.isPending} onClick={() => refresh.mutate({ path: '/refresh', method: 'POST' })}>
          {t('matching.refused.refresh')}
        </Button>
      )}
      {mayLook && (
        <Button mt="sm" size="sm" variant="default" loading={look.isPending} onClick={() => look.mutate()}>
          {t('matching.refused.look')}
        </Button>
      )}
    </Alert>
  );
}

interface ChangedPair {
  mentorId: string;
  menteeId: string;
  because: string;
}

function pairsOf(error: Error): ChangedPair[] {
  const pairs = error instanceof Problem ? error.members.get('pairs') : undefined;
  return Array.isArray(pairs) ? (pairs as ChangedPair[]) : [];
}

function memberOf(error: Error, name: string): string {
  return error instanceof Problem ? String(error.members.get(name) ?? '') : '';
}
