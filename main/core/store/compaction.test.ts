import { expect, test } from 'vitest';
import { createCompaction } from './compaction.ts';
import { createFaultDisk } from './faults/fault-disk.ts';
import { findManifests, readManifest } from './manifest.ts';
import { readPart } from './parts.ts';
import { numbersCodec, type Numbers } from './test-numbers.ts';

const catalogue = '/catalogue';

function make(count: number) {
  const faults = createFaultDisk();
  faults.putFolder(catalogue);
  const { disk } = faults;
  const numbers = numbersCodec.empty();
  const add = (value: number): void => numbersCodec.apply(numbers, { add: value }, value);
  for (let value = 1; value <= count; value += 1) add(value);
  const compaction = createCompaction({ disk, catalogue, codec: numbersCodec }, []);
  const write = (sequence: number, document: Numbers = numbers): Promise<void> =>
    compaction.write(document, { library: 'library', device: 'device', sequence, time: [sequence, 0] });
  /** The numbers as a generation holds them. */
  async function read(sequence: number): Promise<readonly number[]> {
    const parts = (await readManifest(disk, catalogue, sequence))?.parts ?? [];
    const reads = await Promise.all(parts.map((ref) => readPart(disk, catalogue, ref)));
    return numbersCodec.fromParts(
      reads.map((part) => ({
        key: part.ref.key,
        value: 'content' in part ? JSON.parse(part.content.toString()) : part,
      })),
    ).list;
  }
  /** Files that were made by some work, but for their temporary ends. */
  async function madeBy(work: () => Promise<unknown>): Promise<readonly string[]> {
    const before = faults.log().length;
    await work();
    const made = faults
      .log()
      .slice(before)
      .filter(({ kind }) => kind === 'make');
    return made.map(({ path }) => path.split('/').at(-1)?.split('.')[0] ?? '');
  }
  return { ...faults, numbers, add, compaction, write, read, madeBy };
}

test('writes only the parts that changed, and all of them after that is distrusted', async () => {
  const { add, write, read, madeBy, compaction } = make(9);
  expect(await madeBy(() => write(9))).toEqual([
    'head',
    'numbers-0000',
    'numbers-0001',
    'numbers-0002',
    '000000000009',
  ]);
  add(10);
  expect(await madeBy(() => write(10))).toEqual(['numbers-0002', '000000000010']);
  expect(await read(10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(await read(9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  compaction.distrust();
  expect(await madeBy(() => write(11))).toHaveLength(5);
});

test('keeps what changed for the next generation when one fails at any operation', async () => {
  const counted = make(9);
  await counted.write(9);
  counted.add(10);
  const before = counted.operations();
  await counted.write(10);
  const operations = counted.operations() - before;
  for (let nth = 1; nth <= operations; nth += 1) {
    const { add, write, read, failNext, operations: done } = make(9);
    await write(9);
    add(10);
    const failAt = done() + nth;
    failNext({ on: ({ number }) => number === failAt, code: 'ENOSPC' });
    // The disk may fail where nothing hangs on it any more.
    await write(10).catch(() => undefined);
    add(11);
    await write(11);
    expect(await read(11), `operation ${nth} failed`).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(await read(9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  }
});

test('holds the document as it was at the call, whatever is changed while it is written', async () => {
  const { add, write, read } = make(9);
  const writing = write(9);
  for (let value = 10; value <= 20; value += 1) {
    add(value);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await writing;
  expect(await read(9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  await write(20);
  expect(await read(20)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test('removes old generations and parts that none names; every kept generation stays whole', async () => {
  const { add, write, read, compaction, disk, put, files } = make(3);
  put(`${catalogue}/numbers-0000.00000000000000aa.json`, 'a stray');
  put(`${catalogue}/notes.txt`, 'not ours');
  for (let value = 4; value <= 12; value += 1) {
    add(value);
    await write(value);
    await compaction.clear();
    const kept = await findManifests(disk, catalogue);
    expect(kept.length).toBeLessThanOrEqual(3);
    for (const sequence of kept) expect(await read(sequence)).toHaveLength(sequence);
    const named = new Set<string>();
    for (const sequence of kept) {
      for (const { file } of (await readManifest(disk, catalogue, sequence))?.parts ?? []) named.add(file);
    }
    const there = [...files().keys()].filter((path) => /\.[0-9a-f]{16}\.json$/.test(path));
    expect(there.map((path) => path.split('/').at(-1) ?? '').toSorted()).toEqual([...named].toSorted());
  }
  expect(await findManifests(disk, catalogue)).toEqual([12, 11, 10]);
  expect(files().has(`${catalogue}/notes.txt`)).toBe(true);
});

test('never leaves a kept generation without a part when the world stops while it clears', async () => {
  for (let stop = 1; ; stop += 1) {
    const { add, write, compaction, stopAt, isStopped, operations, crash } = make(3);
    for (let value = 4; value <= 8; value += 1) {
      add(value);
      await write(value);
    }
    stopAt(operations() + stop, 'after');
    await compaction.clear().catch(() => undefined);
    if (!isStopped()) break;
    for (const kind of ['kill', 'power'] as const) {
      const { disk } = crash(kind, (bound) => bound - 1);
      for (const sequence of (await findManifests(disk, catalogue)).slice(0, 3)) {
        for (const ref of (await readManifest(disk, catalogue, sequence))?.parts ?? []) {
          expect(await readPart(disk, catalogue, ref), `${kind} at ${stop}`).toHaveProperty('content');
        }
      }
    }
  }
});
