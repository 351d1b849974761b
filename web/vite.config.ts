import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The suite's front door, or the mock server of `npm run mock`, while developing. */
const gateway = process.env['HOLDFAST_URL'] ?? 'http://localhost:8080';
const forwarded = ['/api', '/session', '/login', '/logout', '/oauth2', '/identity', '/openapi'];

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    // The content security policy allows no data: addresses in scripts or styles, and inlined modulepreload code would be an inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: Object.fromEntries(forwarded.map((path) => [path, { target: gateway, changeOrigin: false }])),
  },
  test: {
    globals: true,
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
    unstubGlobals: true,
    // the machine may be busy with the rest of the build
    testTimeout: 30_000,
    pool: 'threads',
    maxWorkers: 2,
  },
});
