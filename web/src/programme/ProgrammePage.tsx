import { Badge, Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { ListedInstrument, Programme, Series } from '../api/types';
import { Card } from '../app/Card';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { Scroll } from '../app/Scroll';
import { useFormat } from '../i18n/format';
import { Plan } from './Plan';
import classes from './ProgrammePage.module.css';
import { rhythms } from './rhythms';

/** What people are asked, when, and how many minutes a month that takes of one of them; where HR plans it. */
export default function ProgrammePage() {
  const { t } = useTranslation();
  const programme = useQuery({
    queryKey: ['programme'],
    queryFn: ({ signal }) => call<Programme>('/api/check-in/programme', { signal }),
  });
  const instruments = useQuery({
    queryKey: ['instruments'],
    queryFn: ({ signal }) => call<ListedInstrument[]>('/api/check-in/instruments', { signal }),
  });
  const failed = (programme.data ? null : programme.error) ?? (instruments.data ? null : instruments.error);
  const living = (programme.data?.series ?? []).filter((series) => !series.ended);
  return (
    <Page title={t('programme.title')}>
      <Text c="dimmed">{t('programme.about')}</Text>
      {failed && (
        <ProblemAlert
          error={failed}
          onRetry={() => {
            void programme.refetch();
            void instruments.refetch();
          }}
        />
      )}
      {!failed && (programme.isPending || instruments.isPending) && <Loading height={300} />}
      {programme.data && living.length === 0 && <Empty title={t('programme.none')} text={t('programme.noneText')} />}
      {living.map((series) => (
        <Running key={series.seriesId} series={series} />
      ))}
      {programme.data && programme.data.months.length > 0 && <Minutes programme={programme.data} />}
      {programme.data && instruments.data && (
        <Card title={t('programme.plan')}>
          <Plan instruments={instruments.data.filter((each) => each.languages.length > 0)} taken={living.map((series) => series.seriesId)} />
        </Card>
      )}
    </Page>
  );
}

function Running({ series }: { series: Series }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => call(`/api/check-in/programme/series/${encodeURIComponent(series.seriesId)}`, { method: 'DELETE' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['programme'] }),
  });
  const known = rhythms.find((rhythm) => rhythm.every === series.every);
  return (
    <Card
      title={series.seriesId}
      aside={
        <Badge color="kelp" variant="light" tt="none">
          {known ? t(`programme.rhythms.${known.label}`) : series.every}
        </Badge>
      }
    >
      <Text>{t('programme.asks', { instrument: series.instrument, version: series.version })}</Text>
      {series.nextOpensAt !== null && <Text>{t('programme.next', { date: moment(series.nextOpensAt) })}</Text>}
      <Text c="dimmed">{t('programme.reminders', { count: series.reminders })}</Text>
      {end.isError && <ProblemAlert error={end.error} />}
      <div>
        <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
          {t('programme.end')}
        </Button>
      </div>
    </Card>
  );
}

function Minutes({ programme }: { programme: Programme }) {
  const { t } = useTranslation();
  const { month } = useFormat();
  return (
    <Card title={t('programme.minutes')}>
      <Text c="dimmed">{t('programme.budget', { count: programme.budget })}</Text>
      <Scroll label={t('programme.perMonth')}>
        <table className={classes.months}>
          <thead>
            <tr>
              <th scope="col">{t('programme.month')}</th>
              <th scope="col">{t('programme.perPerson')}</th>
              <th scope="col">{t('programme.of')}</th>
            </tr>
          </thead>
          <tbody>
            {programme.months.map((each) => (
              <tr key={each.month}>
                <th scope="row">{month(each.month)}</th>
                <td>{t('programme.min', { count: each.minutes })}</td>
                <td>{each.of.map((share) => `${share.name} ${share.rounds} × ${share.minutesEach}`).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Card>
  );
}
