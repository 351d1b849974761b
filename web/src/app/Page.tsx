import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation, useNavigationType } from 'react-router';
import classes from './Page.module.css';

/** State of a navigation that happens inside a page and leaves the focus where it is. */
export const STAY = 'stay';

/** A page with its heading, which also names the browser tab and takes the focus when one comes from another page. */
export function Page({ title, up, aside, wide = false, children }: { title: string; up?: { to: string; label: string }; aside?: ReactNode; wide?: boolean; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, state } = useLocation();
  const navigation = useNavigationType();
  const moved = navigation !== 'REPLACE' && state !== STAY;

  useEffect(() => {
    document.title = `${title} · Holdfast`;
  }, [title]);

  useEffect(() => {
    // the very first page keeps the focus where the browser puts it
    if (moved && key !== 'default') {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
  }, [moved, key]);

  return (
    <div className={wide ? classes.wide : classes.page}>
      {up && (
        <Link to={up.to} className={classes.up ?? ''}>
          ‹ {up.label}
        </Link>
      )}
      <div className={classes.head}>
        <Title order={1} ref={heading} tabIndex={-1} className={classes.title ?? ''}>
          {title}
        </Title>
        {aside}
      </div>
      {children}
    </div>
  );
}
