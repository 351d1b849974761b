import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Card } from '../app/Card';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { useMatches } from '../mentoring/useMatches';
import { Feedback } from './Feedback';
import { Intentions } from './Intentions';
import { Sessions } from './Sessions';
import { type Gathering, pathOf } from './useTogether';

/** What people who share a match keep together: sessions, goals, and what each thinks of it. */
export default function TogetherPage() {
  const { t } = useTranslation();
  const { kind, id = '' } = useParams();
  return kind === 'match' ? (
    <OfMatch key={id} id={id} />
  ) : (
    <Page title={t('together.title')}>
      <Empty title={t('together.unknown')} text={t('together.unknownText')} />
    </Page>
  );
}

function OfMatch({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, isPending, error, refetch } = useMatches();
  const match = data?.find((each) => each.matchId === id && each.since !== null);
  const name = match?.with.displayName ?? t('mentoring.gone');
  const living = match?.state === 'active' || match?.state === 'paused';
  const title = !match
    ? t('together.title')
    : living
      ? t(match.as === 'mentor' ? 'mentoring.asMentor' : 'mentoring.asMentee', { name })
      : t(`mentoring.matches.ended.${match.as}`, { name });
  return (
    <Page title={title} up={{ to: '/mentoring', label: t('mentoring.title') }}>
      {isPending && <Loading height={300} />}
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && !match && <Empty title={t('together.unknown')} text={t('together.unknownText')} />}
      {match && <Parts gathering={{ kind: 'match', id, name, living, asked: true }} />}
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
