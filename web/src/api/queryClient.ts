import { QueryClient } from '@tanstack/react-query';
import { Problem, Unreachable } from './http';

/** Reading again helps when nothing answered or the service was busy; never when it said no. */
function worthAnotherTry(failures: number, error: unknown): boolean {
  const passing = error instanceof Unreachable || (error instanceof Problem && [429, 502, 503, 504].includes(error.status));
  return passing && failures < 3;
}

function wait(failures: number, error: unknown): number {
  const asked = error instanceof Problem ? error.retryAfter : null;
  return Math.min(30, asked ?? 2 ** failures) * 1000;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthAnotherTry, retryDelay: wait, staleTime: 30_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});
