import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { AgencyEvent, Word } from '../api/types';
import entries from '../app/Entries.module.css';
import { Form } from '../app/Form';
import { SaveOrCancel } from '../app/SaveOrCancel';
import { isConflict, useForm } from '../app/useForm';
import { useFormat } from '../i18n/format';
import { instantOf, partsOf } from '../together/times';
import { pathOf, useEventList, useRhythm } from './useEvents';

/** In minutes. */
const LENGTHS = [30, 45, 60, 90, 120, 180, 240, 360, 480];

/** In days; 0 for once. */
const RHYTHMS = [0, 1, 7, 14, 28];

const MINUTE = 60_000;

interface Values {
  eventId: string;
  title: string;
  date: string;
  time: string;
  minutes: number;
  everyDays: number;
  times: string;
  zone: string;
  place: string;
  topic: string;
  places: string;
}

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export const newEvent = (eventId: string): Values => ({ eventId, title: '', date: '', time: '', minutes: 60, everyDays: 0, times: '6', zone: ownZone(), place: '', topic: '', places: '12' });

export const valuesOf = ({ eventId, title, startsAt, endsAt, repetition, place, topic, places }: AgencyEvent): Values => ({
  eventId,
  title,
  ...partsOf(startsAt),
  minutes: (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE,
  everyDays: repetition?.everyDays ?? 0,
  times: String(repetition?.times ?? 6),
  zone: repetition?.zone ?? ownZone(),
  place,
  topic,
  places: String(places),
});

function announcementOf({ title, date, time, minutes, everyDays, times, zone, place, topic, places }: Values) {
  const startsAt = instantOf(date, time);
  return {
    title: title.trim(),
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + minutes * MINUTE).toISOString(),
    repetition: everyDays === 0 ? null : { everyDays, times: Number(times), zone },
    place: place.trim(),
    topic,
    places: Number(places),
  };
}

const among = (usual: readonly number[], chosen: number) => [...new Set([...usual, chosen])].toSorted((one, other) => one - other);

interface Props {
  /** Under which what is typed is kept. */
  name: string;
  initial: Values;
  tags: Word[];
  label: string;
  onDone: (saved: AgencyEvent) => void;
  onCancel: () => void;
}

/** What is announced: what it is, when and how often, where, about what and for how many. */
export function EventForm({ name, initial, tags, label, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const rhythm = useRhythm();
  const { keep, readAgain } = useEventList();
  const form = useForm({
    name,
    initial,
    send: (values) => call<AgencyEvent>(pathOf(values.eventId), { method: 'PUT', json: announcementOf(values) }),
    onSaved: (saved) => {
      keep(saved);
      onDone(saved);
    },
    onRefused: (error) => isConflict(error) && readAgain(),
  });
  const { title, date, time, minutes, everyDays, times, zone, place, topic, places } = form.values;
  const length = (each: number) => (each >= 120 && each % 60 === 0 ? t('events.hours', { count: each / 60, number: number(each / 60) }) : t('together.session.minutes', { count: each, number: number(each) }));
  const topics = tags.some((tag) => tag.id === topic) || topic === '' ? tags : [...tags, { id: topic, label: topic }];
  return (
    <Form
      form={form}
      buttons={<SaveOrCancel form={form} label={label} onCancel={onCancel} />}
    >
      <TextInput size="md" label={t('events.name')} required maxLength={200} value={title} error={form.mistake('/title')} onChange={(event) => form.change({ title: event.currentTarget.value })} />
      <div className={entries.fields}>
        <TextInput
          type="date"
          size="md"
          label={t(everyDays === 0 ? 'events.date' : 'events.firstDate')}
          required
          value={date}
          error={form.mistake('/startsAt')}
          onChange={(event) => form.change({ date: event.currentTarget.value })}
        />
        <TextInput type="time" size="md" label={t('events.time')} required value={time} onChange={(event) => form.change({ time: event.currentTarget.value })} />
        <NativeSelect
          size="md"
          label={t('events.length')}
          data={among(LENGTHS, minutes).map((each) => ({ value: String(each), label: length(each) }))}
          value={String(minutes)}
          error={form.mistake('/endsAt')}
          onChange={(event) => form.change({ minutes: Number(event.currentTarget.value) })}
        />
      </div>
      <div className={entries.fields}>
        <NativeSelect
          size="md"
          label={t('events.rhythm')}
          data={among(RHYTHMS, everyDays).map((each) => ({ value: String(each), label: each === 0 ? t('events.once') : rhythm(each) }))}
          value={String(everyDays)}
          error={form.mistake('/repetition/everyDays')}
          onChange={(event) => form.change({ everyDays: Number(event.currentTarget.value) })}
        />
        {everyDays !== 0 && (
          <TextInput
            type="number"
            inputMode="numeric"
            size="md"
            label={t('events.times')}
            description={t('events.timesHint', { zone: zone.replaceAll('_', ' ') })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            min={2}
            max={100}
            value={times}
            error={form.mistake('/repetition/times')}
            onChange={(event) => form.change({ times: event.currentTarget.value })}
          />
        )}
      </div>
      <TextInput
        size="md"
        label={t('events.where')}
        description={t('events.whereHint')}
        required
        maxLength={200}
        value={place}
        error={form.mistake('/place')}
        onChange={(event) => form.change({ place: event.currentTarget.value })}
      />
      <div className={entries.fields}>
        <NativeSelect
          size="md"
          label={t('events.topic')}
          required
          data={[{ value: '', label: t('peers.choose') }, ...topics.map((tag) => ({ value: tag.id, label: tag.label }))]}
          value={topic}
          error={form.mistake('/topic')}
          onChange={(event) => form.change({ topic: event.currentTarget.value })}
        />
        <TextInput
          type="number"
          inputMode="numeric"
          size="md"
          label={t('events.howMany')}
          required
          min={1}
          max={1000}
          value={places}
          error={form.mistake('/places')}
          onChange={(event) => form.change({ places: event.currentTarget.value })}
        />
      </div>
    </Form>
  );
}
