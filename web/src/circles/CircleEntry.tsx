import { Badge, Button, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OwnCircle, Person, Vocabulary } from '../api/types';
import entries from '../app/Entries.module.css';
import { ProblemAlert } from '../app/ProblemAlert';
import { useSignedIn } from '../app/session';
import { useIsTyped } from '../app/useForm';
import { useFormat } from '../i18n/format';
import { Confirm } from '../together/Confirm';
import { noonOf } from '../together/times';
import { CircleFacts } from './CircleFacts';
import { CirclePlan, planOf } from './CirclePlan';
import classes from './Circles.module.css';
import { Merging } from './Merging';
import { useCircleChange } from './useCircles';

type Wanted = 'active' | 'left';

interface Props {
  circle: OwnCircle;
  words: Vocabulary;
  /** What became of it, which is not in the list any more. */
  onGone: (said: string) => void;
}

/** One circle: with whom, what all share, when they meet, and what the reader can do about it now. */
export function CircleEntry({ circle, words, onGone }: Props) {
  const { t } = useTranslation();
  const { day, moment, list } = useFormat();
  const { staffId } = useSignedIn();
  const heading = useRef<HTMLHeadingElement>(null);
  const [planning, setPlanning] = useState(useIsTyped(planOf(circle)));
  const { circleId, kind, state, accepted } = circle;
  const change = useCircleChange<{ state: Wanted }>((changed) => {
    if (changed.state === 'left') {
      onGone(t(state === 'active' ? 'circles.left' : 'circles.declined'));
    } else {
      // the buttons that had the focus are gone
      heading.current?.focus();
    }
  });
  const nameOf = (person: Person) => (person.staffId === staffId ? t('circles.you') : (person.displayName ?? t('mentoring.gone')));
  const over = state === 'ended' || state === 'lapsed' || state === 'left';
  const asked = state === 'proposed' && !accepted;
  const waiting = state === 'proposed' && accepted;
  const stand = (wanted: Wanted) => change.mutate({ path: `${encodeURIComponent(circleId)}/state`, json: { state: wanted } });
  const button = (wanted: Wanted, label: string, variant: 'filled' | 'default') => (
    // the second half of a double click would press what came in the place of the first
    <Button variant={variant} loading={change.isPending && change.variables.json?.state === wanted} disabled={change.isPending} onClick={(event) => event.detail < 2 && stand(wanted)}>
      {label}
    </Button>
  );
  const back = () => {
    setPlanning(false);
    heading.current?.focus();
  };
  return (
    <li className={entries.entry} data-asked={asked || undefined} data-over={over || undefined}>
      <div className={entries.who}>
        <h3 className={entries.name} ref={heading} tabIndex={-1}>
          {t(`circles.kinds.${kind}`)}
        </h3>
        {circle.since !== null && <span className={entries.since}>{t('mentoring.since', { date: day(circle.since) })}</span>}
        <Badge color={over ? 'gray' : 'kelp'} variant="light" tt="none">
          {t(`circles.states.${waiting ? 'waiting' : state}`)}
        </Badge>
      </div>
      {asked && circle.answerBy !== null && <Text fw={500}>{t('mentoring.matches.answerBy', { date: moment(circle.answerBy) })}</Text>}
      {waiting && (
        <Text>
          {t('circles.waiting')} {circle.answerBy !== null && t('mentoring.matches.heardBy', { date: moment(circle.answerBy) })}
        </Text>
      )}
      {state === 'lapsed' && <Text size="sm">{t('circles.lapsed')}</Text>}
      {circle.members.length > 0 && (
        <Text>
          {t(state === 'proposed' && circle.since === null ? 'circles.proposedTo' : over ? 'circles.wereIn' : 'circles.members', { names: list(circle.members.map(nameOf)) })}
        </Text>
      )}
      {!over && <CircleFacts circle={circle} words={words} />}
      {circle.meetings.length > 0 && (
        <div>
          <h4 className={entries.subtitle}>{t('circles.next')}</h4>
          <ul className={classes.meetings}>
            {circle.meetings.map((meeting) => (
              <li key={meeting.on}>
                <time dateTime={meeting.on}>{day(noonOf(meeting.on))}</time>: {meeting.facilitator === null ? t('circles.nobodysTurn') : meeting.facilitator.staffId === staffId ? t('circles.yourTurn') : t('circles.turn', { name: nameOf(meeting.facilitator) })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {circle.merging && <Merging circleId={circleId} merging={circle.merging} words={words} onDone={() => heading.current?.focus()} />}
      {change.isError && <ProblemAlert error={change.error} />}
      {asked && (
        <Text size="sm" c="dimmed">
          {t('circles.sayNo')}
        </Text>
      )}
      {(state === 'active' || (state === 'ended' && circle.since !== null && accepted)) && (
        <Link to={`/together/circle/${circleId}`} className={entries.link ?? ''}>
          {t('together.open')}
        </Link>
      )}
      {planning ? (
        <CirclePlan circle={circle} words={words} onDone={back} />
      ) : (
        <div className={entries.buttons}>
          {asked && button('active', t('mentoring.matches.accept'), 'filled')}
          {state === 'proposed' && button('left', t(accepted ? 'mentoring.matches.after' : 'mentoring.matches.decline'), 'default')}
          {state === 'active' && (
            <>
              <Button variant="default" onClick={() => setPlanning(true)}>
                {t('circles.plan')}
              </Button>
              <Confirm label={t('circles.leave')} text={t('circles.leaveText')} yes={t('circles.leaveNow')} no={t('circles.stay')} pending={change.isPending} onYes={() => stand('left')} />
            </>
          )}
        </div>
      )}
    </li>
  );
}
