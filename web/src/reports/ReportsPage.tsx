import { NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import { Fairness } from './Fairness';
import { Feedback } from './Feedback';
import { Outcomes } from './Outcomes';
import { Pool } from './Pool';
import { useOverview } from './useReports';
import { lastMonth } from './words';

/** How the matching programme is doing, for its owner: nothing here is about a single person. */
export default function ReportsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending, error, refetch } = useOverview();
  const [asked, ask] = useSearchParams();
  const months = data?.months ?? [];
  const month = months.find((each) => each === asked.get('month')) ?? months[0];
  const running = data && format.month(lastMonth(data.nextAt));
  return (
    <Page
      title={t('reports.title')}
      wide
      aside={
        month !== undefined && (
          <NativeSelect
            label={t('reports.month')}
            data={months.map((each) => ({ value: each, label: format.month(each) }))}
            value={month}
            onChange={(event) => ask({ month: event.currentTarget.value }, { replace: true })}
          />
        )
      }
    >
      <Text c="dimmed">{t('reports.about')}</Text>
      {isPending && <Loading height={300} />}
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {running !== undefined && month === undefined && <Empty title={t('reports.none')} text={t('reports.noneText', { month: running })} />}
      {running !== undefined && month !== undefined && (
        <>
          <Text>{t('reports.next', { month: running })}</Text>
          <Pool month={month} />
          <Outcomes month={month} />
          <Fairness month={month} />
        </>
      )}
      <Feedback />
    </Page>
  );
}
