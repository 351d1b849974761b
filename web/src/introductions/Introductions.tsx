import { Button, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import { newId } from '../api/newId';
import type { OwnIntroduction, OwnIntroductions, Vocabulary } from '../api/types';
import { Card } from '../app/Card';
import entries from '../app/Entries.module.css';
import { Form } from '../app/Form';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';
import { useForm } from '../app/useForm';
import { useFormat } from '../i18n/format';

const PATH = '/api/mentorship-matching/me/introductions';
const INTRODUCTIONS = ['introductions'];

/** Somebody who knows about a topic: asked for, and being asked. No name before both said yes. */
export function Introductions({ words }: { words: Vocabulary }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: INTRODUCTIONS,
    queryFn: ({ signal }) => call<OwnIntroductions>(PATH, { signal }),
  });
  const label = (topic: string) => words.tags.find((tag) => tag.id === topic)?.label ?? topic;
  return (
    <Card title={t('introductions.title')}>
      <Text c="dimmed">{t('introductions.about')}</Text>
      {isPending && <Loading height={80} />}
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && (data.ofMe.length > 0 || data.mine.length > 0) && (
        <ul className={entries.list}>
          {data.ofMe.map((each) => (
            <Asked key={each.introductionId} introduction={each} topic={label(each.topic)} />
          ))}
          {data.mine.map((each) => (
            <Mine key={each.introductionId} introduction={each} topic={label(each.topic)} />
          ))}
        </ul>
      )}
      {data && <Ask words={words} />}
    </Card>
  );
}

/** Somebody looks for the reader, who may say no without anybody being told. */
function Asked({ introduction, topic }: { introduction: OwnIntroduction; topic: string }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const queries = useQueryClient();
  const answer = useMutation({
    mutationFn: (yes: boolean) => call<OwnIntroduction>(`${PATH}/${introduction.introductionId}/answer`, { method: 'PUT', json: { yes } }),
    // also after a refusal, which says that the list is not up to date
    onSettled: () => queries.invalidateQueries({ queryKey: INTRODUCTIONS }),
  });
  const button = (yes: boolean, text: string) => (
    <Button variant={yes ? 'filled' : 'default'} loading={answer.isPending && answer.variables === yes} disabled={answer.isPending} onClick={(event) => event.detail < 2 && answer.mutate(yes)}>
      {text}
    </Button>
  );
  return (
    <li className={entries.entry} data-asked={introduction.with === null || undefined}>
      <Text fw={600}>{introduction.with ? t('introductions.madeWith', { name: introduction.with.displayName ?? t('mentoring.gone'), topic }) : t('introductions.asked', { topic })}</Text>
      {introduction.with === null && (
        <>
          {introduction.answerBy !== null && (
            <Text size="sm" c="dimmed">
              {t('introductions.answerBy', { date: day(introduction.answerBy) })}
            </Text>
          )}
          {answer.isError && <ProblemAlert error={answer.error} />}
          <div className={entries.buttons}>
            {button(true, t('mentoring.matches.accept'))}
            {button(false, t('mentoring.matches.decline'))}
          </div>
        </>
      )}
    </li>
  );
}

function Mine({ introduction, topic }: { introduction: OwnIntroduction; topic: string }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  return (
    <li className={entries.entry} data-over={introduction.state === 'nobodyFound' || undefined}>
      <Text fw={600}>
        {introduction.state === 'made' && introduction.with ? t('introductions.madeWith', { name: introduction.with.displayName ?? t('mentoring.gone'), topic }) : t(introduction.state === 'nobodyFound' ? 'introductions.nobodyFound' : 'introductions.looking', { topic })}
      </Text>
      {introduction.at !== null && (
        <Text size="sm" c="dimmed">
          {t('introductions.askedAt', { date: day(introduction.at) })}
        </Text>
      )}
    </li>
  );
}

function Ask({ words }: { words: Vocabulary }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  // one id for one question, however often it has to be sent
  const [introductionId, setIntroductionId] = useState(() => newId());
  const form = useForm({
    name: 'introduction',
    initial: { introductionId, topic: '' },
    send: (asking) => call<OwnIntroduction>(`${PATH}/${asking.introductionId}`, { method: 'PUT', json: { topic: asking.topic } }),
    onSaved: () => {
      setIntroductionId(newId());
      return queries.invalidateQueries({ queryKey: INTRODUCTIONS });
    },
  });
  const { topic } = form.values;
  const known = useQuery({
    queryKey: [...INTRODUCTIONS, 'about', topic],
    queryFn: ({ signal }) => call<OwnIntroductions>(`${PATH}?topic=${encodeURIComponent(topic)}`, { signal }),
    enabled: topic !== '',
  });
  const about = known.data?.about;
  return (
    <Form
      form={form}
      buttons={
        <Button type="submit" loading={form.pending}>
          {t('introductions.ask')}
        </Button>
      }
    >
      <NativeSelect
        label={t('introductions.topic')}
        required
        data={[{ value: '', label: t('peers.choose') }, ...words.tags.map((tag) => ({ value: tag.id, label: tag.label }))]}
        value={topic}
        error={form.mistake('/topic')}
        onChange={(event) => form.change({ topic: event.currentTarget.value })}
      />
      <Text size="sm" role="status">
        {about && t(about.from === 0 ? 'introductions.fewKnow' : 'introductions.know', { from: about.from, to: about.to })}
      </Text>
    </Form>
  );
}
