/*
 * One Broadsheet per test, on a library of its own: host B as a real process with its page in a Chromium, or, with
 * BROADSHEET_HOST=electron, real Electron. `restart` ends the process and starts it again on the same library.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { Reader } from './reader-page.ts';
import { startElectron, startHostB, type Host } from './hosts.ts';

export type App = {
  readonly page: Page;
  readonly reader: Reader;
  readonly library: string;
  /** A folder for the files a test drops. */
  readonly folder: string;
  /** Addresses of all requests that were made, by all pages. */
  readonly requests: readonly string[];
  /** Console errors and uncaught exceptions of all pages; a test fails on any. */
  readonly faults: readonly string[];
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly restart: (signal?: NodeJS.Signals) => Promise<void>;
  /** Ends the process, does something to the library's files, and starts it again. */
  readonly whileStopped: (work: () => unknown) => Promise<void>;
};

export const isElectron = process.env['BROADSHEET_HOST'] === 'electron';

export const test = base.extend<{ app: App }>({
  app: async ({ browser, colorScheme, viewport }, give) => {
    const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-e2e-'));
    const [library, folder] = [path.join(root, 'library'), path.join(root, 'dumps')];
    mkdirSync(folder);
    const context = isElectron ? undefined : await browser.newContext({ colorScheme: colorScheme ?? null, viewport });
    const requests: string[] = [];
    const faults: string[] = [];
    const open = async () => {
      const started = await openHost(library, context);
      watch(started.page, requests, faults);
      if (isElectron) await started.page.emulateMedia({ colorScheme: colorScheme ?? null });
      await started.load();
      return started;
    };
    let host = await open();
    const whileStopped = async (work: () => unknown, signal: NodeJS.Signals = 'SIGTERM') => {
      await host.stop(signal);
      await work();
      host = await open();
    };
    await give({
      get page() {
        return host.page;
      },
      get reader() {
        return new Reader(host.page);
      },
      library,
      folder,
      requests,
      faults,
      write: (name, content) => writeInto(folder, name, content),
      restart: async (signal) => whileStopped(() => undefined, signal),
      whileStopped: async (work) => whileStopped(work),
    });
    await host.stop('SIGTERM');
    await context?.close();
    rmSync(root, { recursive: true, force: true });
    if (faults.length > 0) throw new Error(`The page reported faults:\n${faults.join('\n')}`);
  },
});

export { expect } from '@playwright/test';

function openHost(library: string, context: BrowserContext | undefined): Promise<Host> {
  return context === undefined ? startElectron(library) : startHostB(library, context);
}

function watch(page: Page, requests: string[], faults: string[]): void {
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // The process behind the page ends in some tests; the browser says so, and the page must cope.
    if (
      message.type() === 'error' &&
      !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE/.test(message.text())
    ) {
      faults.push(message.text());
    }
  });
}

function writeInto(folder: string, name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}
