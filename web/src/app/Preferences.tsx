import { useMantineColorScheme } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, LANGUAGES, speak } from '../i18n';
import classes from './Preferences.module.css';

/** Language and appearance, as native selects: small, and at home on every device. */
export function Preferences() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const id = useId();
  return (
    <div className={classes.preferences}>
      <label className={classes.hidden} htmlFor={`${id}-language`}>
        {t('app.language')}
      </label>
      <select
        id={`${id}-language`}
        className={classes.select}
        value={i18n.language}
        onChange={(event) => {
          if (isLanguage(event.target.value)) {
            void speak(event.target.value);
          }
        }}
      >
        {Object.entries(LANGUAGES).map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </select>
      <label className={classes.hidden} htmlFor={`${id}-theme`}>
        {t('app.theme')}
      </label>
      <select
        id={`${id}-theme`}
        className={classes.select}
        value={colorScheme}
        onChange={(event) => setColorScheme(event.target.value as typeof colorScheme)}
      >
        <option value="auto">{t('app.themes.auto')}</option>
        <option value="light">{t('app.themes.light')}</option>
        <option value="dark">{t('app.themes.dark')}</option>
      </select>
    </div>
  );
}
