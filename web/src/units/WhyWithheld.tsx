import { useTranslation } from 'react-i18next';
import classes from './WhyWithheld.module.css';

/** The rules of publishing in plain words. */
export function WhyWithheld() {
  const { t } = useTranslation();
  return (
    <details className={classes.why}>
      <summary>{t('units.why.title')}</summary>
      <ul>
        <li>{t('units.why.small')}</li>
        <li>{t('units.why.merge')}</li>
        <li>{t('units.why.bounds')}</li>
        <li>{t('units.why.bands')}</li>
        <li>{t('units.why.never')}</li>
      </ul>
    </details>
  );
}
