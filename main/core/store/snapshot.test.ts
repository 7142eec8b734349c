import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFaultDisk } from './faults/fault-disk.ts';
import { realDisk } from './disk.ts';
import { findManifests } from './manifest.ts';
import { makeTestFolder } from './test-folder.ts';
import { allNumbers, makeNumbers, openNumbers, readNumbers } from './test-numbers.ts';

describe('a library on disk', () => {
  test('is what it was in memory', async () => {
    const folder = await makeTestFolder(onTestFinished);
    await makeNumbers({ folder });
    expect(await readNumbers({ folder })).toEqual({ numbers: allNumbers, notices: [] });
  });

  test('keeps three generations and every journal there ever was', async () => {
    const folder = await makeTestFolder(onTestFinished);
    await makeNumbers({ folder });
    expect(await findManifests(realDisk, join(folder, 'catalogue'))).toEqual([8, 6, 4]);
    expect((await readdir(join(folder, 'journal'))).toSorted()).toEqual([
      expect.stringMatching(/^\w+\.ndjson$/),
      ...[2, 4, 6, 8].map((last) => expect.stringMatching(new RegExp(`^\\w+\\.upto-${last}\\.ndjson$`)) as string),
    ]);
  });

  test('does not put a change in memory that could not be written', async () => {
    const faults = createFaultDisk();
    const { store, list, add } = await openNumbers({ disk: faults.disk, folder: '/library' });
    await add(1);
    faults.failNext({ on: 'datasync', code: 'EIO' });
    await expect(add(2)).rejects.toMatchObject({ code: 'unwritable' });
    expect(list).toEqual([1]);
    await add(3);
    await store.close();
    expect((await readNumbers({ disk: faults.disk, folder: '/library' })).numbers).toEqual([1, 3]);
  });

  test('can be changed while a generation is written', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const { store, add, compact } = await openNumbers({ folder });
    const numbers = Array.from({ length: 50 }, (_, index) => index);
    for (const value of numbers.slice(0, 25)) await add(value);
    const compacted = compact();
    for (const value of numbers.slice(25)) await add(value);
    await compacted;
    await store.close();
    expect(await readNumbers({ folder })).toEqual({ numbers, notices: [] });
  });

  test('knows how far a generation is behind, also by changes that came while it was written', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const { store, add, compact } = await openNumbers({ folder });
    for (const value of [1, 2, 3]) await add(value);
    expect(store.adapter.behind().lines).toBe(3);
    const compacted = compact();
    for (const value of [4, 5]) await add(value);
    await compacted;
    const { lines, bytes } = store.adapter.behind();
    expect(lines).toBe(2);
    expect(bytes).toBeGreaterThan(100);
    await store.close();
    const again = await openNumbers({ folder });
    expect(again.list).toEqual([1, 2, 3, 4, 5]);
    expect(again.store.adapter.behind().lines).toBe(2);
    expect(again.store.adapter.behind().bytes).toBeGreaterThanOrEqual(bytes);
    await again.compact();
    expect(again.store.adapter.behind()).toEqual({ lines: 0, bytes: 0 });
    await again.store.close();
  });

  test('answers an earlier change from the journal, wherever it lies, and not one that is damaged', async () => {
    const { disk, flip, files } = createFaultDisk();
    await makeNumbers({ disk, folder: '/library' });
    const { store } = await openNumbers({ disk, folder: '/library' });
    for (const sequence of allNumbers) expect(await store.adapter.readChange(sequence)).toEqual({ add: sequence });
    const closed = [...files().keys()].find((path) => path.endsWith('upto-4.ndjson')) ?? '';
    flip(closed, 20, 1);
    expect(await store.adapter.readChange(3)).toBeUndefined();
    expect(await store.adapter.readChange(4)).toEqual({ add: 4 });
    expect(await store.adapter.readChange(11)).toBeUndefined();
    await store.close();
  });

  test('takes in what a rescue finds, and tells whether to look everywhere', async () => {
    const { disk, flip, files } = createFaultDisk();
    const folder = '/library';
    await makeNumbers({ disk, folder });
    const asked: boolean[] = [];
    const found = { changes: [{ add: 77 }], repairs: [{ words: 'found', lost: false }], hasMore: false };
    const rescue = (thorough: boolean) => {
      asked.push(thorough);
      return found;
    };
    expect(await readNumbers({ disk, folder, rescue })).toEqual({ numbers: [...allNumbers, 77], notices: ['found'] });
    const journal = [...files().keys()].find((path) => path.endsWith('upto-11.ndjson')) ?? '';
    flip(journal, 20, 1);
    for (const path of files().keys()) if (path.includes('000000000011.manifest')) flip(path, 20, 1);
    await readNumbers({ disk, folder, rescue });
    expect(asked).toEqual([false, true]);
    expect((await readNumbers({ disk, folder })).numbers.filter((value) => value === 77)).toHaveLength(2);
  });
});
