import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Card } from './Card';
import classes from './Empty.module.css';

/** A friendly word where there is nothing to show yet, and what one can do next. */
export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <Card>
      <div className={classes.empty}>
        <svg width="96" height="56" viewBox="0 0 96 56" aria-hidden="true" className={classes.waves}>
          <path d="M4 20c8-10 16-10 24 0s16 10 24 0 16-10 24 0 12 8 16 4" />
          <path d="M4 34c8-10 16-10 24 0s16 10 24 0 16-10 24 0 12 8 16 4" />
          <path d="M4 48c8-10 16-10 24 0s16 10 24 0 16-10 24 0 12 8 16 4" />
        </svg>
        <Title order={2} className={classes.title ?? ''}>
          {title}
        </Title>
        <Text c="dimmed" maw={440}>
          {text}
        </Text>
        {children}
      </div>
    </Card>
  );
}
