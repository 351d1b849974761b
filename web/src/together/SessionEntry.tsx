import { Badge, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { OwnSession, Word } from '../api/types';
import entries from '../app/Entries.module.css';
import { ProblemAlert } from '../app/ProblemAlert';
import { useIsTyped } from '../app/useForm';
import { useFormat } from '../i18n/format';
import { Confirm } from './Confirm';
import { Intentions } from './Intentions';
import { Note } from './Note';
import { SessionForm, valuesOf } from './SessionForm';
import classes from './Together.module.css';
import { type Gathering, sessionPath, useSessionList } from './useTogether';
import { Where } from './Where';

interface Props {
  gathering: Gathering;
  session: OwnSession;
  tags: Word[];
  now: number;
  /** It was held or cancelled, and is listed elsewhere. */
  onSettled: (session: OwnSession) => void;
}

/** One session: when and where it is, or when it was, and what the reader can do about it now. */
export function SessionEntry({ gathering, session, tags, now, onSettled }: Props) {
  const { t } = useTranslation();
  const { moment, dayAndTime, number, list } = useFormat();
  const { keep, readAgain } = useSessionList(gathering);
  const heading = useRef<HTMLHeadingElement>(null);
  const kept = useId();
  const { sessionId, state, startsAt, minutes, where } = session;
  const path = sessionPath(gathering, sessionId);
  const typed = { change: `session.${sessionId}.change`, hold: `session.${sessionId}.held`, note: `session.${sessionId}.note` };
  const changeTyped = useIsTyped(typed.change);
  const holdTyped = useIsTyped(typed.hold);
  const [doing, setDoing] = useState<'change' | 'hold' | null>(changeTyped ? 'change' : holdTyped ? 'hold' : null);
  const [opened, setOpened] = useState(useIsTyped(typed.note));
  const cancel = useMutation({
    mutationFn: () => call<OwnSession>(`${path}/state`, { method: 'PUT', json: { state: 'cancelled' } }),
    onSuccess: (changed) => {
      keep(changed);
      onSettled(changed);
    },
    // a refusal says that what is shown is not up to date
    onError: readAgain,
  });
  const planned = state === 'planned';
  const begun = Date.parse(startsAt) <= now;
  const asked = planned && begun;
  const form = doing === 'change' && !planned ? null : doing;
  const back = () => {
    setDoing(null);
    heading.current?.focus();
  };
  const facts = [t('together.session.minutes', { count: minutes, number: number(minutes) }), list(tags.filter((tag) => session.topics.includes(tag.id)).map((tag) => tag.label))].filter(Boolean).join(' · ');
  return (
    <li className={entries.entry} data-asked={asked || undefined} data-over={state === 'cancelled' || undefined}>
      <div className={entries.who}>
        <h3 className={entries.name} ref={heading} tabIndex={-1}>
          <time dateTime={startsAt}>{planned ? moment(startsAt) : dayAndTime(startsAt)}</time>
        </h3>
        <Badge color={state === 'cancelled' ? 'gray' : asked ? 'orange' : 'kelp'} variant="light" tt="none">
          {t(asked ? 'together.session.asked' : `together.session.states.${state}`)}
        </Badge>
      </div>
      <div className={classes.facts}>
        <span>{facts}</span>
        {where !== null && planned && <Where where={where} />}
      </div>
      {cancel.isError && <ProblemAlert error={cancel.error} />}
      {form === null ? (
        <div className={entries.buttons}>
          {asked && <Button onClick={() => setDoing('hold')}>{t('together.session.held')}</Button>}
          {!begun && state !== 'held' && (
            <Button component="a" href={`${path}/invitation.ics`} download="session.ics" variant="default">
              {t(planned ? 'together.session.calendar' : 'together.session.outOfCalendar')}
            </Button>
          )}
          {planned && gathering.living && (
            <Button variant="default" onClick={() => setDoing('change')}>
              {t(asked ? 'together.session.move' : 'together.session.change')}
            </Button>
          )}
          {planned && (
            <Confirm
              label={t(asked ? 'together.session.notHeld' : 'together.session.cancel')}
              text={t(asked ? 'together.session.notHeldText' : 'together.session.cancelText', { name: gathering.name })}
              yes={t(asked ? 'together.session.notHeldNow' : 'together.session.cancelNow')}
              no={t('together.session.keep')}
              pending={cancel.isPending}
              onYes={() => cancel.mutate()}
            />
          )}
          {state === 'held' && (
            <Button variant="default" onClick={() => setDoing('hold')}>
              {t('together.session.correct')}
            </Button>
          )}
        </div>
      ) : (
        <SessionForm
          key={form}
          gathering={gathering}
          tags={tags}
          name={typed[form]}
          initial={valuesOf(session)}
          held={form === 'hold'}
          label={t(form === 'hold' ? 'together.session.saveHeld' : 'together.session.savePlan')}
          onDone={(saved) => {
            back();
            if (form === 'hold') {
              onSettled(saved);
            }
          }}
          onCancel={back}
        />
      )}
      <button type="button" className={classes.toggle} aria-expanded={opened} aria-controls={opened ? kept : undefined} onClick={() => setOpened(!opened)}>
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" className={classes.mark}>
          <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
        {t('together.session.kept')}
      </button>
      {opened && (
        <div id={kept} className={classes.kept}>
          <Note path={`${path}/note`} name={typed.note} />
          <Intentions of="agreement" path={`${path}/agreements`} living={gathering.living} />
        </div>
      )}
    </li>
  );
}
