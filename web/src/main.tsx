import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { queryClient } from './api/queryClient';
import { App } from './app/App';
import './app/styles.css';
import { theme } from './app/theme';
import { speakPreferredLanguage } from './i18n';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no #root');
}

await speakPreferredLanguage().catch(() => undefined); // English is always there

createRoot(root).render(
  <StrictMode>
    {/* no style elements at run time: the content security policy is style-src 'self' */}
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
