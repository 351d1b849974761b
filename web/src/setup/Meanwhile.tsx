import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { differences, type Parts } from './parts';
import classes from './Setup.module.css';

/** Somebody else saved a newer version while one was typing: what it says, and what one typed, which is kept. */
export function Meanwhile({ title, theirs, yours }: { title: string; theirs: Parts; yours: Parts }) {
  const { t } = useTranslation();
  const differing = differences(theirs, yours);
  return (
    <Alert color="orange" role="alert" title={title}>
      {t(differing.length > 0 ? 'setup.meanwhile' : 'setup.meanwhileSame')}
      <ul className={classes.parts}>
        {differing.map(({ label, value, other }) => (
          <li key={label}>{t('setup.theirsAndYours', { label, theirs: value || t('setup.empty'), yours: other || t('setup.empty') })}</li>
        ))}
      </ul>
    </Alert>
  );
}
