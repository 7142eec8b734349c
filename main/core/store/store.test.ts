import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { defaultSettings } from '../../../shared/settings.ts';
import type { Codec } from './load.ts';
import { openSettings } from './settings-file.ts';
import { openStore } from './store.ts';
import { makeTestFolder } from './test-folder.ts';

const codec: Codec<object, object> = {
  empty: () => ({}),
  apply: () => undefined,
  toChunks: () => [],
  fromChunks: () => ({}),
};

async function open(folder: string, notices: string[] = []) {
  const store = await openStore({ folder, clock: () => 1, codec, notice: (line) => notices.push(line) });
  try {
    await store.adapter.read();
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

describe('the folder of a library', () => {
  test('is made where it is missing, for this user only', async () => {
    const folder = join(await makeTestFolder(onTestFinished), 'deep', 'library');
    await (await open(folder)).close();
    const modes = await Promise.all(
      ['', 'originals', 'catalogue', 'library.json'].map(async (name) => (await stat(join(folder, name))).mode & 0o777),
    );
    expect(modes).toEqual([0o700, 0o700, 0o700, 0o600]);
  });

  test('of a newer version is refused and left as it is', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const text = '{"format":2,"shards":[]}';
    await writeFile(join(folder, 'library.json'), text);
    await expect(open(folder)).rejects.toMatchObject({ code: 'newer-format' });
    expect(await readFile(join(folder, 'library.json'), 'utf8')).toBe(text);
  });

  test.each([
    { what: 'lost', spoil: (path: string) => rm(path) },
    { what: 'damaged', spoil: (path: string) => writeFile(path, '{"form') },
  ])('is known by its snapshots when library.json is $what', async ({ spoil }) => {
    const folder = await makeTestFolder(onTestFinished);
    await (await open(folder)).close();
    const [journal] = await readdir(join(folder, 'journal'));
    await spoil(join(folder, 'library.json'));
    const notices: string[] = [];
    await (await open(folder, notices)).close();
    expect(notices).toEqual([expect.stringContaining('library.json')]);
    expect(await readdir(join(folder, 'journal'))).toEqual([journal]);
  });

  test('that lost catalogue and journal is damaged, not new', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const store = await open(folder);
    await store.bodies.write('a-0', [{ a: 1 }]);
    await store.close();
    for (const name of ['library.json', 'catalogue', 'journal']) await rm(join(folder, name), { recursive: true });
    await expect(open(folder)).rejects.toMatchObject({ code: 'damaged' });
  });

  test('that lost its catalogue before anything was imported is damaged, not new', async () => {
    const folder = await makeTestFolder(onTestFinished);
    await (await open(folder)).close();
    await rm(join(folder, 'catalogue'), { recursive: true });
    await expect(open(folder)).rejects.toMatchObject({ code: 'damaged' });
  });

  test('is cleared of what a crash left half written', async () => {
    const folder = await makeTestFolder(onTestFinished);
    await (await open(folder)).close();
    for (const name of ['settings.json.00.tmp', 'bodies/a-0.pack.00.tmp', 'catalogue/000000000001.snapshot.00.tmp']) {
      await writeFile(join(folder, name), 'half');
    }
    await (await open(folder)).close();
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
  test('are kept, and a patch leaves the others alone', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const settings = await openSettings(folder, () => undefined);
    await settings.set({ density: 'compact' });
    await Promise.all([settings.set({ sidebarWidth: 300 }), settings.set({ sort: 'title' })]);
    const reopened = await openSettings(folder, () => undefined);
    expect(reopened.get()).toEqual({ ...defaultSettings, density: 'compact', sidebarWidth: 300, sort: 'title' });
  });

  test.each(['', '{"sidebar', '[]', 'null', '"x"'])('that read %j are defaults, and the file is kept', async (text) => {
    const folder = await makeTestFolder(onTestFinished);
    await writeFile(join(folder, 'settings.json'), text);
    const notices: string[] = [];
    const settings = await openSettings(folder, (line) => notices.push(line));
    expect(settings.get()).toEqual(defaultSettings);
    expect(notices).toHaveLength(1);
    const [kept = ''] = await readdir(join(folder, 'damaged'));
    expect(await readFile(join(folder, 'damaged', kept), 'utf8')).toBe(text);
  });

  test('of a newer version keep what is known of them', async () => {
    const folder = await makeTestFolder(onTestFinished);
    await writeFile(join(folder, 'settings.json'), '{"density":"compact","face":"serif","listWidth":99999}');
    const settings = await openSettings(folder, () => undefined);
    expect(settings.get()).toEqual({ ...defaultSettings, density: 'compact' });
  });

  test('that cannot be written are refused and stay as they are', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const settings = await openSettings(join(folder, 'gone'), () => undefined);
    await expect(settings.set({ density: 'compact' })).rejects.toMatchObject({ code: 'unwritable' });
    expect(settings.get()).toEqual(defaultSettings);
    await mkdir(join(folder, 'gone'));
    expect((await settings.set({ density: 'compact' })).density).toBe('compact');
  });
});
