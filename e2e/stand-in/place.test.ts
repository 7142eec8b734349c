/* Where the library lies, in host A, over the stand-in: its dialogs, what it asks before it ends, a second start. */

import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handOver } from '../../main/core/place/handover.ts';
import { nextFinished, prepareHost, type TestHost } from './test-host.ts';

let host: TestHost;
beforeEach(async () => {
  host = await prepareHost();
  // What is remembered of this must not be remembered on the machine.
  for (const name of ['XDG_CONFIG_HOME', 'LOCALAPPDATA', 'HOME', 'USERPROFILE']) vi.stubEnv(name, host.folder);
});
afterEach(async () => {
  await host.close();
  vi.unstubAllEnvs();
});

async function makeFolder(name: string): Promise<string> {
  const folder = path.join(host.folder, name);
  await mkdir(folder);
  return folder;
}

describe('a folder chosen in the dialog', () => {
  it.each(['open', 'move', 'copy', 'backup', 'restore'] as const)(
    'for %s is nothing when none was',
    async (purpose) => {
      const { bridge } = await host.start();
      expect(await bridge.choosePlace?.(purpose)).toEqual({ ok: true, value: null });
      expect(host.standIn.told.dialogs).toHaveLength(1);
    },
  );

  it('becomes the library', async () => {
    const { bridge, window } = await host.start();
    const folder = await makeFolder('other');
    host.standIn.told.chosen = [folder];
    expect(await bridge.choosePlace?.('open')).toMatchObject({ ok: true, value: { folder, state: 'open' } });
    expect(window.webContents.sent.at(-1)?.message).toMatchObject({ kind: 'place', place: { folder }, reload: true });
    expect(existsSync(path.join(folder, 'library.json'))).toBe(true);
  });

  it('takes the library in when it is moved, and a copy of it', async () => {
    const { bridge } = await host.start(await host.writeDump('Louny'));
    await expect.poll(async () => bridge.call('library.overview', {})).toMatchObject({ value: { all: { total: 1 } } });
    host.standIn.told.chosen = [await makeFolder('copy')];
    expect(await bridge.choosePlace?.('copy')).toMatchObject({ ok: true, value: { folder: host.library } });
    const folder = await makeFolder('moved');
    host.standIn.told.chosen = [folder];
    expect(await bridge.choosePlace?.('move')).toMatchObject({ ok: true, value: { folder } });
    expect([existsSync(host.library), existsSync(path.join(host.folder, 'copy/library.json'))]).toEqual([false, true]);
    expect(await bridge.call('library.overview', {})).toMatchObject({ value: { all: { total: 1 } } });
  });

  it('is refused in words where it will not do', async () => {
    const { bridge } = await host.start();
    host.standIn.told.chosen = [host.folder];
    expect(await bridge.choosePlace?.('open')).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(await bridge.call('place.get', {})).toMatchObject({ value: { folder: host.library, state: 'open' } });
  });
});

describe('a backup', () => {
  it('is written where the dialog says, under the name of its day unless another is chosen', async () => {
    const { bridge } = await host.start();
    const file = path.join(host.folder, 'a.zip');
    host.standIn.told.saveTo = file;
    expect(await bridge.choosePlace?.('backup')).toMatchObject({ ok: true, value: { folder: host.library } });
    expect(existsSync(file)).toBe(true);
    expect(host.standIn.told.dialogs[0]?.defaultPath).toMatch(/^Broadsheet \d{4}-\d{2}-\d{2}\.zip$/);
  });

  it('is not restored when no folder is chosen for it, and refused when it is none', async () => {
    const { bridge } = await host.start();
    const file = await host.writeDump('Cheb');
    host.standIn.told.chosenBefore = [[file]];
    expect(await bridge.choosePlace?.('restore')).toEqual({ ok: true, value: null });
    const folder = await makeFolder('restored');
    host.standIn.told.chosenBefore = [[file], [folder]];
    expect(await bridge.choosePlace?.('restore')).toMatchObject({ ok: false });
    expect(await bridge.call('place.get', {})).toMatchObject({ value: { folder: host.library, state: 'open' } });
  });
});

describe('a library that cannot be opened', () => {
  it('opens the window with the reason, and again once it can be', async () => {
    await mkdir(host.library);
    const file = path.join(host.library, 'library.json');
    await writeFile(file, Buffer.alloc(90));
    const { bridge, window } = await host.start();
    expect(await bridge.call('place.get', {})).toMatchObject({
      value: { folder: host.library, state: 'closed', reason: { code: 'damaged' } },
    });
    expect(await bridge.call('library.overview', {})).toMatchObject({ ok: false, error: { code: 'damaged' } });
    const folder = await makeFolder('other');
    host.standIn.told.chosen = [folder];
    expect(await bridge.choosePlace?.('open')).toMatchObject({ ok: true, value: { folder, state: 'open' } });
    expect(window.webContents.sent.at(-1)?.message).toMatchObject({ kind: 'place', place: { state: 'open' } });
    expect(await readFile(file)).toEqual(Buffer.alloc(90));
  });
});

/** Every file of this process refuses what is written to it, as on a full disk, until the answer is called. */
async function fillDisk(): Promise<() => void> {
  const handle = await open(import.meta.filename);
  const files = Object.getPrototypeOf(handle) as typeof handle;
  await handle.close();
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const spy = vi.spyOn(files, 'write').mockRejectedValue(full);
  return () => spy.mockRestore();
}

describe('a change that the disk does not take', () => {
  it('is asked about before Broadsheet ends, and written when there is room again', async () => {
    const { bridge } = await host.start();
    const done = nextFinished(bridge);
    await bridge.call('imports.sample', {});
    await done;
    const ids = await bridge.call('articles.ids', { query: { kind: 'all' }, sort: 'imported' });
    const makeRoom = await fillDisk();
    void bridge.call('articles.mark', { ids: ids.ok ? [...(ids.value as readonly string[])] : [], starred: true });
    await expect
      .poll(async () => bridge.call('place.get', {}))
      .toMatchObject({ value: { waiting: { changes: 1, message: expect.stringContaining('space') as unknown } } });
    host.standIn.told.answer = () => {
      if (host.standIn.told.questions.length === 2) makeRoom();
      return 0;
    };
    await host.quit();
    expect(host.standIn.told.questions.map(({ message }) => message)).toEqual([
      '1 change could not be written',
      '1 change could not be written',
    ]);
    const [journal = ''] = await readdir(path.join(host.library, 'journal'));
    expect(await readFile(path.join(host.library, 'journal', journal), 'utf8')).toContain('"starred":true');
  });
});

describe('a second start', () => {
  it('hands its files to the window that has the library', async () => {
    const { bridge, window } = await host.start();
    const done = nextFinished(bridge);
    const shown = window.shown;
    const handed = await handOver(host.library, [await host.writeDump('Zatec')]);
    expect((await done).summary).toMatchObject({ id: handed?.import, files: 1, new: 1 });
    expect(window.shown).toBe(shown + 1);
  });
});
