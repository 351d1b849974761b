import { Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { call } from '../api/http';
import type { CrossCut, TreeUnit } from '../api/types';
import { Card } from '../app/Card';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import { Choose } from './Choose';
import classes from './CrossCutsPage.module.css';
import { CrossCutTrend } from './CrossCutTrend';

/** Units across the tree that HR looks at together: which there are, a new one, and how one of them fares. */
export default function CrossCutsPage() {
  const { t } = useTranslation();
  const { crossCutId = null } = useParams();
  const crossCuts = useQuery({
    queryKey: ['cross-cuts'],
    queryFn: ({ signal }) => call<CrossCut[]>('/api/burnout-alert/cross-cuts', { signal }),
  });
  const units = useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => call<TreeUnit[]>('/api/burnout-alert/units', { signal }),
  });
  const failed = (crossCuts.data ? null : crossCuts.error) ?? (units.data ? null : units.error);
  const chosen = crossCuts.data?.find((crossCut) => crossCut.crossCutId === crossCutId);
  if (chosen !== undefined) {
    return (
      <Page title={chosen.name} aside={<Link to="/cross-cuts">{t('crossCuts.back')}</Link>}>
        <CrossCutTrend crossCut={chosen} />
      </Page>
    );
  }
  const active = (crossCuts.data ?? []).filter((crossCut) => crossCut.active);
  const ended = (crossCuts.data ?? []).filter((crossCut) => !crossCut.active);
  return (
    <Page title={t('crossCuts.title')}>
      <Text c="dimmed">{t('crossCuts.about')}</Text>
      {failed && (
        <ProblemAlert
          error={failed}
          onRetry={() => {
            void crossCuts.refetch();
            void units.refetch();
          }}
        />
      )}
      {!failed && (crossCuts.isPending || units.isPending) && <Loading height={300} />}
      {crossCuts.data && crossCutId !== null && <Text role="alert">{t('crossCuts.unknown')}</Text>}
      {crossCuts.data && active.length === 0 && <Empty title={t('crossCuts.none')} text={t('crossCuts.noneText')} />}
      {active.map((crossCut) => (
        <Active key={crossCut.crossCutId} crossCut={crossCut} />
      ))}
      {crossCuts.data && units.data && (
        <Card title={t('crossCuts.choose')}>
          <Choose units={units.data} />
        </Card>
      )}
      {ended.length > 0 && (
        <Card title={t('crossCuts.ended')}>
          <ul className={classes.ended}>
            {ended.map((crossCut) => (
              <li key={crossCut.crossCutId}>
                <Link to={`/cross-cuts/${encodeURIComponent(crossCut.crossCutId)}`}>{crossCut.name}</Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

function Active({ crossCut }: { crossCut: CrossCut }) {
  const { t } = useTranslation();
  const { list, day } = useFormat();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () =>
      call<CrossCut>(`/api/burnout-alert/cross-cuts/${encodeURIComponent(crossCut.crossCutId)}`, {
        method: 'PUT',
        json: { version: crossCut.version, name: crossCut.name, unitIds: crossCut.units.map((unit) => unit.unitId), active: false },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cross-cuts'] }),
  });
  return (
    <Card title={crossCut.name} aside={<Link to={`/cross-cuts/${encodeURIComponent(crossCut.crossCutId)}`}>{t('crossCuts.show')}</Link>}>
      <Text>{list(crossCut.units.map((unit) => unit.name))}</Text>
      <Text size="sm" c="dimmed">
        {t('crossCuts.since', { date: day(crossCut.since) })}
      </Text>
      {end.isError && <ProblemAlert error={end.error} />}
      <div>
        <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
          {t('crossCuts.end')}
        </Button>
      </div>
    </Card>
  );
}
