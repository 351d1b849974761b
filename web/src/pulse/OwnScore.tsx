import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';
import classes from './OwnScore.module.css';
import { wordsFor } from './words';

/** One's own score as a number, on its scale and in the words of the answer options. */
export function OwnScore({ score }: { score: number | null }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (score === null) {
    return <Text>{t('pulse.noScore')}</Text>;
  }
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t('pulse.score')}
      </Text>
      <p className={classes.number}>
        {number(score)} <span className={classes.of}>{t('pulse.ofHundred')}</span>
      </p>
      <svg className={classes.scale} viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">
        <rect className={classes.track} x="0" y="4" width="200" height="6" rx="3" />
        <rect className={classes.value} x={Math.min(194, Math.max(0, score * 2 - 3))} y="0" width="6" height="14" rx="3" />
      </svg>
      <Text>
        {t(`pulse.words.${wordsFor(score)}`)} {t('pulse.higherIsWorse')}
      </Text>
      <Text size="sm" c="dimmed" mt={4}>
        {t('pulse.notDiagnosis')}
      </Text>
    </div>
  );
}
