import { Button, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person, Round, RoundPair, RoundPreview } from '../api/types';
import { useLabels } from '../mentoring/useLabels';
import { Decide } from './Decide';
import { Points } from './Points';
import { Ranks } from './Ranks';
import { Refused } from './Refused';
import classes from './Rounds.module.css';
import { useMentors } from './useMentors';
import { useExplanation, useNamesIn, usePersonName, useProgrammes } from './useRounds';
import { WhyNot } from './WhyNot';

interface Props {
  round: Round;
  preview: RoundPreview;
  mentee: Person;
  /** Null where there is nobody for them. */
  pair: RoundPair | null;
  onDecided: (told: string) => void;
}

/** Why a mentee has this mentor or none, why not another one, and what can be decided about it. */
export function Mentee({ round, preview, mentee, pair, onDecided }: Props) {
  const { t } = useTranslation();
  const person = usePersonName();
  const nameOf = useNamesIn(round, preview);
  const programmes = useProgrammes();
  const mentors = useMentors(round.roundId);
  const labels = useLabels()(mentors.data ?? []);
  const [otherId, setOtherId] = useState<string | null>(null);
  const [forbidding, setForbidding] = useState(false);
  const why = useExplanation(round.roundId, mentee.staffId, null);
  const whyNot = useExplanation(round.roundId, mentee.staffId, otherId);
  const weights = programmes.data?.find((each) => each.version === round.programme)?.weights;
  const others = Array.from(labels, ([value, label]) => ({ value, label })).filter(({ value }) => value !== mentee.staffId && value !== pair?.mentor.staffId);
  const other = others.find(({ value }) => value === otherId) ?? null;
  const answer = other && whyNot.data ? whyNot.data.whyNot : null;
  const open = round.state === 'open';
  const columns = [
    ...(pair ? [{ name: person(pair.mentor), points: pair.points }] : []),
    ...(other && answer && answer.rule === null ? [{ name: other.label, points: answer.points }] : []),
  ];
  const decided = (kind: 'pin' | 'forbid', mentor: string) => onDecided(t(`matching.preview.decided.${kind}`, { mentor, mentee: person(mentee) }));
  return (
    <div className={classes.mentee} role="group" aria-label={person(mentee)}>
      <section className={classes.part}>
        <h3 className={classes.subtitle}>{t(pair ? 'matching.why.title' : 'matching.why.none')}</h3>
        {why.isPending && <Text c="dimmed">{t('matching.why.loading')}</Text>}
        {why.isError && <Refused error={why.error} round={round} nameOf={nameOf} onRetry={() => void why.refetch()} />}
        {why.data && <Ranks why={why.data} mentee={person(mentee)} mentor={pair ? person(pair.mentor) : null} nameOf={nameOf} />}
        {pair && open && !forbidding && (
          <Button size="sm" variant="default" className={classes.start ?? ''} onClick={() => setForbidding(true)}>
            {t('matching.decide.forbid')}
          </Button>
        )}
        {pair && open && forbidding && (
          <Decide
            round={round}
            kind="forbid"
            mentor={pair.mentor}
            mentee={mentee}
            label={t('matching.decide.forbidNow')}
            nameOf={nameOf}
            onDone={() => decided('forbid', person(pair.mentor))}
            onCancel={() => setForbidding(false)}
          />
        )}
      </section>
      <section className={classes.part}>
        <h3 className={classes.subtitle}>{t('matching.whyNot.title')}</h3>
        <Select
          label={t('matching.whyNot.mentor')}
          description={t('matching.whyNot.hint')}
          placeholder={t('matching.whyNot.search')}
          nothingFoundMessage={t(mentors.isPending ? 'matching.why.loading' : 'matching.whyNot.notFound')}
          data={others}
          value={otherId}
          onChange={setOtherId}
          searchable
          clearable
          allowDeselect={false}
          limit={50}
          withScrollArea={false}
          classNames={{ options: classes.options ?? '' }}
          className={classes.narrow ?? ''}
          comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
        />
        {mentors.isError && <Refused error={mentors.error} round={round} nameOf={nameOf} onRetry={() => void mentors.refetch()} />}
        {other && whyNot.isPending && <Text c="dimmed">{t('matching.why.loading')}</Text>}
        {other && whyNot.isError && <Refused error={whyNot.error} round={round} nameOf={nameOf} onRetry={() => void whyNot.refetch()} />}
        {answer && <WhyNot answer={answer} nameOf={nameOf} />}
        {other && open && answer?.rule === null && (
          <Decide
            key={other.value}
            round={round}
            kind="pin"
            mentor={{ staffId: other.value, displayName: other.label }}
            mentee={mentee}
            label={t('matching.decide.pin', { mentor: other.label, mentee: person(mentee) })}
            nameOf={nameOf}
            onDone={() => decided('pin', other.label)}
          />
        )}
      </section>
      {columns.length > 0 && (
        <div className={classes.part}>
          <Points of={columns} weights={weights} />
        </div>
      )}
    </div>
  );
}
