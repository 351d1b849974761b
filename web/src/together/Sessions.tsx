import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../api/newId';
import type { OwnSession, Word } from '../api/types';
import { Card } from '../app/Card';
import entries from '../app/Entries.module.css';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';
import { useIsTyped } from '../app/useForm';
import { useFormat } from '../i18n/format';
import { useVocabulary } from '../mentoring/useVocabulary';
import { SessionEntry } from './SessionEntry';
import { newSession, SessionForm } from './SessionForm';
import { useSaid } from './useSaid';
import { type Gathering, pathOf, useSessions } from './useTogether';

const AT_ONCE = 5;

/** When the members meet next, what they planned and whether it was held, and when they met. */
export function Sessions({ gathering }: { gathering: Gathering }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const vocabulary = useVocabulary();
  const sessions = useSessions(gathering);
  const [all, setAll] = useState(false);
  const ahead = useSaid();
  const behind = useSaid();
  const failed = sessions.error ?? vocabulary.error;
  if (!sessions.data || !vocabulary.data) {
    return (
      <Card title={t('together.next')}>
        {failed ? (
          <ProblemAlert
            error={failed}
            onRetry={() => {
              void sessions.refetch();
              void vocabulary.refetch();
            }}
          />
        ) : (
          <Loading height={120} />
        )}
      </Card>
    );
  }
  const { tags } = vocabulary.data;
  const planned = sessions.data.filter((session) => session.state === 'planned').toReversed();
  const past = sessions.data.filter((session) => session.state !== 'planned');
  const settled = ({ state, startsAt }: OwnSession) => behind.say(t(state === 'held' ? 'together.session.logged' : 'together.session.cancelled', { date: moment(startsAt) }));
  const listed = (some: OwnSession[]) => (
    <ul className={entries.list}>
      {some.map((session) => (
        <SessionEntry key={session.sessionId} gathering={gathering} session={session} tags={tags} now={sessions.dataUpdatedAt} onSettled={settled} />
      ))}
    </ul>
  );
  return (
    <>
      <Card title={t('together.next')}>
        {planned.length === 0 ? <Text c="dimmed">{t(gathering.living ? 'together.nonePlanned' : 'together.noneAnyMore')}</Text> : listed(planned)}
        {ahead.said}
        {gathering.living && (
          <Add gathering={gathering} tags={tags} held={false} onDone={({ startsAt }) => ahead.say(t('together.session.planned', { date: moment(startsAt), name: gathering.name }))} />
        )}
      </Card>
      <Card title={t('together.past')}>
        {behind.said}
        {past.length === 0 ? <Text c="dimmed">{t('together.nonePast')}</Text> : listed(all ? past : past.slice(0, AT_ONCE))}
        {!all && past.length > AT_ONCE && (
          <div>
            <Button variant="default" onClick={() => setAll(true)}>
              {t('together.all', { count: past.length })}
            </Button>
          </div>
        )}
        <Add gathering={gathering} tags={tags} held onDone={settled} />
      </Card>
    </>
  );
}

/** Where another session is planned, or one is logged that nobody had planned. */
function Add({ gathering, tags, held, onDone }: { gathering: Gathering; tags: Word[]; held: boolean; onDone: (saved: OwnSession) => void }) {
  const { t } = useTranslation();
  const name = `session.${pathOf(gathering)}.${held ? 'held' : 'new'}`;
  const [open, setOpen] = useState(useIsTyped(name));
  // one id for one session, however often it has to be sent
  const [id, setId] = useState(newId);
  return open ? (
    <SessionForm
      gathering={gathering}
      tags={tags}
      name={name}
      initial={newSession(id)}
      held={held}
      label={t(held ? 'together.session.saveHeld' : 'together.session.plan')}
      onDone={(saved) => {
        setId(newId());
        setOpen(false);
        onDone(saved);
      }}
      onCancel={() => setOpen(false)}
    />
  ) : (
    <div>
      <Button variant={held ? 'default' : 'filled'} onClick={() => setOpen(true)}>
        {t(held ? 'together.session.log' : 'together.session.plan')}
      </Button>
    </div>
  );
}
