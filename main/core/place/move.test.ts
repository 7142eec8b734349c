import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openReader, type Reader } from '../reader.ts';
import { makeTestFolder } from '../store/test-folder.ts';
import { copyLibrary } from './copy.ts';
import { moveLibrary, type MoveJob } from './move.ts';
import { makeLibrary, readFolder } from './test-place.ts';
import { createRemember, findWhere } from './where.ts';

const articles = 3;

/** Made once: an import starts a thread of its own. */
let model = '';
const clears: (() => Promise<void>)[] = [];
beforeAll(async () => {
  model = join(await makeTestFolder((clear) => clears.push(clear)), 'library');
  await makeLibrary(model, articles, (close) => clears.unshift(close));
});
afterAll(async () => {
  for (const clear of clears) await clear();
});

/** A closed library of three articles in `root/old`, remembered, and what a move of it to `root/new` takes. */
async function prepare() {
  const root = await makeTestFolder(onTestFinished);
  const [source, target] = [join(root, 'old'), join(root, 'new')];
  await cp(model, source, { recursive: true });
  const remember = createRemember(surroundingsIn(root));
  await remember(source);
  let reader: Reader | undefined;
  onTestFinished(async () => reader?.close());
  const job: MoveJob = {
    source,
    target,
    onProgress: () => undefined,
    signal: new AbortController().signal,
    clock: Date.now,
    log: (line) => expect.unreachable(line),
    remember,
    open: async () => {
      reader = await openReader({ directory: target });
    },
  };
  return { root, source, target, job, before: await readFolder(source), close: async () => reader?.close() };
}

function surroundingsIn(root: string) {
  return { platform: 'linux', environment: { XDG_CONFIG_HOME: join(root, 'config') }, home: root } as const;
}

function isNoLock(name: string): boolean {
  return !/[\\/]lock$/.test(name);
}

async function fail(): Promise<never> {
  throw new Error('It fell over.');
}

/** How many articles of the library at a folder can be read in full. */
async function countReadable(directory: string): Promise<number> {
  const reader = await openReader({ directory, log: (line) => expect.unreachable(line) });
  try {
    const replies = await Promise.all((await reader.list()).map(({ id }) => reader.call('articles.get', { id })));
    return replies.filter(({ ok }) => ok).length;
  } finally {
    await reader.close();
  }
}

test.skipIf(process.platform === 'win32')(
  'leaves a whole library in the folder that is remembered, wherever a crash stops it',
  async () => {
    const { root, job } = await prepare();
    const pictures = await makeTestFolder(onTestFinished);
    let taken = 0;
    // What a crash leaves is what is on disk then. The file `lock` must not be opened while it is held.
    const onStep = async (): Promise<void> => {
      await cp(root, join(pictures, String((taken += 1))), { recursive: true, filter: isNoLock });
    };
    await moveLibrary({ ...job, onStep });
    expect(taken).toBeGreaterThan(20);
    const folders = new Set<string>();
    for (let number = 1; number <= taken; number += 1) {
      const picture = join(pictures, String(number));
      const { folder } = await findWhere({ surroundings: surroundingsIn(picture) });
      folders.add(relative(root, folder));
      expect(await countReadable(join(picture, relative(root, folder)))).toBe(articles);
      await rm(picture, { recursive: true });
    }
    expect([...folders]).toEqual(['old', 'new']);
  },
);

test('removes what it moved, and nothing else', async () => {
  const { source, target, job, close } = await prepare();
  await writeFile(join(source, 'originals', 'half.1234.tmp'), 'half');
  await moveLibrary(job);
  expect([...(await readFolder(source)).keys()]).toEqual([join('originals', 'half.1234.tmp')]);
  await close();
  expect(await countReadable(target)).toBe(articles);
});

test('removes no file that was changed after it was copied', async () => {
  const { source, job } = await prepare();
  const open = async (): Promise<void> => {
    await job.open();
    await writeFile(join(source, 'settings.json'), 'changed behind our back');
  };
  await writeFile(join(source, 'settings.json'), '{}');
  await moveLibrary({ ...job, open });
  expect([...(await readFolder(source)).keys()]).toEqual(['settings.json']);
});

test('stays where it is when the library cannot be opened in its new folder', async () => {
  const { root, source, job, before } = await prepare();
  await expect(moveLibrary({ ...job, open: fail })).rejects.toThrow(`It fell over. The library stays in ${source}`);
  expect(await readFolder(source)).toEqual(before);
  expect(await findWhere({ surroundings: surroundingsIn(root) })).toMatchObject({ folder: source });
  expect(await countReadable(source)).toBe(articles);
});

test('stays where it is, and leaves no copy, when the new folder cannot be remembered', async () => {
  const { source, target, job, before } = await prepare();
  await expect(moveLibrary({ ...job, remember: fail })).rejects.toThrow('It fell over.');
  expect(await readFolder(source)).toEqual(before);
  expect(await readdir(target)).toEqual([]);
});

test('finds a copy that is not what was written, and leaves nothing of it', async () => {
  const { source, target, job, before } = await prepare();
  let steps = 0;
  const onStep = async (): Promise<void> => {
    steps += 1;
    if (steps !== 3) return;
    for (const name of (await readFolder(target)).keys()) await truncate(join(target, name), 1);
  };
  await expect(moveLibrary({ ...job, onStep })).rejects.toMatchObject({
    code: 'unwritable',
    message: expect.stringContaining('is not what was written'),
  });
  expect(await readFolder(source)).toEqual(before);
  expect(await readdir(target)).toEqual([]);
});

test('leaves nothing of a copy that was broken off', async () => {
  const { source, target, job, before } = await prepare();
  const stopping = new AbortController();
  const onProgress = (): void => stopping.abort(new Error('stopped'));
  await expect(moveLibrary({ ...job, onProgress, signal: stopping.signal })).rejects.toThrow('stopped');
  expect(await readFolder(source)).toEqual(before);
  expect(await readdir(target)).toEqual([]);
});

test.skipIf(process.platform === 'win32')('says so where there is not enough room, and begins nothing', async () => {
  const { source, target, job } = await prepare();
  await writeFile(join(source, 'originals/sparse'), '');
  await truncate(join(source, 'originals/sparse'), 15e12);
  await expect(moveLibrary(job)).rejects.toMatchObject({
    code: 'unwritable',
    message: expect.stringMatching(
      /There is not enough room in .*: the library takes 15 TB, and [\d.]+ [kMGT]B are free\./,
    ),
  });
  expect(existsSync(target)).toBe(false);
});

test('counts every byte once', async () => {
  const { job, before } = await prepare();
  const said: (readonly [number, number])[] = [];
  await copyLibrary({ ...job, onProgress: (done, total) => said.push([done, total]) });
  const total = [...before.values()].reduce((sum, content) => sum + Buffer.from(content, 'base64').length, 0);
  expect(said.at(-1)).toEqual([total, total]);
  expect(said.map(([done]) => done).toSorted((one, other) => one - other)).toEqual(said.map(([done]) => done));
});

test.each(['old', 'old/below', 'old/../old/originals', 'full', '.'])('does not go to %s', async (name) => {
  const { root, source, job, before } = await prepare();
  await mkdir(join(root, 'full'));
  await writeFile(join(root, 'full/letter.txt'), 'Dear Ann');
  await expect(moveLibrary({ ...job, target: join(root, name) })).rejects.toMatchObject({ code: 'invalid-input' });
  expect(await readFolder(source)).toEqual(before);
  expect(await readdir(join(root, 'full'))).toEqual(['letter.txt']);
});

test.skipIf(process.platform === 'win32')('does not go into itself through a link', async () => {
  const { root, source, job } = await prepare();
  await symlink(source, join(root, 'link'));
  await expect(moveLibrary({ ...job, target: join(root, 'link/below') })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  expect(existsSync(join(source, 'below'))).toBe(false);
});

test('begins anew over what a crash left of an earlier copy', async () => {
  const { target, job, close } = await prepare();
  await mkdir(join(target, 'broadsheet-copy.partial/bodies'), { recursive: true });
  await writeFile(join(target, 'broadsheet-copy.partial/bodies/half.pack'), 'half');
  await moveLibrary(job);
  await close();
  expect(await countReadable(target)).toBe(articles);
  expect(existsSync(join(target, 'broadsheet-copy.partial'))).toBe(false);
});

test('is not copied while another process has it', async () => {
  const { source, target, job } = await prepare();
  const other = await openReader({ directory: source });
  await expect(moveLibrary(job)).rejects.toMatchObject({ code: 'locked' });
  expect(existsSync(target)).toBe(false);
  await other.close();
});

test('keeps the library`s id in the copy', async () => {
  const { source, target, job } = await prepare();
  await copyLibrary(job);
  expect(await readFile(join(target, 'library.json'), 'utf8')).toBe(
    await readFile(join(source, 'library.json'), 'utf8'),
  );
});
