import { type ReactNode, useId } from 'react';
import { Title } from '@mantine/core';
import classes from './Card.module.css';

/** A titled part of a page. */
export function Card({ title, aside, children, tone = 'plain' }: { title?: string; aside?: ReactNode; children: ReactNode; tone?: 'plain' | 'soft' }) {
  const id = useId();
  if (title === undefined) {
    return <div className={`${classes.card} ${classes[tone]}`}>{children}</div>;
  }
  return (
    <section className={`${classes.card} ${classes[tone]}`} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} id={id} className={classes.title ?? ''}>
          {title}
        </Title>
        {aside}
      </div>
      {children}
    </section>
  );
}
