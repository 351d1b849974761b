import { Badge, Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { AddressedRequest } from '../api/types';
import { Card } from '../app/Card';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import classes from './HelpPage.module.css';

type Reaction = 'accepted' | 'declined' | 'closed';

/** What others ask of the reader; the words are fetched only when the reader opens a request, which the asker can see. */
export function GivenHelp({ requests }: { requests: readonly AddressedRequest[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t('help.addressed')}>
      <Text c="dimmed">{t('help.addressedText')}</Text>
      <ul className={classes.requests}>
        {requests.map((request) => (
          <Request key={request.requestId} request={request} />
        ))}
      </ul>
    </Card>
  );
}

function Request({ request }: { request: AddressedRequest }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const queries = useQueryClient();
  const [opened, setOpened] = useState<AddressedRequest | null>(null);
  const path = `/api/check-in/help-requests/${encodeURIComponent(request.requestId)}`;
  const open = useMutation({ mutationFn: () => call<AddressedRequest>(path), onSuccess: setOpened });
  const react = useMutation({
    mutationFn: (reaction: Reaction) => call<unknown>(`${path}/reaction`, { method: 'PUT', json: { reaction } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['addressed-help'] }),
  });
  const waits = request.state !== 'accepted' && request.state !== 'closed';
  return (
    <li className={classes.request}>
      <Group gap="xs">
        <strong>{request.from.displayName}</strong>
        <Badge color={request.urgency === 'urgent' ? 'orange' : 'gray'} variant="light" tt="none">
          {t(`help.urgencies.${request.urgency}`)}
        </Badge>
        <Badge color="gray" variant="light" tt="none">
          {t(`help.states.${request.state}`)}
        </Badge>
      </Group>
      <span className={classes.note}>{t('help.askedAt', { date: moment(request.askedAt) })}</span>
      {waits && request.dueAt !== null && <span className={classes.note}>{t('help.reactBy', { date: moment(request.dueAt) })}</span>}
      {opened !== null && <p className={classes.words}>{opened.words ?? t('help.noWords')}</p>}
      {(open.isError || react.isError) && <ProblemAlert error={open.error ?? react.error} />}
      <Group gap="sm">
        {opened === null && (
          <Button size="xs" variant="default" loading={open.isPending} onClick={() => open.mutate()}>
            {t('help.open')}
          </Button>
        )}
        {waits && (
          <>
            <Button size="xs" loading={react.isPending} onClick={() => react.mutate('accepted')}>
              {t('help.accept')}
            </Button>
            <Button size="xs" variant="default" loading={react.isPending} onClick={() => react.mutate('declined')}>
              {t('help.decline')}
            </Button>
          </>
        )}
        {request.state === 'accepted' && request.mine && (
          <Button size="xs" variant="default" loading={react.isPending} onClick={() => react.mutate('closed')}>
            {t('help.close')}
          </Button>
        )}
      </Group>
    </li>
  );
}
