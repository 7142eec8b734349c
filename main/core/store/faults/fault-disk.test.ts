import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { realDisk, type Disk } from '../disk.ts';
import { makeTestFolder } from '../test-folder.ts';
import { toPath } from './disk-in-memory.ts';
import { createFaultDisk } from './fault-disk.ts';
import { createSeededChooser } from './seeded.ts';
import { doSteps, type Step } from './test-histories.ts';

const anyPath = fc.constantFrom('/a', '/b', '/c', '/a/x', '/b/x', '/a/x/z');
const place = fc.nat({ max: 1500 });

/** Steps as they come, with enough of the ones that make something for the others to find it. */
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('make', 'make', 'change', 'read'),
      path: anyPath,
      writes: fc.constantFrom('durably', undefined),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('write', 'write', 'writeDurably'),
      at: place,
      length: fc.nat({ max: 700 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('truncate'), length: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('readBack'), at: place, length: place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('sync', 'datasync', 'size', 'close') }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('readFile', 'list', 'find', 'makeFolder', 'makeFolder', 'remove', 'syncFolder'),
      path: anyPath,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('rename'), path: anyPath, to: anyPath }) },
);
/** So that there is something to work on: folders within folders, an empty one, and files. */
const setup: readonly Step[] = [
  { kind: 'makeFolder', path: '/a' },
  { kind: 'makeFolder', path: '/a/x' },
  { kind: 'makeFolder', path: '/b' },
  { kind: 'make', path: '/c' },
  { kind: 'write', at: 0, length: 100 },
];
const steps = fc
  .tuple(fc.integer({ min: 0, max: setup.length }), fc.array(step, { maxLength: 40, size: 'max' }))
  .map(([ready, more]) => setup.slice(0, ready).concat(more));

/** Other systems refuse the same, but for reasons of their own. */
const isSameRefusal = process.platform === 'linux';

function withoutReasons(outcomes: readonly unknown[]): readonly unknown[] {
  return outcomes.map((outcome) => (!isSameRefusal && /^E[A-Z_]+$/.test(String(outcome)) ? 'refused' : outcome));
}

/** Windows alone keeps an open file from being renamed or removed. */
test.skipIf(process.platform === 'win32')(
  'does what the real disk does, and refuses what it refuses',
  async () => {
    const root = await makeTestFolder(onTestFinished);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        count += 1;
        const real = join(root, `real-${count}`);
        await mkdir(real);
        const inMemory = createFaultDisk();
        inMemory.putFolder('/library');
        const outcomes = await doSteps(inMemory.disk, '/library', history);
        expect(withoutReasons(outcomes)).toEqual(withoutReasons(await doSteps(realDisk, real, history)));
        const copied = createFaultDisk();
        await copied.fromFolder(real, '/library');
        expect(inMemory.files()).toEqual(copied.files());
        expect(inMemory.openFiles()).toBe(0);
      }),
      { numRuns: 250 },
    );
  },
  60_000,
);

test('words an error as Node does', async () => {
  const { disk, put } = createFaultDisk();
  put('/folder/file', 'x');
  await expect(disk.open('/x', 'read')).rejects.toMatchObject({
    code: 'ENOENT',
    message: "ENOENT: no such file or directory, open '/x'",
  });
  await expect(disk.rename('/x', '/y')).rejects.toThrow("ENOENT: no such file or directory, rename '/x' -> '/y'");
  await expect(disk.open('/folder/file', 'make')).rejects.toThrow("EEXIST: file already exists, open '/folder/file'");
  await expect(disk.list('library')).rejects.toThrow('absolute paths only');
});

test('keeps a second disk apart from the first, whatever both do afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(steps, steps, steps, fc.nat(), async (before, here, there, seed) => {
      const first = createFaultDisk();
      await doSteps(first.disk, '', before);
      const second = first.clone();
      await doSteps(first.disk, '', here);
      await doSteps(second.disk, '', there);
      for (const [disk, after] of [
        [first, here],
        [second, there],
      ] as const) {
        const alone = createFaultDisk();
        await doSteps(alone.disk, '', before);
        await doSteps(alone.disk, '', after);
        expect(disk.files()).toEqual(alone.files());
        const found = disk.crash('power', createSeededChooser(seed)).files();
        expect(found).toEqual(alone.crash('power', createSeededChooser(seed)).files());
      }
    }),
    { numRuns: 150 },
  );
});

/** Makes all that a process sees below a folder durable. */
async function syncAll(disk: Disk, folder: string): Promise<void> {
  for (const name of await disk.list(folder)) {
    const at = posix.join(folder, name);
    if ((await disk.find(at))?.kind === 'folder') await syncAll(disk, at);
    else {
      const file = await disk.open(at, 'change');
      await file.sync();
      await file.close();
    }
  }
  await disk.syncFolder(folder);
}

test('finds all where all is kept, something whole whatever is lost, and all again once everything is synced', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(), async (history, seed) => {
      const whole = createFaultDisk();
      await doSteps(whole.disk, '', history);
      expect(whole.crash('power', () => 1).files()).toEqual(whole.files());
      const choose = createSeededChooser(seed);
      for (let turn = 0; turn < 3; turn += 1) {
        const found = whole.crash('power', choose);
        expect(found.crash('power').files()).toEqual(found.files());
        await doSteps(found.disk, '', history);
        await syncAll(found.disk, '/');
        expect(found.crash('power', choose).files()).toEqual(found.files());
      }
    }),
    { numRuns: 150 },
  );
});

test('takes paths as the path functions of Windows write them there', () => {
  expect(toPath('C:\\library\\journal\\', 'win32')).toBe('/library/journal');
  expect(toPath('\\library', 'win32')).toBe('/library');
  expect(toPath('/library/../a\\b', 'linux')).toBe('/a\\b');
});

test('goes on working with an open file whose name is gone', async () => {
  const { disk, put, files } = createFaultDisk();
  put('/a', 'old');
  const file = await disk.open('/a', 'change');
  await disk.rename('/a', '/b');
  await file.write(Buffer.from('new'), 0);
  expect(files().get('/b')?.toString()).toBe('new');
  await disk.remove('/b');
  const into = Buffer.alloc(3);
  expect(await file.read(into, 0)).toBe(3);
  await file.close();
  await expect(file.read(into, 0)).rejects.toMatchObject({ code: 'EBADF' });
});

test('settles nothing within the call that asks for it, and lets timers through while it is busy', async () => {
  const { disk } = createFaultDisk();
  const seen: string[] = [];
  setImmediate(() => seen.push('timer'));
  const made = disk.makeFolder('/a').then(() => seen.push('made'));
  seen.push('asked');
  await made;
  for (let index = 0; index < 100; index += 1) await disk.find('/a');
  expect(seen).toEqual(['asked', 'made', 'timer']);
});

test('lets operations that have nothing to do with each other overtake, and no others', async () => {
  const orders = new Set<string>();
  for (let seed = 0; seed < 200; seed += 1) {
    const { disk, log } = createFaultDisk({ reorder: createSeededChooser(seed) });
    await Promise.all([
      disk.makeFolder('/a'),
      disk.makeFolder('/a/x'),
      disk.makeFolder('/b'),
      disk.syncFolder('/'),
      disk.find('/c'),
    ]);
    orders.add(
      log()
        .map(({ path }) => path)
        .join(' '),
    );
  }
  expect(orders).toContain('/a /a/x /b / /c');
  expect(orders).toContain('/b /a /a/x / /c');
  expect(orders).toContain('/a /b /a/x / /c');
  expect(orders.size).toBe(3);
});

test('keeps the order of what is done to one file under two names for it', async () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const { disk, put } = createFaultDisk({ reorder: createSeededChooser(seed) });
    put('/a', 'old');
    const file = await disk.open('/a', 'change');
    await disk.rename('/a', '/b');
    const [, content] = await Promise.all([file.write(Buffer.from('new'), 0), disk.readFile('/b'), disk.find('/c')]);
    expect(content.toString()).toBe('new');
  }
});

test('copies from a real folder and into one', async () => {
  const root = await makeTestFolder(onTestFinished);
  await mkdir(join(root, 'from', 'empty'), { recursive: true });
  await writeFile(join(root, 'from', 'file'), 'text');
  const disk = createFaultDisk();
  await disk.fromFolder(join(root, 'from'), '/library');
  expect(await disk.crash('power').disk.list('/library')).toEqual(expect.arrayContaining(['empty', 'file']));
  disk.put('/library/empty/more', 'more');
  await disk.toFolder(join(root, 'to'), '/library');
  expect(await readFile(join(root, 'to', 'file'), 'utf8')).toBe('text');
  expect(await readFile(join(root, 'to', 'empty', 'more'), 'utf8')).toBe('more');
});

test('damages a file for good', () => {
  const disk = createFaultDisk();
  disk.put('/a', 'abc');
  const before = disk.clone();
  disk.flip('/a', 1, 0x20);
  disk.cut('/a', 2);
  expect(disk.crash('power').files().get('/a')?.toString()).toBe('aB');
  expect(before.files().get('/a')?.toString()).toBe('abc');
});
