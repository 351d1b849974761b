import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../api/http';
import type { Alert } from '../api/types';
import { Card } from '../app/Card';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import { AlertActions } from './AlertActions';
import classes from './Alerts.module.css';
import { band } from './words';

const AT_FIRST = 3;

export function useAlerts() {
  return useQuery({
    queryKey: ['alerts'],
    queryFn: ({ signal }) => call<Alert[]>('/api/burnout-alert/alerts', { signal }),
  });
}

/** The alerts that one may see, newest first, each with its evidence; of one unit where one is given. */
export function Alerts({ unitId }: { unitId: string | null }) {
  const { t, i18n } = useTranslation();
  const { day, list, number } = useFormat();
  const alerts = useAlerts();
  const [all, setAll] = useState(false);
  if (alerts.isPending) {
    return <Loading height={60} />;
  }
  if (!alerts.data) {
    return <ProblemAlert error={alerts.error} onRetry={() => void alerts.refetch()} />;
  }
  const mine = alerts.data
    .filter((alert) => unitId === null || alert.units.some((unit) => unit.unitId === unitId))
    .toSorted((a, b) => Date.parse(b.raisedAt) - Date.parse(a.raisedAt));
  const shown = all ? mine : mine.slice(0, AT_FIRST);
  return (
    <Card title={t('units.alerts.title')}>
      {mine.length === 0 ? (
        <Text c="dimmed">{unitId === null ? t('units.alerts.none') : t('units.alerts.noneHere')}</Text>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t('units.alerts.reminder')}
          </Text>
          <ul className={classes.alerts}>
            {shown.map((alert) => (
              <li key={alert.alertId} className={classes.alert}>
                <span className={classes.names}>
                  <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true" className={classes.sign}>
                    <path d="M10 2l8.500 15h-17z" />
                    <path d="M10 8v4M10 14.500v.1" />
                  </svg>
                  {list(alert.units.map((unit) => unit.name))}
                </span>
                {/* the service says why in English */}
                {i18n.language !== 'en' && alert.level !== null && <span>{t('units.alerts.level', { level: number(alert.level), threshold: number(alert.threshold), people: band(alert.people) })}</span>}
                <span lang="en">{alert.because}</span>
                <span className={classes.raised}>{t('units.alerts.raised', { date: day(alert.raisedAt), cycle: alert.cycleId })}</span>
                <span className={classes.raised} lang="en">
                  {alert.falseAlarms}
                </span>
                <AlertActions alert={alert} />
                {unitId === null && alert.units[0] && <Link to={`/units/${encodeURIComponent(alert.units[0].unitId)}`}>{t('units.alerts.show')}</Link>}
              </li>
            ))}
          </ul>
          {mine.length > AT_FIRST && !all && (
            <Button variant="default" onClick={() => setAll(true)}>
              {t('units.alerts.all', { count: mine.length })}
            </Button>
          )}
        </>
      )}
    </Card>
  );
}
