import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { openReader } from '../reader.ts';
import { makeTestFolder } from '../store/test-folder.ts';
import type { Backups } from './backups.ts';
import { makeLibrary, openPlaceForTest, plainBackups, readFolder } from './test-place.ts';

const onFinished = onTestFinished;
const makeFolder = async (): Promise<string> => makeTestFolder(onFinished);

/** Takes the catalogue and the journal away; what is left cannot be opened. Answers how to bring them back. */
async function damage(library: string): Promise<() => Promise<void>> {
  const away = await makeFolder();
  // With any of these left the library would be pieced together from it.
  const all = ['catalogue', 'journal', 'bodies', 'originals'];
  for (const name of all) await rename(join(library, name), join(away, name));
  return async () => {
    for (const name of all) {
      await rm(join(library, name), { recursive: true });
      await rename(join(away, name), join(library, name));
    }
  };
}

async function refuse(): Promise<never> {
  throw new Error('no room');
}

test('opens a library and carries calls, imports and events as a reader does', async () => {
  const folder = join(await makeFolder(), 'library');
  const { place, ask, importText, events, count } = await openPlaceForTest({ folder }, onFinished);
  await importText(1, 2);
  expect(await count()).toBe(2);
  expect((await place.list()).length).toBe(2);
  expect(events.map(({ kind }) => kind)).toContain('import-finished');
  expect(await ask('place.get', {})).toEqual({
    folder,
    state: 'open',
    reason: null,
    note: null,
    portable: false,
    recovery: null,
    waiting: null,
    task: null,
  });
});

test.each([
  ['place.get', { extra: 1 }, 'invalid-input'],
  ['place.retry', null, 'invalid-input'],
])('refuses %s with %j', async (method, input, code) => {
  const { place } = await openPlaceForTest({ folder: join(await makeFolder(), 'library') }, onFinished);
  expect(await place.call(method, input)).toMatchObject({ ok: false, error: { code } });
});

test('is closed with the reason where the library is damaged, and opens it once it was healed by hand', async () => {
  const folder = join(await makeFolder(), 'library');
  await makeLibrary(folder, 2, onFinished);
  const heal = await damage(folder);
  const { place, ask, events, count } = await openPlaceForTest({ folder }, onFinished);
  const reason = { code: 'damaged', message: expect.stringContaining('is damaged') };
  expect(place.get()).toMatchObject({ folder, state: 'closed', reason });
  await expect(ask('library.overview', {})).rejects.toMatchObject({ code: 'damaged' });
  expect(() => place.importFiles([])).toThrow('is damaged');
  expect(await ask('place.retry', {})).toMatchObject({ state: 'closed', reason });
  await heal();
  expect(await ask('place.retry', {})).toMatchObject({ state: 'open', reason: null });
  expect(await count()).toBe(2);
  expect(events.findLast(({ kind }) => kind === 'place')).toMatchObject({ place: { state: 'open' }, reload: true });
});

test('is closed where another process has the library, and opens it when that one is gone', async () => {
  const folder = join(await makeFolder(), 'library');
  const other = await openReader({ directory: folder });
  const { place, ask } = await openPlaceForTest({ folder }, onFinished);
  expect(place.get()).toMatchObject({ state: 'closed', reason: { code: 'locked' } });
  await other.close();
  expect(await ask('place.retry', {})).toMatchObject({ state: 'open' });
});

test('never makes a library where one was chosen before and is gone, as with a disk that is not plugged in', async () => {
  const folder = join(await makeFolder(), 'disk', 'library');
  const spot = { folder, portable: false, mayMake: false };
  const { place, ask } = await openPlaceForTest({ folder, spot }, onFinished);
  expect(place.get().reason).toEqual({
    code: 'not-found',
    message: `The library's folder ${folder} is not there. Plug in its disk, or choose another folder.`,
  });
  await mkdir(folder, { recursive: true });
  expect(await ask('place.retry', {})).toMatchObject({ state: 'closed', reason: { code: 'not-found' } });
  expect(await readFolder(folder)).toEqual(new Map());
});

test('switches to another library, tells it, and remembers it', async () => {
  const root = await makeFolder();
  const [first, second] = [join(root, 'first'), join(root, 'second')];
  await makeLibrary(second, 3, onFinished);
  const { place, events, count, importText, remembered } = await openPlaceForTest({ folder: first }, onFinished);
  await importText(7);
  events.length = 0;
  expect(await place.switchTo(second)).toMatchObject({ folder: second, state: 'open' });
  expect(await count()).toBe(3);
  expect(remembered).toEqual([second]);
  expect(events.at(-1)).toMatchObject({ kind: 'place', place: { folder: second, state: 'open' }, reload: true });
  await importText(8);
  expect(events.map(({ kind }) => kind)).toContain('import-finished');
  const old = await openReader({ directory: first });
  expect((await old.list()).length).toBe(1);
  await old.close();
});

test('keeps the library it has when the other one is locked', async () => {
  const root = await makeFolder();
  const [first, second] = [join(root, 'first'), join(root, 'second')];
  const other = await openReader({ directory: second });
  const { place, count, importText, remembered, events } = await openPlaceForTest({ folder: first }, onFinished);
  await importText(1);
  await expect(place.switchTo(second)).rejects.toMatchObject({ code: 'locked' });
  expect(place.get()).toMatchObject({ folder: first, state: 'open', reason: null });
  expect(await count()).toBe(1);
  expect(remembered).toEqual([]);
  expect(events.at(-1)).toMatchObject({ kind: 'place', place: { folder: first, state: 'open' }, reload: true });
  await other.close();
});

test('keeps the library it has when the new one cannot be remembered', async () => {
  const root = await makeFolder();
  await mkdir(join(root, 'new'));
  const { place } = await openPlaceForTest({ folder: join(root, 'first'), remember: refuse }, onFinished);
  await expect(place.switchTo(join(root, 'new'))).rejects.toThrow('no room');
  expect(place.get()).toMatchObject({ folder: join(root, 'first'), state: 'open' });
});

test('stays closed for its reason when the other one cannot be opened either', async () => {
  const root = await makeFolder();
  const folder = join(root, 'gone');
  const spot = { folder, portable: false, mayMake: false };
  const other = await openReader({ directory: join(root, 'other') });
  const { place } = await openPlaceForTest({ folder, spot }, onFinished);
  await expect(place.switchTo(join(root, 'other'))).rejects.toMatchObject({ code: 'locked' });
  expect(place.get()).toMatchObject({ folder, state: 'closed', reason: { code: 'not-found' } });
  await other.close();
  expect(await place.switchTo(join(root, 'other'))).toMatchObject({ state: 'open', reason: null });
});

test('puts no library among other files', async () => {
  const root = await makeFolder();
  const folder = join(root, 'letters');
  await mkdir(folder);
  await writeFile(join(folder, 'letter.txt'), 'Dear Ann');
  const { place } = await openPlaceForTest({ folder: join(root, 'library') }, onFinished);
  await expect(place.switchTo(folder)).rejects.toMatchObject({ code: 'invalid-input' });
  expect([...(await readFolder(folder)).keys()]).toEqual(['letter.txt']);
  expect(place.get().state).toBe('open');
});

test('does not remember a folder for a program that travels with its library', async () => {
  const root = await makeFolder();
  const folder = join(root, 'library');
  await mkdir(join(root, 'new'));
  const { place, remembered } = await openPlaceForTest(
    { folder, spot: { folder, portable: true, mayMake: true } },
    onFinished,
  );
  expect(place.get().portable).toBe(true);
  expect(await place.switchTo(join(root, 'new'))).toMatchObject({ portable: false, state: 'open' });
  expect(remembered).toEqual([]);
});

test('does one thing at a time, and says what it is doing', async () => {
  const root = await makeFolder();
  const { promise: written, resolve: finish } = Promise.withResolvers<undefined>();
  const backups: Backups = { ...plainBackups, writeBackup: () => written };
  const { place, ask } = await openPlaceForTest({ folder: join(root, 'library'), backups }, onFinished);
  const making = place.backupTo(join(root, 'backup'));
  expect(await ask('place.get', {})).toMatchObject({ task: { kind: 'backup' } });
  await expect(place.switchTo(root)).rejects.toMatchObject({
    code: 'busy',
    message: 'A backup is being made. Wait until that is done.',
  });
  finish(undefined);
  expect(await making).toMatchObject({ task: null });
});

test('breaks off a task when it is closed', async () => {
  const root = await makeFolder();
  const { promise: begun, resolve: begin } = Promise.withResolvers<undefined>();
  const backups: Backups = {
    ...plainBackups,
    writeBackup: ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        begin(undefined);
      }),
  };
  const { place } = await openPlaceForTest({ folder: join(root, 'library'), backups }, onFinished);
  const making = place.backupTo(join(root, 'backup'));
  await begun;
  const [ended] = await Promise.allSettled([making, place.close()]);
  expect(ended).toMatchObject({ status: 'rejected', reason: { code: 'closed' } });
  expect(await place.call('library.overview', {})).toMatchObject({ ok: false, error: { code: 'closed' } });
  await expect(place.switchTo(root)).rejects.toMatchObject({ code: 'closed' });
});

test('restores a backup into a folder of its own and switches to it', async () => {
  const root = await makeFolder();
  const [folder, restored] = [join(root, 'library'), join(root, 'restored')];
  await makeLibrary(folder, 2, onFinished);
  // The picture of a library is its reader's; here the whole folder does.
  const backups: Backups = {
    ...plainBackups,
    restoreBackup: async ({ folder: target }) => {
      await cp(folder, target, { recursive: true, filter: (name) => !name.endsWith('lock') });
    },
  };
  const { place, count, remembered } = await openPlaceForTest({ folder: join(root, 'empty'), backups }, onFinished);
  await expect(place.restoreFrom(join(root, 'backup'), folder)).rejects.toMatchObject({ code: 'invalid-input' });
  expect(await place.restoreFrom(join(root, 'backup'), restored)).toMatchObject({ folder: restored, state: 'open' });
  expect(await count()).toBe(2);
  expect(remembered).toEqual([restored]);
});

test('keeps its library when a backup cannot be restored', async () => {
  const root = await makeFolder();
  const backups: Backups = {
    ...plainBackups,
    restoreBackup: async () => {
      throw new Error('The backup is damaged.');
    },
  };
  const { place, events } = await openPlaceForTest({ folder: join(root, 'library'), backups }, onFinished);
  await expect(place.restoreFrom(join(root, 'backup'), join(root, 'new'))).rejects.toThrow('is damaged');
  expect(place.get()).toMatchObject({ folder: join(root, 'library'), state: 'open', task: null });
  expect(events.at(-1)).toMatchObject({ kind: 'place', place: { task: null }, reload: false });
});

test('does nothing else while a backup is downloaded, and goes on when that is over or broken off', async () => {
  const root = await makeFolder();
  await mkdir(join(root, 'new'));
  const { place } = await openPlaceForTest({ folder: join(root, 'library') }, onFinished);
  const stream = await place.streamBackup();
  await expect(place.switchTo(join(root, 'new'))).rejects.toMatchObject({ code: 'busy' });
  expect(await text(stream)).toContain('library.json');
  await expect
    .poll(async () => place.switchTo(join(root, 'new')).catch(() => undefined))
    .toMatchObject({ state: 'open' });
  (await place.streamBackup()).destroy();
  await expect
    .poll(async () => place.switchTo(join(root, 'library')).catch(() => undefined))
    .toMatchObject({ folder: join(root, 'library') });
  expect(existsSync(join(root, 'library', 'library.json'))).toBe(true);
});

test('moves the library, goes on there, and leaves nothing behind', async () => {
  const root = await makeFolder();
  const [folder, target] = [join(root, 'library'), join(root, 'new/place')];
  const { place, count, importText, remembered, events } = await openPlaceForTest({ folder }, onFinished);
  await importText(1, 2);
  expect(await place.moveTo(target)).toMatchObject({ folder: target, state: 'open', task: null });
  expect(await count()).toBe(2);
  await importText(3);
  expect(await count()).toBe(3);
  expect(remembered).toEqual([target]);
  expect(existsSync(folder)).toBe(false);
  expect(events.filter((event) => event.kind === 'place' && event.reload)).toHaveLength(1);
});

test('copies the library and stays where it is', async () => {
  const root = await makeFolder();
  const [folder, target] = [join(root, 'library'), join(root, 'copy')];
  const { place, importText, count, remembered } = await openPlaceForTest({ folder }, onFinished);
  await importText(1, 2);
  expect(await place.copyTo(target)).toMatchObject({ folder, state: 'open' });
  await importText(3);
  expect([await count(), remembered]).toEqual([3, []]);
  expect(await place.switchTo(target)).toMatchObject({ folder: target });
  expect(await count()).toBe(2);
});

test('does not move a library that it does not hold', async () => {
  const root = await makeFolder();
  const other = await openReader({ directory: join(root, 'library') });
  const { place } = await openPlaceForTest({ folder: join(root, 'library') }, onFinished);
  await expect(place.moveTo(join(root, 'new'))).rejects.toMatchObject({ code: 'locked' });
  await expect(place.copyTo(join(root, 'new'))).rejects.toMatchObject({ code: 'locked' });
  expect(existsSync(join(root, 'new'))).toBe(false);
  await other.close();
});
