import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Policy } from '../api/types';
import { Card } from '../app/Card';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { useSignedIn } from '../app/session';
import { History } from '../setup/History';
import classes from '../setup/Setup.module.css';
import { Choose } from './Choose';
import { useSettingParts } from './useSettingParts';

/** How the programme warns: HR chooses it in versions, administrators read it. */
export default function SettingsPage() {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const partsOf = useSettingParts();
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => call<Policy[]>('/api/burnout-alert/settings', { signal }),
  });
  const latest = settings.data?.at(-1);
  return (
    <Page title={t('settings.title')} up={{ to: '/setup', label: t('nav.setup') }}>
      <Text c="dimmed">{t('settings.about')}</Text>
      {settings.isPending && <Loading height={300} />}
      {settings.isError && !settings.data && <ProblemAlert error={settings.error} onRetry={() => void settings.refetch()} />}
      {latest && (
        <Card title={t('settings.current')}>
          <Text>{t('settings.holds')}</Text>
          {roles.includes('hr') ? (
            <Choose latest={latest} />
          ) : (
            <ul className={classes.parts}>
              {partsOf(latest).map(([label, value]) => (
                <li key={label}>
                  {label}: {value}
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
      {settings.data && (
        <Card title={t('settings.versions')}>
          <History versions={settings.data.map((policy) => ({ ...policy, parts: partsOf(policy) }))} />
        </Card>
      )}
    </Page>
  );
}
