import { Button, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { goSignIn } from './session';
import { Logo } from './Logo';
import classes from './Landing.module.css';
import { Preferences } from './Preferences';

/** What a person sees who is not signed in. */
export function Landing({ down = false }: { down?: boolean }) {
  const { t } = useTranslation();
  const failed = new URLSearchParams(window.location.search).get('sign-in') === 'failed';
  useEffect(() => {
    document.title = 'Holdfast';
  }, []);
  return (
    <div className={classes.landing}>
      <header className={classes.header}>
        <span className={classes.brand}>
          <Logo />
          {t('app.name')}
        </span>
        <Preferences />
      </header>
      <main className={classes.main}>
        <div className={classes.words}>
          <Title order={1} className={classes.title ?? ''}>
            {t('landing.title')}
          </Title>
          <Text className={classes.text ?? ''}>{t('landing.what')}</Text>
          <Text className={classes.text ?? ''}>{t('landing.private')}</Text>
          {failed && (
            <Text role="alert" c="red">
              {t('landing.failed')}
            </Text>
          )}
          {down && (
            <Text role="alert" c="red">
              {t('landing.down')}
            </Text>
          )}
          <div>
            <Button size="lg" onClick={goSignIn}>
              {t('app.signIn')}
            </Button>
          </div>
        </div>
        <svg className={classes.picture} viewBox="0 0 400 360" role="img" aria-label={t('landing.pictured')}>
          <g className={classes.water}>
            <path d="M10 60c30-24 60-24 95 0s65 24 95 0 60-24 95 0 65 24 95 0" />
            <path d="M10 84c30-24 60-24 95 0s65 24 95 0 60-24 95 0 65 24 95 0" />
          </g>
          <g className={classes.frond}>
            <path d="M200 290c0-44-34-62-26-108 7-40 36-46 30-104" />
            <path d="M176 176c40-2 70-22 82-60" />
            <path d="M180 214c-40-4-62-28-74-62" />
            <path d="M194 250c36-2 62-18 76-46" />
          </g>
          <g className={classes.leaf}>
            <ellipse cx="262" cy="108" rx="11" ry="26" transform="rotate(22 262 108)" />
            <ellipse cx="103" cy="146" rx="11" ry="26" transform="rotate(-24 103 146)" />
            <ellipse cx="275" cy="198" rx="10" ry="23" transform="rotate(28 275 198)" />
            <ellipse cx="203" cy="66" rx="11" ry="28" transform="rotate(2 203 66)" />
          </g>
          <path className={classes.rock} d="M70 330c14-34 62-40 96-36 38-14 92-8 112 8 34 0 48 16 52 28 2 12-40 16-130 16s-136-2-130-16z" />
          <g className={classes.frond}>
            <path d="M200 290c-16 12-40 10-64 26M200 290c16 12 40 10 66 26M200 290c-6 14-16 20-26 32M200 290c6 14 18 20 28 32" />
          </g>
        </svg>
      </main>
    </div>
  );
}
