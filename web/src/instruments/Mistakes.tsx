import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Mistake } from '../api/http';
import classes from './InstrumentsPage.module.css';

/** What is wrong with a file, each with its line and its place in the JSON. */
export function Mistakes({ mistakes, lineOf }: { mistakes: readonly Mistake[]; lineOf: (pointer: string) => number }) {
  const { t } = useTranslation();
  return (
    <Alert color="orange" role="alert" title={t('instruments.nothing')}>
      {t('instruments.mend')}
      <ul className={classes.mistakes}>
        {mistakes.map((mistake) => (
          <li key={`${mistake.pointer} ${mistake.detail}`}>
            <strong>{mistake.pointer === '' ? t('instruments.whole') : t('instruments.line', { line: lineOf(mistake.pointer) })}</strong> {mistake.pointer !== '' && <code>{mistake.pointer}</code>}
            <span className={classes.wrong}>{mistake.detail}</span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
