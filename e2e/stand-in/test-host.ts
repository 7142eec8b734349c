/*
 * For tests: host A's own main.ts and preload.ts, started over the stand-in on a real reader, a temporary library and a
 * page of one line.
 */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, vi } from 'vitest';
import type { Bridge, ReaderEvent } from '../../shared/contract.ts';
import type { ImportReport } from '../../shared/model.ts';
import type * as StandIn from './electron.ts';

export type Started = { readonly bridge: Bridge<File>; readonly window: StandIn.BrowserWindow };

export type TestHost = {
  readonly standIn: typeof StandIn;
  readonly folder: string;
  readonly library: string;
  /** Starts the host with these words and waits until the page is loaded. */
  readonly start: (...words: readonly string[]) => Promise<Started>;
  readonly quit: () => Promise<void>;
  readonly writeDump: (place: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Prepares all of it afresh: the modules of host A hold their state as those of a process do. */
export async function prepareHost(): Promise<TestHost> {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-host-'));
  const library = path.join(folder, 'library');
  const argv = [...process.argv];
  const listeners = signals.map((signal) => ({ signal, before: process.listeners(signal) }));
  vi.resetModules();
  await replacePage(path.join(folder, 'page'));
  const standIn = await import('./electron.ts');
  vi.spyOn(console, 'error').mockImplementation(() => undefined);

  const start: TestHost['start'] = async (...words) => {
    const { app, told } = standIn;
    process.argv = ['electron', '--inspect=0', app.getAppPath(), `--library=${library}`, ...words];
    await import('../../main/electron/main.ts');
    await import('../../main/electron/preload.ts');
    await expect.poll(() => told.windows[0]?.loaded.length ?? told.errorBoxes.length).toBe(1);
    const [window] = told.windows;
    if (window === undefined) throw new Error(`No window was opened: ${told.errorBoxes.join()}`);
    return { bridge: told.exposed.get('broadsheet') as Bridge<File>, window };
  };
  const quit = async (): Promise<void> => {
    standIn.told.exitCode = undefined;
    standIn.app.quit();
    await expect.poll(() => standIn.told.exitCode).toBe(0);
  };

  return {
    standIn,
    folder,
    library,
    start,
    quit,
    writeDump: async (place) => {
      const file = path.join(folder, `${place}.txt`);
      const sentence = `The tram to ${place} ran again on Friday after repairs. `;
      await writeFile(file, `Tram line to ${place} reopens\n\n${sentence.repeat(8)}\n`);
      return file;
    },
    close: async () => {
      if (standIn.told.windows.length > 0) await quit();
      process.argv = argv;
      for (const { signal, before } of listeners) {
        const added = process.listeners(signal).filter((listener) => !before.includes(listener));
        added.forEach((listener) => process.off(signal, listener));
      }
      vi.doUnmock('../../main/core/page/page.ts');
      vi.restoreAllMocks();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The renderer need not be built for these tests. */
async function replacePage(folder: string): Promise<void> {
  await mkdir(folder);
  await writeFile(path.join(folder, 'index.html'), '<title>Broadsheet</title><meta nonce="__CSP_NONCE__">');
  vi.doMock('../../main/core/page/page.ts', async (original) => {
    const real = await original<typeof import('../../main/core/page/page.ts')>();
    return { openPage: async () => real.openPage(folder) };
  });
}

type Finished = Extract<ReaderEvent, { kind: 'import-finished' }>;

/** The next import's end. Ask before it begins. */
export async function nextFinished(bridge: Bridge<File>): Promise<Finished> {
  return new Promise((resolve) => {
    bridge.onEvent((event) => {
      if (event.kind === 'import-finished') resolve(event);
    });
  });
}

export async function reportOf(bridge: Bridge<File>, id: string): Promise<ImportReport> {
  const reply = await bridge.call('imports.report', { id });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value as ImportReport;
}
