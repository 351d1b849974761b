import { Alert } from '@mantine/core';
import type { CrisisResource } from '../api/types';
import classes from './HelpPage.module.css';

/** Whom to turn to at once; that it was shown is kept nowhere. */
export function Crisis({ title, resources }: { title: string; resources: readonly CrisisResource[] }) {
  return (
    <Alert color="orange" title={title}>
      <ul className={classes.crisis}>
        {resources.map((resource) => (
          <li key={resource.name}>
            <strong>{resource.name}</strong>: {resource.contact}
            {resource.note !== '' && <span className={classes.note}> {resource.note}</span>}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
