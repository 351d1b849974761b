import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { CommentPage, GroupComments } from '../api/types';
import { Card } from '../app/Card';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import classes from './Comments.module.css';
import { band } from './words';

/** What people of the unit's groups wrote, pulse by pulse, and why something is not shown. */
export function Comments({ unitId }: { unitId: string }) {
  const { t, i18n } = useTranslation();
  const { day } = useFormat();
  const pages = useInfiniteQuery({
    queryKey: ['comments', unitId, i18n.language],
    queryFn: ({ pageParam, signal }) =>
      call<CommentPage>(`/api/check-in/comments?unitId=${encodeURIComponent(unitId)}${pageParam === null ? '' : `&before=${encodeURIComponent(pageParam)}`}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.earlier,
  });
  if (pages.isPending) {
    return <Loading height={60} />;
  }
  if (!pages.data) {
    return <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />;
  }
  const cycles = pages.data.pages.flatMap((page) => page.cycles);
  return (
    <Card title={t('units.comments.title')}>
      <Text size="sm" c="dimmed">
        {cycles.length === 0 ? t('units.comments.none') : t('units.comments.how')}
      </Text>
      {cycles.map((cycle, at) => (
        <details key={cycle.cycleId} className={classes.cycle} open={at === 0}>
          <summary>
            {t('units.comments.cycle', { date: day(cycle.closesAt) })}
            <Count groups={cycle.groups} />
          </summary>
          <div className={classes.groups}>
            {cycle.groups.map((group) => (
              <Group key={group.units.map((unit) => unit.unitId).join(' ')} group={group} />
            ))}
            {cycle.notShown !== null && <Text c="dimmed">{cycle.notShown}</Text>}
          </div>
        </details>
      ))}
      {pages.hasNextPage && (
        <div>
          <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('units.comments.earlier')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Count({ groups }: { groups: readonly GroupComments[] }) {
  const { t } = useTranslation();
  const count = groups.reduce((sum, group) => sum + group.comments.length, 0);
  return count > 0 && <span className={classes.count}>{t('units.comments.count', { count })}</span>;
}

function Group({ group }: { group: GroupComments }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const units = list(group.units.map((unit) => unit.name));
  return (
    <div role="group" aria-label={units}>
      <Text fw={600}>{group.people === null ? units : t('units.comments.group', { units, people: band(group.people) })}</Text>
      {group.notShown !== null && <Text c="dimmed">{group.notShown}</Text>}
      {group.notShown === null && group.comments.length === 0 && <Text c="dimmed">{t('units.comments.nobody')}</Text>}
      {group.comments.length > 0 && (
        <ul className={classes.comments}>
          {group.comments.map((text, at) => (
            // the order never changes, and two may be the same
            <li key={at}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
