/* End-to-end specs: host B in a Chromium by default, real Electron with BROADSHEET_HOST=electron (see app.ts). */
import { defineConfig } from '@playwright/test';
import { findChromium } from './browser.ts';

const executablePath = findChromium();
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'specs',
  outputDir: '../dist/test/e2e',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  use: {
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // Chromium refuses its sandbox to root; only the tests' own browser gets this flag, never the product.
      args: ['--disable-background-networking', ...(asRoot ? ['--no-sandbox'] : [])],
    },
  },
});
