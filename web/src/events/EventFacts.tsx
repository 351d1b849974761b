import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyEvent, Word } from '../api/types';
import entries from '../app/Entries.module.css';
import { useFormat } from '../i18n/format';
import { Where } from '../together/Where';

/** Where an event is, what about, by whom, and who can still come. */
export function EventFacts({ event, tags }: { event: AgencyEvent; tags: Word[] }) {
  const { t } = useTranslation();
  const { list, number } = useFormat();
  const { place, topic, places, free, organiser, people, cancelled } = event;
  const named = (person: typeof organiser) => person.displayName ?? t('mentoring.gone');
  const facts: [string, ReactNode][] = [
    [t('events.place'), <Where key="where" where={place} />],
    [t('events.topic'), tags.find((tag) => tag.id === topic)?.label ?? topic],
    [t('events.organiser'), people !== null ? t('events.you') : named(organiser)],
  ];
  if (!cancelled) {
    facts.push([t('events.places'), free === 0 ? t('events.allTaken', { places: number(places) }) : t('events.free', { count: free, places: number(places) })]);
  }
  if (people !== null) {
    facts.push([t('events.people'), people.length > 0 ? list(people.map(named)) : t('events.nobody')]);
  }
  return (
    <dl className={entries.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
