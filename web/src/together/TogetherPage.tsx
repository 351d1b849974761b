import { Alert, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Card } from '../app/Card';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { useCircles } from '../circles/useCircles';
import { useMatches } from '../mentoring/useMatches';
import { useSupervisions } from '../supervision/useSupervisions';
import { Feedback } from './Feedback';
import { Intentions } from './Intentions';
import { Sessions } from './Sessions';
import { type Gathering, pathOf } from './useTogether';

/** What people who share a match, a circle or a supervision keep together: sessions, goals, and what each thinks of it. */
export default function TogetherPage() {
  const { kind, id = '' } = useParams();
  switch (kind) {
    case 'match':
      return <OfMatch key={id} id={id} />;
    case 'circle':
      return <OfCircle key={id} id={id} />;
    case 'supervision':
      return <OfSupervision key={id} id={id} />;
    default:
      return <Shown from="/mentoring" of={null} />;
  }
}

function OfMatch({ id }: { id: string }) {
  const { t } = useTranslation();
  const read = useMatches();
  const match = read.data?.find((each) => each.matchId === id && each.since !== null);
  const name = match?.with.displayName ?? t('mentoring.gone');
  const living = match?.state === 'active' || match?.state === 'paused';
  const title = living ? (match.as === 'mentor' ? 'mentoring.asMentor' : 'mentoring.asMentee') : (`mentoring.matches.ended.${match?.as ?? 'mentor'}` as const);
  return <Shown from="/mentoring" read={read} of={match ? { title: t(title, { name }), gathering: { kind: 'match', id, name, living, asked: true } } : null} />;
}

function OfCircle({ id }: { id: string }) {
  const { t } = useTranslation();
  const read = useCircles();
  const circle = read.data?.find((each) => each.circleId === id && each.since !== null && each.accepted);
  return (
    <Shown
      from="/circles"
      read={read}
      of={circle ? { title: t(`circles.own.${circle.kind}`), gathering: { kind: 'circle', id, name: t('circles.others'), living: circle.state === 'active', asked: false } } : null}
    />
  );
}

function OfSupervision({ id }: { id: string }) {
  const { t } = useTranslation();
  const read = useSupervisions();
  const supervision = read.data?.find((each) => each.supervisionId === id && each.since !== null);
  const name = supervision?.with.displayName ?? t('mentoring.gone');
  return (
    <Shown
      from="/supervision"
      read={read}
      of={
        supervision
          ? {
              title: t(supervision.as === 'supervisor' ? 'supervision.of' : 'supervision.by', { name }),
              gathering: { kind: 'supervision', id, name, living: supervision.state !== 'ended', asked: supervision.as === 'supervisee' },
            }
          : null
      }
    />
  );
}

const TITLES = { '/mentoring': 'mentoring.title', '/circles': 'circles.title', '/supervision': 'supervision.title' } as const;

interface Shared {
  from: keyof typeof TITLES;
  read?: UseQueryResult;
  of: { title: string; gathering: Gathering } | null;
}

function Shown({ from, read, of }: Shared) {
  const { t } = useTranslation();
  const up = { to: from, label: t(TITLES[from]) };
  return (
    <Page title={of?.title ?? t('together.title')} up={up}>
      {of ? (
        <Parts gathering={of.gathering} />
      ) : read?.isPending ? (
        <Loading height={300} />
      ) : read?.isError ? (
        <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      ) : (
        <Empty title={t('together.unknown')} text={t('together.unknownText')} />
      )}
    </Page>
  );
}

function Parts({ gathering }: { gathering: Gathering }) {
  const { t } = useTranslation();
  return (
    <>
      <Text c="dimmed">{t('together.about', { name: gathering.name })}</Text>
      {!gathering.living && <Alert color="gray">{t('together.over')}</Alert>}
      <Sessions gathering={gathering} />
      <Card title={t('together.goals')}>
        <Intentions of="goal" path={`${pathOf(gathering)}/goals`} living={gathering.living} />
      </Card>
      {gathering.asked && <Feedback gathering={gathering} />}
    </>
  );
}
