import { Low } from 'lowdb';
import { cp, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findGenerations, generationPath } from './generations.ts';
import type { Codec } from './load.ts';
import { openStore } from './store.ts';
import { makeTestFolder } from './test-folder.ts';

/** Hundreds of libraries are opened and closed, each with its syncs. */
const slow = { timeout: 180_000 };

type Numbers = number[];
type Add = { readonly add: number };

/** The smallest document there is: a list of numbers. */
const codec: Codec<Numbers, Add> = {
  empty: () => [],
  apply: (document, { add }) => void document.push(add),
  toChunks: (document) => {
    const copy = [...document];
    return copy.map((value) => JSON.stringify({ value }));
  },
  fromChunks: (chunks) => chunks.map((chunk) => (chunk as { value: number }).value),
};

async function open(folder: string) {
  const notices: string[] = [];
  const store = await openStore({ folder, clock: () => 1, codec, notice: (line) => notices.push(line) });
  const low = new Low(store.adapter, { document: [] as Numbers, pending: [] as Add[] });
  try {
    await low.read();
  } catch (error) {
    await store.close();
    throw error;
  }
  const add = (value: number): Promise<void> => low.update(({ pending }) => void pending.push({ add: value }));
  return { store, low, notices, add, compact: () => store.adapter.compact(low.data.document) };
}

async function readNumbers(folder: string): Promise<{ numbers: Numbers; notices: string[] }> {
  const { store, low, notices } = await open(folder);
  await store.close();
  return { numbers: low.data.document, notices };
}

/** Numbers 1 to 8 in four generations (of which three are kept), 9 and 10 in the journal. */
async function makeLibrary(): Promise<string> {
  const folder = await makeTestFolder(onTestFinished);
  const { store, add, compact } = await open(folder);
  for (let value = 1; value <= 8; value += 1) {
    await add(value);
    if (value % 2 === 0) await compact();
  }
  await add(9);
  await add(10);
  await store.close();
  return folder;
}

const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

async function damage(path: string, index: number): Promise<void> {
  const bytes = await readFile(path);
  bytes[index] = (bytes[index] ?? 0) ^ 0x01;
  await writeFile(path, bytes);
}

describe('a library on disk', () => {
  test('is what it was in memory', async () => {
    const folder = await makeLibrary();
    expect(await readNumbers(folder)).toEqual({ numbers: all, notices: [] });
  });

  test('keeps three generations and the journals between them', async () => {
    const folder = await makeLibrary();
    expect(await findGenerations(join(folder, 'catalogue'))).toEqual([8, 6, 4]);
    expect((await readdir(join(folder, 'journal'))).toSorted()).toEqual([
      expect.stringMatching(/^\w+\.ndjson$/),
      expect.stringMatching(/^\w+\.upto-6\.ndjson$/),
      expect.stringMatching(/^\w+\.upto-8\.ndjson$/),
    ]);
  });

  test('does not put a change in memory that could not be written', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const { store, low, add } = await open(folder);
    await add(1);
    await store.adapter.close();
    await expect(add(2)).rejects.toMatchObject({ code: 'unwritable' });
    expect(low.data).toEqual({ document: [1], pending: [] });
    await store.close();
  });

  test('can be changed while a snapshot is written', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const { store, add, compact } = await open(folder);
    const numbers = Array.from({ length: 50 }, (_, index) => index);
    for (const value of numbers.slice(0, 25)) await add(value);
    const compacted = compact();
    for (const value of numbers.slice(25)) await add(value);
    await compacted;
    await store.close();
    expect(await readNumbers(folder)).toEqual({ numbers, notices: [] });
  });
});

describe('damaged snapshots', () => {
  test('cost nothing, whichever byte of the newest is damaged', slow, async () => {
    const made = await makeLibrary();
    const { length } = await readFile(generationPath(join(made, 'catalogue'), 8));
    for (let index = 0; index < length; index += 1) {
      const folder = await makeTestFolder(onTestFinished);
      await cp(made, folder, { recursive: true });
      await damage(generationPath(join(folder, 'catalogue'), 8), index);
      const { numbers, notices } = await readNumbers(folder);
      expect(numbers, `byte ${index}`).toEqual(all);
      expect(notices, `byte ${index}`).toEqual([expect.stringContaining('damaged')]);
      expect(await readdir(join(folder, 'damaged'))).toHaveLength(1);
    }
  });

  test('cost nothing when two of three are damaged, and are healed', async () => {
    const folder = await makeLibrary();
    for (const sequence of [8, 6]) await damage(generationPath(join(folder, 'catalogue'), sequence), 30);
    expect(await readNumbers(folder)).toMatchObject({
      numbers: all,
      notices: [expect.any(String), expect.any(String)],
    });
    expect(await findGenerations(join(folder, 'catalogue'))).toEqual([10, 4]);
    expect(await readNumbers(folder)).toEqual({ numbers: all, notices: [] });
  });

  test('are never answered with an empty library', async () => {
    const folder = await makeLibrary();
    for (const sequence of [8, 6, 4]) await truncate(generationPath(join(folder, 'catalogue'), sequence), 10);
    const before = await readdir(folder, { recursive: true });
    await expect(readNumbers(folder)).rejects.toMatchObject({ code: 'damaged' });
    expect((await readdir(folder, { recursive: true })).toSorted()).toEqual(before.toSorted());
  });

  test('are made up for by a journal that goes back to the beginning', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const { store, add } = await open(folder);
    for (const value of [1, 2, 3]) await add(value);
    await store.close();
    await damage(generationPath(join(folder, 'catalogue'), 0), 5);
    expect(await readNumbers(folder)).toMatchObject({ numbers: [1, 2, 3] });
    expect(await readNumbers(folder)).toEqual({ numbers: [1, 2, 3], notices: [] });
  });
});

async function makeJournal() {
  const folder = await makeTestFolder(onTestFinished);
  const { store, add } = await open(folder);
  for (const value of [1, 2, 3]) await add(value);
  await store.close();
  const [name = ''] = await readdir(join(folder, 'journal'));
  return { folder, name, bytes: await readFile(join(folder, 'journal', name)) };
}

async function withJournal(made: { folder: string; name: string }, bytes: Buffer): Promise<string> {
  const folder = await makeTestFolder(onTestFinished);
  await cp(made.folder, folder, { recursive: true });
  await writeFile(join(folder, 'journal', made.name), bytes);
  return folder;
}

describe('a damaged journal', () => {
  test('costs at most the damaged line, is said, kept aside and said only once', slow, async () => {
    const made = await makeJournal();
    for (let index = 0; index < made.bytes.length; index += 1) {
      const bytes = Buffer.from(made.bytes);
      bytes[index] = (bytes[index] ?? 0) ^ 0x04;
      const folder = await withJournal(made, bytes);
      const first = await readNumbers(folder);
      expect(first.numbers.length, `byte ${index}`).toBeGreaterThanOrEqual(2);
      expect(first.notices.length, `byte ${index}`).toBeGreaterThan(0);
      const [kept = ''] = await readdir(join(folder, 'damaged'));
      expect(await readFile(join(folder, 'damaged', kept))).toEqual(bytes);
      expect(await readNumbers(folder)).toEqual({ numbers: first.numbers, notices: [] });
    }
  });

  test('that a crash cut at any byte opens with every whole line', slow, async () => {
    const made = await makeJournal();
    const ends = [...made.bytes.toString('latin1').matchAll(/\}\n/g)].map((match) => match.index + 1);
    for (let length = 0; length < made.bytes.length; length += 1) {
      const folder = await withJournal(made, made.bytes.subarray(0, length));
      const { store, low, add } = await open(folder);
      const whole = ends.filter((end) => end <= length).length;
      expect(low.data.document, `${length} bytes`).toEqual([1, 2, 3].slice(0, whole));
      await add(99);
      await store.close();
      expect((await readNumbers(folder)).numbers).toEqual([...[1, 2, 3].slice(0, whole), 99]);
    }
  });

  test('of which nothing can be read is not answered with an empty library', async () => {
    const made = await makeJournal();
    const folder = await withJournal(made, Buffer.alloc(made.bytes.length));
    await expect(readNumbers(folder)).rejects.toMatchObject({ code: 'damaged' });
    expect(await readFile(join(folder, 'journal', made.name))).toEqual(Buffer.alloc(made.bytes.length));
  });
});
