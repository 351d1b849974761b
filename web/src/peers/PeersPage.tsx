import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { HelpOptions, PeerCheckIn } from '../api/types';
import { Card } from '../app/Card';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { Invite } from './Invite';
import { Together } from './Together';

/** "How are you doing?" between two people who both want it; nobody else sees it. */
export default function PeersPage() {
  const { t, i18n } = useTranslation();
  const own = useQuery({
    queryKey: ['peer-check-ins'],
    queryFn: ({ signal }) => call<PeerCheckIn[]>('/api/check-in/me/peer-check-ins', { signal }),
  });
  const options = useQuery({
    queryKey: ['help-options', i18n.language],
    queryFn: ({ signal }) => call<HelpOptions>('/api/check-in/me/help-options', { signal }),
  });
  const failed = (own.data ? null : own.error) ?? (options.data ? null : options.error);
  const living = (own.data ?? []).filter((checkIn) => checkIn.state !== 'ended');
  const taken = living.map((checkIn) => checkIn.with.staffId);
  const colleagues = (options.data?.options ?? [])
    .filter((option) => option.kind === 'peer' || option.kind === 'mentor')
    .flatMap((option) => option.people)
    .filter((person, index, all) => !taken.includes(person.staffId) && all.findIndex((other) => other.staffId === person.staffId) === index);
  return (
    <Page title={t('peers.title')}>
      <Text c="dimmed">{t('peers.about')}</Text>
      {failed && (
        <ProblemAlert
          error={failed}
          onRetry={() => {
            void own.refetch();
            void options.refetch();
          }}
        />
      )}
      {!failed && (own.isPending || options.isPending) && <Loading height={200} />}
      {living.map((checkIn) => (
        <Together key={checkIn.checkInId} checkIn={checkIn} />
      ))}
      {own.data && options.data && (
        <Card title={t('peers.invite')}>{colleagues.length > 0 ? <Invite colleagues={colleagues} /> : <Text>{t('peers.nobody')}</Text>}</Card>
      )}
    </Page>
  );
}
