import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newId } from '../api/newId';
import type { AgencyEvent, Word } from '../api/types';
import { Card } from '../app/Card';
import { Empty } from '../app/Empty';
import entries from '../app/Entries.module.css';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { mayOpen } from '../app/pages';
import { ProblemAlert } from '../app/ProblemAlert';
import { useSignedIn } from '../app/session';
import { useIsTyped } from '../app/useForm';
import { useProfile } from '../mentoring/useProfile';
import { useVocabulary } from '../mentoring/useVocabulary';
import { useSaid } from '../together/useSaid';
import { EventEntry } from './EventEntry';
import { EventForm, newEvent } from './EventForm';
import { useEvents } from './useEvents';

/** Events and learning groups that are to come: those of the reader first, then those to join; HR and mentors announce them here. */
export default function EventsPage() {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const events = useEvents();
  const vocabulary = useVocabulary();
  const profile = useProfile();
  const mayAnnounce = roles.includes('hr') || Boolean(profile.data?.mentoring?.asMentor);
  const all = [events, vocabulary];
  const failed = all.find((each) => each.isError && !each.data)?.error;
  return (
    <Page title={t('events.title')}>
      <Text c="dimmed">{t('events.about')}</Text>
      {events.data && vocabulary.data ? (
        <Parts events={events.data} now={events.dataUpdatedAt} tags={vocabulary.data.tags} mayAnnounce={mayAnnounce} />
      ) : failed ? (
        <ProblemAlert error={failed} onRetry={() => all.forEach((each) => void each.refetch())} />
      ) : (
        <Loading height={200} />
      )}
    </Page>
  );
}

const isMine = (event: AgencyEvent) => event.joined || event.people !== null;

function Parts({ events, now, tags, mayAnnounce }: { events: AgencyEvent[]; now: number; tags: Word[]; mayAnnounce: boolean }) {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const { said, say } = useSaid();
  const mine = events.filter(isMine);
  // what does not take place is of no use to others
  const others = events.filter((event) => !isMine(event) && !event.cancelled);
  const listed = (some: AgencyEvent[]) => (
    <ul className={entries.list}>
      {some.map((event) => (
        <EventEntry key={event.eventId} event={event} now={now} tags={tags} onDone={say} />
      ))}
    </ul>
  );
  return (
    <>
      {mine.length + others.length === 0 ? (
        <Empty title={t('events.none')} text={t(mayAnnounce ? 'events.noneAnnounce' : 'events.noneText')}>
          {!mayAnnounce && mayOpen('/mentoring', roles) && <Link to="/mentoring">{t('events.offer')}</Link>}
        </Empty>
      ) : (
        <>
          <Card title={t('events.mine')}>
            {said}
            {mine.length > 0 ? listed(mine) : <Text c="dimmed">{t('events.noneMine')}</Text>}
          </Card>
          <Card title={t('events.others')}>{others.length > 0 ? listed(others) : <Text c="dimmed">{t('events.noneOthers')}</Text>}</Card>
        </>
      )}
      {mayAnnounce && <Announce tags={tags} />}
    </>
  );
}

function Announce({ tags }: { tags: Word[] }) {
  const { t } = useTranslation();
  const { said, say } = useSaid();
  const [open, setOpen] = useState(useIsTyped('event.new'));
  // one id for one event, however often it has to be sent
  const [id, setId] = useState(newId);
  return (
    <Card title={t('events.announce')}>
      <Text c="dimmed">{t('events.announceText')}</Text>
      {said}
      {open ? (
        <EventForm
          name="event.new"
          initial={newEvent(id)}
          tags={tags}
          label={t('events.announceNow')}
          onDone={(saved) => {
            setId(newId());
            setOpen(false);
            say(t('events.announced', { title: saved.title }));
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>{t('events.announce')}</Button>
        </div>
      )}
    </Card>
  );
}
