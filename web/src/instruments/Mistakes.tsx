import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Mistake } from '../api/http';
import { Scroll } from '../app/Scroll';
import classes from './InstrumentsPage.module.css';

/** What is wrong with a file, each with its line and its place in the JSON. */
export function Mistakes({ mistakes, lineOf }: { mistakes: readonly Mistake[]; lineOf: (pointer: string) => number }) {
  const { t } = useTranslation();
  return (
    <Alert color="orange" role="alert" title={t('instruments.nothing')}>
      <Text size="sm">{t('instruments.mend')}</Text>
      <Scroll label={t('instruments.mistakes')}>
        <table className={classes.mistakes}>
          <thead>
            <tr>
              <th scope="col">{t('instruments.line')}</th>
              <th scope="col">{t('instruments.place')}</th>
              <th scope="col">{t('instruments.wrong')}</th>
            </tr>
          </thead>
          <tbody>
            {mistakes.map((mistake) => (
              <tr key={`${mistake.pointer} ${mistake.detail}`}>
                <th scope="row">{lineOf(mistake.pointer)}</th>
                <td>{mistake.pointer === '' ? t('instruments.whole') : <code>{mistake.pointer}</code>}</td>
                <td>{mistake.detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Alert>
  );
}
