import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OwnSupervision } from '../api/types';
import { Card } from '../app/Card';
import entries from '../app/Entries.module.css';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { useSignedIn } from '../app/session';
import { Offer } from './Offer';
import { SupervisionEntry } from './SupervisionEntry';
import { useSupervisions } from './useSupervisions';

const ORDER: Record<OwnSupervision['state'], number> = { proposed: 0, active: 1, paused: 2, ended: 3 };

/** Who supervises the reader, and whom the reader supervises. */
export default function SupervisionsPage() {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const { data, dataUpdatedAt, isPending, error, refetch } = useSupervisions();
  return (
    <Page title={t('supervision.title')}>
      <Text c="dimmed">{t('supervision.about')}</Text>
      <Card title={t('supervision.mine')}>
        {isPending && <Loading height={120} />}
        {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {data?.length === 0 && <Text>{t('supervision.none')}</Text>}
        {data && data.length > 0 && (
          <ul className={entries.list}>
            {data
              .toSorted((one, other) => ORDER[one.state] - ORDER[other.state])
              .map((supervision) => (
                <SupervisionEntry key={supervision.supervisionId} supervision={supervision} now={dataUpdatedAt} />
              ))}
          </ul>
        )}
      </Card>
      {roles.includes('supervisor') && (
        <Card title={t('supervision.offerTitle')}>
          <Text c="dimmed">{t('supervision.offerText')}</Text>
          <Offer />
        </Card>
      )}
    </Page>
  );
}
