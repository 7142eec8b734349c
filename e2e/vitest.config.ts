/*
 * Unit tests stand beside the code they test; this file only says where, and with which limits. Host A is tested over a
 * stand-in for the electron module, because its runtime is not everywhere.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  resolve: { alias: { electron: new URL('stand-in/electron.ts', import.meta.url).pathname } },
  test: {
    include: ['{main,renderer,shared,e2e}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    pool: 'forks',
    // Most tests wait for the disk or for a worker: one process would leave the second core idle.
    maxWorkers: '100%',
  },
});
