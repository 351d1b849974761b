import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { AddressedRequest, HelpOptions, OwnHelpRequest } from '../api/types';
import { Card } from '../app/Card';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { AskForm } from './AskForm';
import { Crisis } from './Crisis';
import { GivenHelp } from './GivenHelp';
import { OwnRequests } from './OwnRequests';

/** Asking somebody for help, what became of it, and what others ask of oneself. */
export default function HelpPage() {
  const { t, i18n } = useTranslation();
  const options = useQuery({
    queryKey: ['help-options', i18n.language],
    queryFn: ({ signal }) => call<HelpOptions>('/api/check-in/me/help-options', { signal }),
    placeholderData: (previous) => previous,
  });
  const own = useQuery({
    queryKey: ['own-help'],
    queryFn: ({ signal }) => call<OwnHelpRequest[]>('/api/check-in/me/help-requests', { signal }),
  });
  const addressed = useQuery({
    queryKey: ['addressed-help'],
    queryFn: ({ signal }) => call<AddressedRequest[]>('/api/check-in/help-requests', { signal }),
  });
  const failed = (options.data ? null : options.error) ?? (own.data ? null : own.error) ?? (addressed.data ? null : addressed.error);
  return (
    <Page title={t('help.title')}>
      <Text c="dimmed">{t('help.about')}</Text>
      {options.data && options.data.crisis.length > 0 && <Crisis title={t('help.crisis')} resources={options.data.crisis} />}
      {failed && (
        <ProblemAlert
          error={failed}
          onRetry={() => {
            void options.refetch();
            void own.refetch();
            void addressed.refetch();
          }}
        />
      )}
      {addressed.data && addressed.data.length > 0 && <GivenHelp requests={addressed.data} />}
      {own.data && own.data.length > 0 && <OwnRequests requests={own.data} />}
      {options.data ? <Card title={t('help.ask')}>{<AskForm options={options.data.options} />}</Card> : !failed && <Loading height={300} />}
    </Page>
  );
}
