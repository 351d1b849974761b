import { Badge, Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { OwnHelpRequest } from '../api/types';
import { Card } from '../app/Card';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import classes from './HelpPage.module.css';

const OVER = ['declined', 'closed', 'withdrawn'];

/** What one asked for and where it stands; it can be taken back at any time. */
export function OwnRequests({ requests }: { requests: readonly OwnHelpRequest[] }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: ({ request, close }: { request: OwnHelpRequest; close: boolean }) =>
      call<OwnHelpRequest>(`/api/check-in/me/help-requests/${request.requestId}${close ? '/close' : ''}`, { method: close ? 'POST' : 'DELETE' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['own-help'] }),
  });
  return (
    <Card title={t('help.mine')}>
      {act.isError && <ProblemAlert error={act.error} />}
      <ul className={classes.requests}>
        {requests.map((request) => (
          <li key={request.requestId} className={classes.request}>
            <Group gap="xs">
              <strong>{t(`help.kinds.${request.kind}`)}</strong>
              <Badge color={request.state === 'accepted' ? 'kelp' : 'gray'} variant="light" tt="none">
                {t(`help.states.${request.state}`)}
              </Badge>
            </Group>
            <span className={classes.note}>{t('help.askedAt', { date: moment(request.askedAt) })}</span>
            {request.acceptedBy !== null && <span>{t('help.acceptedBy', { name: request.acceptedBy.displayName })}</span>}
            {request.words !== null && <p className={classes.words}>{request.words}</p>}
            {!OVER.includes(request.state) && (
              <Group gap="sm">
                {request.state === 'accepted' && (
                  <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate({ request, close: true })}>
                    {t('help.close')}
                  </Button>
                )}
                <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate({ request, close: false })}>
                  {t('help.withdraw')}
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
