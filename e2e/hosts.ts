/* Starts a host on a library: host B as a child process with a page of its own, or real Electron. */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, type BrowserContext, type Page } from '@playwright/test';

export type Host = {
  readonly page: Page;
  /** Shows the reader. Apart from starting, so that a test listens before the first request. */
  readonly load: () => Promise<void>;
  readonly stop: (signal: NodeJS.Signals) => Promise<void>;
};

const root = path.resolve(import.meta.dirname, '..');

export async function startHostB(library: string, context: BrowserContext): Promise<Host> {
  const child = spawn(
    process.execPath,
    [path.join(root, 'main/cli.ts'), 'serve', '--library', library, '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await firstUrl(child);
  const page = await context.newPage();
  return {
    page,
    load: async () => {
      await page.goto(url);
      await waitUntilReady(page);
    },
    stop: async (signal) => {
      await page.close();
      await end(child, signal);
    },
  };
}

export async function startElectron(library: string): Promise<Host> {
  const asRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    args: [...(asRoot ? ['--no-sandbox'] : []), path.join(root, 'dist/main/main.js'), '--library', library],
  });
  const page = await app.firstWindow();
  return {
    page,
    load: async () => {
      await page.reload();
      await waitUntilReady(page);
    },
    stop: async (signal) => {
      if (signal === 'SIGKILL') await end(app.process(), signal);
      else await app.close();
    },
  };
}

/** Waits until the window answers: a drop before that would go to the browser. */
async function waitUntilReady(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Library' })
    .or(page.getByRole('listbox', { name: 'Articles' }))
    // A library that cannot be opened has a page in place of the panes.
    .or(page.getByRole('main'))
    .first()
    .waitFor();
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

async function firstUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('host B has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line) ?? [];
    if (url !== undefined) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error('host B ended before it printed its address');
}
