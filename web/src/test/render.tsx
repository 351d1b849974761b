import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { SignedInContext, type SignedIn } from '../app/session';
import { theme } from '../app/theme';

export const someone: SignedIn = { staffId: 'S-0142', name: 'Someone', roles: ['staff'] };

/** Renders as main.tsx does, at an address and without repeating failed reads. */
export function show(page: ReactNode, { at = '/', as = someone }: { at?: string; as?: SignedIn | null } = {}) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <MantineProvider theme={theme} env="test" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        <MemoryRouter initialEntries={[at]}>{as === null ? page : <SignedInContext value={as}>{page}</SignedInContext>}</MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
}
