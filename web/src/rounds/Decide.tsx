import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, Person, Reason, Round } from '../api/types';
import { Refused } from './Refused';
import classes from './Rounds.module.css';
import { useChange } from './useRounds';

const REASONS: readonly Reason[] = ['bothAskedForIt', 'worksWellTogether', 'conflictKnown', 'tooClose', 'accessibility', 'other'];

interface Props {
  round: Round;
  kind: Decision['kind'];
  mentor: Person;
  mentee: Person;
  label: string;
  nameOf: (staffId: string) => string;
  onDone: () => void;
  onCancel?: () => void;
}

/** A decision about a pair, which needs a reason from the list. */
export function Decide({ round, kind, mentor, mentee, label, nameOf, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const decide = useChange(round.roundId, onDone);
  return (
    <form
      className={classes.decide}
      onSubmit={(event) => {
        event.preventDefault();
        decide.mutate({ path: `/decisions/${encodeURIComponent(mentee.staffId)}/${encodeURIComponent(mentor.staffId)}`, method: 'PUT', json: { kind, reason } });
      }}
    >
      <NativeSelect
        label={t('matching.decide.reason')}
        description={t(kind === 'pin' ? 'matching.decide.pinHint' : 'matching.decide.reasonHint')}
        required
        data={[{ value: '', label: t('matching.decide.choose') }, ...REASONS.map((each) => ({ value: each, label: t(`matching.reasons.${each}`) }))]}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        className={classes.narrow ?? ''}
      />
      {decide.isError && <Refused error={decide.error} round={round} nameOf={nameOf} onMended={decide.reset} />}
      <div className={classes.buttons}>
        <Button type="submit" size="sm" classNames={{ root: classes.long ?? '', label: classes.words ?? '' }} loading={decide.isPending}>
          {label}
        </Button>
        {onCancel && (
          <Button size="sm" variant="default" disabled={decide.isPending} onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
