import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../app/Card';
import { Page } from '../app/Page';
import { setupPagesFor } from '../app/pages';
import { useSignedIn } from '../app/session';
import classes from './Setup.module.css';

/** Where HR and administrators find what they rarely need. */
export default function SetupPage() {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  return (
    <Page title={t('nav.setup')}>
      <Card>
        <ul className={classes.pages}>
          {setupPagesFor(roles).map((page) => (
            <li key={page.path}>
              <Link to={page.path} className={classes.page ?? ''}>
                {t(page.label)}
              </Link>
              <Text c="dimmed">{t(page.about)}</Text>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}
