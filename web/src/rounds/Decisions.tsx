import { Button, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, Round } from '../api/types';
import { Card } from '../app/Card';
import { useFormat } from '../i18n/format';
import { useNames } from '../setup/useNames';
import { Refused } from './Refused';
import classes from './Rounds.module.css';
import { useChange, usePersonName } from './useRounds';

/** What HR decided about single pairs, the newest first, each of which can be taken back. */
export function Decisions({ round, nameOf }: { round: Round; nameOf: (staffId: string) => string }) {
  const { t } = useTranslation();
  const { dayAndTime } = useFormat();
  const person = usePersonName();
  const staffName = useNames();
  const told = useRef<HTMLParagraphElement>(null);
  // the button that had the focus is gone
  const takeBack = useChange(round.roundId, () => told.current?.focus());
  const open = round.state === 'open';
  const words = ({ kind, mentor, mentee }: Decision) => t(`matching.decisions.${kind}`, { mentor: person(mentor), mentee: person(mentee) });
  return (
    <Card title={t('matching.decisions.title')}>
      <p ref={told} role="status" tabIndex={-1} className={classes.told}>
        {takeBack.isSuccess && t('matching.decisions.takenBack')}
      </p>
      {takeBack.isError && <Refused error={takeBack.error} round={round} nameOf={nameOf} onMended={takeBack.reset} />}
      {round.decisions.length === 0 ? (
        <Text c="dimmed">{t(open ? 'matching.decisions.none' : 'matching.decisions.nonePublished')}</Text>
      ) : (
        <ul className={classes.decisions}>
          {round.decisions.toReversed().map((decision) => (
            <li key={`${decision.mentee.staffId} ${decision.mentor.staffId}`} className={classes.decision}>
              <div>
                <Text fw={500}>{words(decision)}</Text>
                <Text size="sm" c="dimmed">
                  {t('matching.decisions.about', { reason: t(`matching.reasons.${decision.reason}`), name: staffName(decision.by), date: dayAndTime(decision.at) })}
                </Text>
              </div>
              {open && (
                <Button
                  size="sm"
                  variant="default"
                  aria-label={t('matching.decisions.takeBackOf', { decision: words(decision) })}
                  disabled={takeBack.isPending}
                  onClick={() => takeBack.mutate({ path: `/decisions/${encodeURIComponent(decision.mentee.staffId)}/${encodeURIComponent(decision.mentor.staffId)}`, method: 'DELETE' })}
                >
                  {t('matching.decisions.takeBack')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
