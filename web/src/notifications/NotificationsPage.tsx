import { Badge, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../api/http';
import type { Notification } from '../api/types';
import { Card } from '../app/Card';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import classes from './NotificationsPage.module.css';
import { NOTIFICATIONS, useNotifications } from './notifications';

/** Where the thing is found that a notification is about, by the first word of its subject. */
const PLACES = { help: '/help', peer: '/peers', check: '/pulse', match: '/mentoring', circle: '/circles', supervision: '/supervision', introduction: '/circles', event: '/events' } as const;

function placeOf({ subject, about }: Notification): string | undefined {
  // the thing is kept with what people share: match/M-1/sessions/…
  const [, kind, id] = /^([a-z]+)\/([^/]+)\/sessions\//.exec(about) ?? [];
  if (subject.startsWith('session-') && kind !== undefined && id !== undefined) {
    return `/together/${kind}/${encodeURIComponent(id)}`;
  }
  return Object.entries(PLACES).find(([word]) => subject.startsWith(`${word}-`))?.[1];
}

/** What the reader should hear of; what is shown here counts as seen. */
export default function NotificationsPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, isPending, error, refetch } = useNotifications();
  useEffect(() => {
    const unseen = (data ?? []).filter((notification) => !notification.seen).map((notification) => notification.notificationId);
    if (unseen.length === 0) {
      return;
    }
    // where it fails they are new again at the next visit
    const told = call('/api/profile/me/notifications/seen', { method: 'PUT', json: { notificationIds: unseen } }).catch(() => undefined);
    // until the page is left they stay marked as new
    return () => void told.then(() => queries.invalidateQueries({ queryKey: NOTIFICATIONS }));
  }, [data, queries]);

  return (
    <Page title={t('notifications.title')}>
      <Text c="dimmed">{t('notifications.about')}</Text>
      {isPending && <Loading height={160} />}
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <Empty title={t('notifications.none')} text={t('notifications.noneText')} />}
      {data && data.length > 0 && (
        <Card>
          <ul className={classes.list}>
            {data.map((notification) => (
              <Entry key={notification.notificationId} notification={notification} />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

function Entry({ notification }: { notification: Notification }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const text = t(`notifications.subjects.${notification.subject}`, { defaultValue: t('notifications.subjects.other') });
  const place = placeOf(notification);
  return (
    <li className={classes.entry}>
      <span>
        {place ? <Link to={place}>{text}</Link> : text}
        {!notification.seen && (
          <Badge ml={8} variant="light" tt="none">
            {t('notifications.fresh')}
          </Badge>
        )}
        {notification.urgent && (
          <Badge ml={8} color="orange" variant="light" tt="none">
            {t('notifications.urgent')}
          </Badge>
        )}
      </span>
      <time className={classes.when} dateTime={notification.requestedAt}>
        {moment(notification.requestedAt)}
      </time>
    </li>
  );
}
