import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { ListedInstrument } from '../api/types';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { useSignedIn } from '../app/session';
import { BringIn } from './BringIn';
import { InstrumentCard } from './InstrumentCard';

/** What can be asked, whose it is and whether its texts are there; where HR brings in more. */
export default function InstrumentsPage() {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const instruments = useQuery({
    queryKey: ['instruments'],
    queryFn: ({ signal }) => call<ListedInstrument[]>('/api/check-in/instruments', { signal }),
  });
  return (
    <Page title={t('instruments.title')} up={{ to: '/setup', label: t('nav.setup') }}>
      <Text c="dimmed">{t('instruments.about')}</Text>
      {instruments.isPending && <Loading height={300} />}
      {instruments.isError && !instruments.data && <ProblemAlert error={instruments.error} onRetry={() => void instruments.refetch()} />}
      {instruments.data && roles.includes('hr') && <BringIn instruments={instruments.data} />}
      {instruments.data?.map((instrument) => (
        <InstrumentCard key={`${instrument.instrumentId}:${instrument.version}`} instrument={instrument} />
      ))}
    </Page>
  );
}
