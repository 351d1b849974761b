import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { signOut } from '../api/http';
import { Bell } from '../notifications/Bell';
import { forgetDrafts } from './drafts';
import { Logo } from './Logo';
import { entriesFor, pageAt } from './pages';
import { Preferences } from './Preferences';
import { ProblemAlert } from './ProblemAlert';
import { useSignedIn } from './session';
import classes from './Shell.module.css';

/** Header and navigation around every page of a signed-in person. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { name, roles } = useSignedIn();
  const { pathname } = useLocation();
  const entries = entriesFor(roles);
  const here = pageAt(pathname);
  const current = entries.find((entry) => entry.pages.some((page) => page === here));
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const leave = async () => {
    setLeaving(true);
    setProblem(null);
    try {
      const next = await signOut();
      forgetDrafts();
      window.location.assign(next);
    } catch (error) {
      setProblem(error);
      setLeaving(false);
    }
  };

  return (
    <>
      <a className={classes.skip} href="#content">
        {t('app.skip')}
      </a>
      <header className={classes.header}>
        <div className={classes.bar}>
          <Link to="/" className={classes.brand} onClick={() => setOpen(false)}>
            <Logo size={34} />
            <span>{t('app.name')}</span>
          </Link>
          <button
            type="button"
            className={classes.burger}
            aria-expanded={open}
            aria-controls="menu"
            onClick={() => setOpen(!open)}
            onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
          >
            <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
              <path d={open ? 'M4 4l12 12M16 4L4 16' : 'M2 5h16M2 10h16M2 15h16'} stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
            </svg>
            {t('app.menu')}
          </button>
          <div id="menu" className={classes.menu} data-open={open || undefined}>
            <nav className={classes.nav} aria-label={t('app.navigation')}>
              <ul className={classes.links}>
                {entries.map((entry) => (
                  <li key={entry.label}>
                    <Link to={entry.pages[0]?.path ?? '/'} aria-current={entry === current ? 'page' : undefined} className={classes.link ?? ''} onClick={() => setOpen(false)}>
                      {t(entry.label)}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
            <div className={classes.person}>
              <Preferences />
              <Bell onFollow={() => setOpen(false)} />
              <span className={classes.name}>
                <span className={classes.hidden}>{t('app.signedInAs', { name: '' })}</span>
                {name}
              </span>
              <Button variant="default" className={classes.out ?? ''} loading={leaving} onClick={() => void leave()}>
                {t('app.signOut')}
              </Button>
            </div>
          </div>
        </div>
        {current && current.pages.length > 1 && (
          <nav className={classes.within} aria-label={t(current.label)}>
            <ul>
              {current.pages.map((page) => (
                <li key={page.path}>
                  <Link to={page.path} aria-current={page === here ? 'page' : undefined} className={classes.part ?? ''} onClick={() => setOpen(false)}>
                    {t(page.label)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        {problem !== null && <ProblemAlert error={problem} />}
        {children}
      </main>
    </>
  );
}
