import { Badge, Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { AgencyEvent, Word } from '../api/types';
import entries from '../app/Entries.module.css';
import { ProblemAlert } from '../app/ProblemAlert';
import { useIsTyped } from '../app/useForm';
import { useFormat } from '../i18n/format';
import { Confirm } from '../together/Confirm';
import { EventFacts } from './EventFacts';
import { EventForm, valuesOf } from './EventForm';
import { pathOf, useEventList, useRhythm } from './useEvents';

interface Props {
  event: AgencyEvent;
  now: number;
  tags: Word[];
  /** What became of it, in words. */
  onDone: (words: string) => void;
}

const COLORS = { cancelled: 'gray', begun: 'kelp', yours: 'kelp', joined: 'kelp', full: 'orange' } as const;

/** One event or learning group: when it takes place next, where, by whom, and what the reader can do about it. */
export function EventEntry({ event, now, tags, onDone }: Props) {
  const { t } = useTranslation();
  const { span } = useFormat();
  const rhythm = useRhythm();
  const { keep, readAgain } = useEventList();
  const heading = useRef<HTMLHeadingElement>(null);
  const { eventId, title, next, repetition, cancelled, joined } = event;
  const path = pathOf(eventId);
  const name = `event.${eventId}`;
  const [changing, setChanging] = useState(useIsTyped(name));
  const act = useMutation({
    mutationFn: (what: 'join' | 'leave' | 'cancel') => call<AgencyEvent>(what === 'cancel' ? path : `${path}/participation`, { method: what === 'join' ? 'PUT' : 'DELETE' }),
    onSuccess: (changed, what) => {
      keep(changed);
      onDone(t(({ join: 'events.joinedNow', leave: 'events.left', cancel: 'events.cancelledNow' } as const)[what], { title }));
    },
    // a refusal says that what is shown is not up to date
    onError: readAgain,
  });
  const pending = (what: typeof act.variables) => act.isPending && act.variables === what;
  const mine = event.people !== null;
  const begun = Date.parse(next.startsAt) <= now;
  const over = begun && next.number === (repetition?.times ?? 1);
  const state = cancelled ? 'cancelled' : begun ? 'begun' : mine ? 'yours' : joined ? 'joined' : event.free === 0 ? 'full' : null;
  const back = () => {
    setChanging(false);
    heading.current?.focus();
  };
  return (
    <li className={entries.entry} data-over={cancelled || undefined}>
      <div className={entries.who}>
        <h3 className={entries.name} ref={heading} tabIndex={-1}>
          {title}
        </h3>
        {state !== null && (
          <Badge color={COLORS[state]} variant="light" tt="none">
            {t(`events.${state}`)}
          </Badge>
        )}
      </div>
      <div>
        <Text fw={500}>
          <time dateTime={next.startsAt}>{span(next.startsAt, next.endsAt)}</time>
        </Text>
        {repetition && <span className={entries.since}>{t('events.meeting', { number: next.number, times: repetition.times, rhythm: rhythm(repetition.everyDays) })}</span>}
      </div>
      <EventFacts event={event} tags={tags} />
      {act.isError && <ProblemAlert error={act.error} />}
      {changing && mine && !cancelled ? (
        <EventForm
          name={name}
          initial={valuesOf(event)}
          tags={tags}
          label={t('events.saveChange')}
          onDone={back}
          onCancel={back}
        />
      ) : (
        <div className={entries.buttons}>
          {!cancelled &&
            !joined &&
            !mine &&
            !over &&
            (event.free > 0 ? (
              <Button loading={pending('join')} disabled={act.isPending} onClick={(click) => click.detail < 2 && act.mutate('join')}>
                {t('events.join')}
              </Button>
            ) : (
              <Text size="sm">{t('events.lookAgain')}</Text>
            ))}
          {(joined || mine) && (
            <Button component="a" href={`${path}/calendar.ics`} download="event.ics" variant="default">
              {t(cancelled ? 'events.outOfCalendar' : 'events.calendar')}
            </Button>
          )}
          {joined && !cancelled && (
            <Confirm label={t('events.leave')} text={t('events.leaveText')} yes={t('events.leaveNow')} no={t('events.stay')} pending={pending('leave')} onYes={() => act.mutate('leave')} />
          )}
          {mine && !cancelled && (
            <>
              <Button variant="default" disabled={act.isPending} onClick={() => setChanging(true)}>
                {t('events.change')}
              </Button>
              <Confirm
                label={t('events.cancel')}
                text={t(repetition ? 'events.cancelTextTimes' : 'events.cancelText')}
                yes={t('events.cancelNow')}
                no={t('events.keep')}
                pending={pending('cancel')}
                onYes={() => act.mutate('cancel')}
              />
            </>
          )}
        </div>
      )}
    </li>
  );
}
