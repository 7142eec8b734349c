import { hash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Sha256 } from '../../../shared/model.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import { realDisk } from './disk.ts';
import { sealLine } from './sealed-line.ts';
import { openSettings } from './settings-file.ts';
import type { Texts } from './store.ts';
import { makeTestFolder } from './test-folder.ts';
import { openNumbers, type NumbersOptions } from './test-numbers.ts';

async function open(folder: string, options: Partial<NumbersOptions> = {}) {
  const { store, notices } = await openNumbers({ folder, ...options });
  await store.close();
  return { store, notices };
}

/** The settings of a folder, with what was said about them. */
async function openIn(folder: string, mayWrite = true) {
  const notices: string[] = [];
  const settings = await openSettings({ disk: realDisk, folder, mayWrite, notice: (line) => notices.push(line) });
  return { settings, notices };
}

const dump = Buffer.from('a dump');
const textHash = hash('sha256', dump, 'hex') as Sha256;

/** Every file of a folder, but for who has it open. */
async function readAll(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const found of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(found.parentPath, found.name);
    if (found.isFile() && !found.name.startsWith('lock')) files.set(path, await readFile(path));
  }
  return files;
}

describe('the folder of a library', () => {
  test('is made where it is missing, for this user only', async () => {
    const folder = join(await makeTestFolder(onTestFinished), 'deep', 'library');
    await open(folder);
    const modes = await Promise.all(
      ['', 'originals', 'catalogue', 'library.json'].map(async (name) => (await stat(join(folder, name))).mode & 0o777),
    );
    expect(modes).toEqual([0o700, 0o700, 0o700, 0o600]);
  });

  test('of a newer version is opened for reading and left as it is', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const { store, add } = await openNumbers({ folder });
    await add(1);
    const { library, device } = store.identity;
    await store.close();
    await writeFile(join(folder, 'library.json'), `${sealLine({ format: 3, library, device, shards: [] }).text}\n`);
    const before = await readAll(folder);
    const newer = await openNumbers({ folder });
    expect(newer.list).toEqual([1]);
    expect(newer.store.readOnly).toMatchObject({ code: 'newer-format' });
    await expect(newer.add(2)).rejects.toMatchObject({ code: 'read-only' });
    expect(newer.list).toEqual([1]);
    await newer.store.close();
    expect(await readAll(folder)).toEqual(before);
  });

  test.each([
    { what: 'lost', spoil: (path: string) => rm(path) },
    { what: 'damaged', spoil: (path: string) => writeFile(path, '{"form') },
  ])('is known by its snapshots when library.json is $what', async ({ spoil }) => {
    const folder = await makeTestFolder(onTestFinished);
    await open(folder);
    const identity = (await open(folder)).store.identity;
    await spoil(join(folder, 'library.json'));
    const { notices, store } = await open(folder);
    expect(notices).toEqual([expect.stringContaining('library.json')]);
    expect(store.identity).toEqual(identity);
  });

  test.each([
    { what: 'packs', put: ({ bodies }: Texts) => bodies.write('a-0', [{ a: 1 }]) },
    { what: 'originals', put: ({ originals }: Texts) => originals.put(textHash, dump) },
  ])('that lost catalogue and journal and still has $what is damaged, not new', async ({ put }) => {
    const folder = await makeTestFolder(onTestFinished);
    const { store } = await openNumbers({ folder });
    await put(store);
    await store.close();
    for (const name of ['library.json', 'catalogue', 'journal']) await rm(join(folder, name), { recursive: true });
    const before = await readAll(folder);
    await expect(open(folder)).rejects.toMatchObject({ code: 'damaged' });
    expect(await readAll(folder)).toEqual(before);
    // Where something can be read again from what is left, it is a beginning.
    const { notices } = await open(folder, { rescue: () => ({ changes: [], repairs: [], hasMore: true }) });
    expect(notices.join(' ')).toContain('library.json was missing');
  });

  test('that lost its catalogue before anything was imported is damaged, not new', async () => {
    const folder = await makeTestFolder(onTestFinished);
    await open(folder);
    await rm(join(folder, 'catalogue'), { recursive: true });
    await expect(open(folder)).rejects.toMatchObject({ code: 'damaged' });
  });

  test('is cleared of what a crash left half written', async () => {
    const folder = await makeTestFolder(onTestFinished);
    await open(folder);
    for (const name of [
      'settings.json.00.tmp',
      'bodies/a-0.pack.00.tmp',
      'catalogue/000000000001.manifest.json.00.tmp',
    ]) {
      await writeFile(join(folder, name), 'half');
    }
    await open(folder);
    const names = await readdir(folder, { recursive: true });
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('that cannot be made is said to be unwritable', async () => {
    const folder = await makeTestFolder(onTestFinished);
    await writeFile(join(folder, 'file'), '');
    await expect(open(join(folder, 'file'))).rejects.toMatchObject({ code: 'unwritable' });
  });
});

describe('settings', () => {
  test('of a library that may only be read hold until it is closed, and nothing is written', async () => {
    const folder = await makeTestFolder(onTestFinished);
    await writeFile(join(folder, 'settings.json'), '{"side');
    const { settings, notices } = await openIn(folder, false);
    expect((await settings.set({ density: 'compact' })).density).toBe('compact');
    expect(settings.get().density).toBe('compact');
    expect([await readdir(folder), notices]).toEqual([['settings.json'], []]);
    expect(await readFile(join(folder, 'settings.json'), 'utf8')).toBe('{"side');
  });

  test('are kept, and a patch leaves the others alone', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const { settings } = await openIn(folder);
    await settings.set({ density: 'compact' });
    await Promise.all([settings.set({ sidebarWidth: 300 }), settings.set({ sort: 'title' })]);
    const { settings: reopened } = await openIn(folder);
    expect(reopened.get()).toEqual({ ...defaultSettings, density: 'compact', sidebarWidth: 300, sort: 'title' });
  });

  test.each(['', '{"sidebar', '[]', 'null', '"x"'])('that read %j are defaults, and the file is kept', async (text) => {
    const folder = await makeTestFolder(onTestFinished);
    await writeFile(join(folder, 'settings.json'), text);
    const { settings, notices } = await openIn(folder);
    expect(settings.get()).toEqual(defaultSettings);
    expect(notices).toHaveLength(1);
    const [kept = ''] = await readdir(join(folder, 'damaged'));
    expect(await readFile(join(folder, 'damaged', kept), 'utf8')).toBe(text);
  });

  test('of a newer version keep what is known of them', async () => {
    const folder = await makeTestFolder(onTestFinished);
    await writeFile(join(folder, 'settings.json'), '{"density":"compact","face":"serif","listWidth":99999}');
    const { settings } = await openIn(folder);
    expect(settings.get()).toEqual({ ...defaultSettings, density: 'compact' });
  });

  test('that cannot be written are refused and stay as they are', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const { settings } = await openIn(join(folder, 'gone'));
    await expect(settings.set({ density: 'compact' })).rejects.toMatchObject({ code: 'unwritable' });
    expect(settings.get()).toEqual(defaultSettings);
    await mkdir(join(folder, 'gone'));
    expect((await settings.set({ density: 'compact' })).density).toBe('compact');
  });
});
