import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpenCircle, Vocabulary } from '../api/types';
import { Card } from '../app/Card';
import entries from '../app/Entries.module.css';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';
import { CircleFacts } from './CircleFacts';
import { useCircleChange, useOpenCircles } from './useCircles';

/** Circles that the reader could join at once, without being told who is in them. */
export function OpenCircles({ words, onJoined }: { words: Vocabulary; onJoined: (said: string) => void }) {
  const { t } = useTranslation();
  const { data, isPending, error, refetch } = useOpenCircles();
  // the list is read again after a refusal, which must stay to be read
  const join = useCircleChange(() => onJoined(t('circles.joined')));
  return (
    <Card title={t('circles.open')}>
      <Text c="dimmed">{t('circles.openText')}</Text>
      {isPending && <Loading height={60} />}
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {join.isError && <ProblemAlert error={join.error} />}
      {data?.length === 0 && <Text>{t('circles.noneOpen')}</Text>}
      {data && data.length > 0 && (
        <ul className={entries.list}>
          {data.map((circle) => (
            <Entry key={circle.circleId} circle={circle} words={words} pending={join.isPending} joining={join.isPending && join.variables.path === pathOf(circle)} onJoin={() => join.mutate({ path: pathOf(circle) })} />
          ))}
        </ul>
      )}
    </Card>
  );
}

const pathOf = (circle: OpenCircle) => `open/${encodeURIComponent(circle.circleId)}`;

function Entry({ circle, words, pending, joining, onJoin }: { circle: OpenCircle; words: Vocabulary; pending: boolean; joining: boolean; onJoin: () => void }) {
  const { t } = useTranslation();
  return (
    <li className={entries.entry}>
      <h3 className={entries.name}>{t(`circles.kinds.${circle.kind}`)}</h3>
      <CircleFacts circle={circle} words={words} />
      <div>
        <Button variant="default" loading={joining} disabled={pending} onClick={(event) => event.detail < 2 && onJoin()}>
          {t('circles.join')}
        </Button>
      </div>
    </li>
  );
}
