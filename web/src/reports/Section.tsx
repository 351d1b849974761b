import { Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Card } from '../app/Card';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';

/** One of the reports, which comes or fails on its own. */
export function Section<T>({ title, about, answer, children }: { title: string; about: string; answer: UseQueryResult<T>; children: (answered: T) => ReactNode }) {
  return (
    <Card title={title}>
      <Text c="dimmed">{about}</Text>
      {answer.isPending && <Loading height={160} />}
      {answer.error && !answer.data && <ProblemAlert error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data && children(answer.data)}
    </Card>
  );
}
