import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { OwnSession, Word } from '../api/types';
import { Form } from '../app/Form';
import { SaveOrCancel } from '../app/SaveOrCancel';
import { useForm } from '../app/useForm';
import { useFormat } from '../i18n/format';
import { Words } from '../mentoring/ChoicesWords';
import classes from './Together.module.css';
import { instantOf, partsOf } from './times';
import { type Gathering, sessionPath, useSessionList } from './useTogether';

const LENGTHS = [15, 30, 45, 60, 90, 120, 180];

interface Values {
  sessionId: string;
  date: string;
  time: string;
  minutes: number;
  where: string;
  topics: string[];
}

export const newSession = (sessionId: string): Values => ({ sessionId, date: '', time: '', minutes: 60, where: '', topics: [] });

export const valuesOf = (session: OwnSession): Values => ({
  sessionId: session.sessionId,
  ...partsOf(session.startsAt),
  minutes: session.minutes,
  where: session.where ?? '',
  topics: session.topics,
});

interface Props {
  gathering: Gathering;
  tags: Word[];
  /** Under which what is typed is kept. */
  name: string;
  initial: Values;
  /** Whether it is to come, or was held. */
  held: boolean;
  label: string;
  onDone: (saved: OwnSession) => void;
  onCancel: () => void;
}

/** When to meet, for how long, where and about what; or when it was. */
export function SessionForm({ gathering, tags, name, initial, held, label, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { keep, readAgain } = useSessionList(gathering);
  const form = useForm({
    name,
    initial,
    send: ({ sessionId, date, time, minutes, where, topics }) => {
      const at = instantOf(date, time);
      return held
        ? call<OwnSession>(`${sessionPath(gathering, sessionId)}/held`, { method: 'PUT', json: { heldAt: at, minutes, topics } })
        : call<OwnSession>(sessionPath(gathering, sessionId), { method: 'PUT', json: { startsAt: at, minutes, where: where.trim() || null, topics } });
    },
    onSaved: (saved) => {
      keep(saved);
      onDone(saved);
    },
    // a refusal may say that what is shown is not up to date
    onRefused: readAgain,
  });
  const { date, time, minutes, where, topics } = form.values;
  const chosen = tags.filter((tag) => topics.includes(tag.id));
  const wrongTime = form.mistake(held ? '/heldAt' : '/startsAt');
  const wrongTopics = form.mistake('/topics');
  return (
    <Form
      form={form}
      buttons={<SaveOrCancel form={form} label={label} onCancel={onCancel} />}
    >
      <div className={classes.fields}>
        <TextInput type="date" size="md" label={t('together.session.date')} required value={date} error={wrongTime} onChange={(event) => form.change({ date: event.currentTarget.value })} />
        <TextInput type="time" size="md" label={t('together.session.time')} required value={time} onChange={(event) => form.change({ time: event.currentTarget.value })} />
        <NativeSelect
          size="md"
          label={t('together.session.length')}
          data={[...new Set([...LENGTHS, minutes])].toSorted((one, other) => one - other).map((each) => ({ value: String(each), label: t('together.session.minutes', { count: each, number: number(each) }) }))}
          value={String(minutes)}
          error={form.mistake('/minutes')}
          onChange={(event) => form.change({ minutes: Number(event.currentTarget.value) })}
        />
      </div>
      {!held && (
        <TextInput
          size="md"
          label={t('together.session.where')}
          description={t('together.session.whereHint')}
          maxLength={500}
          value={where}
          error={form.mistake('/where')}
          onChange={(event) => form.change({ where: event.currentTarget.value })}
        />
      )}
      <details className={classes.topics} open={wrongTopics !== null}>
        <summary>{chosen.length > 0 ? t('together.session.topicsChosen', { topics: chosen.map((tag) => tag.label).join(', ') }) : t('together.session.topicsOptional')}</summary>
        <Words name="topics" label={t('together.session.topics')} words={tags} chosen={topics} onChange={(next) => form.change({ topics: next })} error={wrongTopics} />
      </details>
    </Form>
  );
}
