import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Reading } from '../api/types';
import { Card } from '../app/Card';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import classes from './AccessPage.module.css';

/** Who looked at what about the reader, the newest first; what nobody else can read cannot appear. */
export default function AccessPage() {
  const { t } = useTranslation();
  const log = useQuery({
    queryKey: ['access-log'],
    queryFn: ({ signal }) => call<Reading[]>('/api/check-in/me/access-log', { signal }),
  });
  return (
    <Page title={t('access.title')}>
      <Text c="dimmed">{t('access.about')}</Text>
      {log.isPending && <Loading height={200} />}
      {log.isError && !log.data && <ProblemAlert error={log.error} onRetry={() => void log.refetch()} />}
      {log.data?.length === 0 && <Empty title={t('access.none')} text={t('access.noneText')} />}
      {log.data && log.data.length > 0 && (
        <Card>
          <ul className={classes.readings}>
            {log.data.map((reading) => (
              <Entry key={[reading.by?.staffId, reading.what, reading.thing, reading.first].join(' ')} reading={reading} />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

function Entry({ reading }: { reading: Reading }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const name = reading.by?.displayName ?? t('access.nobody');
  return (
    <li className={classes.reading}>
      <span>{t(`access.what.${reading.what}`, { name })}</span>
      <span className={classes.when}>
        {reading.times > 1 ? t('access.times', { count: reading.times, date: moment(reading.last) }) : <time dateTime={reading.last}>{moment(reading.last)}</time>}
      </span>
    </li>
  );
}
