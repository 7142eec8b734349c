/* Every byte of every journal damaged, cut or gone: it costs at most what only that line told. */

import { beforeAll, describe, expect, test } from 'vitest';
import { createFaultDisk, type FaultDisk } from './faults/fault-disk.ts';
import { allNumbers, makeNumbers, openNumbers, readNumbers } from './test-numbers.ts';

const folder = '/library';
let made: FaultDisk;
/** All that happened is in the journal in use: there is only the generation of an empty library. */
let young: FaultDisk;

beforeAll(async () => {
  made = createFaultDisk();
  await makeNumbers({ disk: made.disk, folder });
  young = createFaultDisk();
  const { store, add } = await openNumbers({ disk: young.disk, folder });
  for (const value of [1, 2, 3]) await add(value);
  await store.close();
});

const journals = (disk: FaultDisk): readonly string[] =>
  [...disk.files().keys()].filter((path) => path.startsWith('/library/journal/'));
const openJournal = (disk: FaultDisk): string => journals(disk).find((path) => !path.includes('upto')) ?? '';
const bytesOf = (disk: FaultDisk, path: string): Buffer => disk.files().get(path) ?? Buffer.alloc(0);

describe('a damaged journal', () => {
  test('that the newest generation does not need costs nothing, whichever byte it is', async () => {
    for (const path of journals(made).filter((name) => name.includes('upto'))) {
      for (let byte = 0; byte < bytesOf(made, path).length; byte += 1) {
        const disk = made.clone();
        disk.flip(path, byte, 0x04);
        expect((await readNumbers({ disk: disk.disk, folder })).numbers, `${path} byte ${byte}`).toEqual(allNumbers);
      }
    }
  });

  test('costs at most the damaged line, is said, kept aside and said only once', async () => {
    for (const [source, whole] of [
      [young, [1, 2, 3]],
      [made, allNumbers],
    ] as const) {
      const path = openJournal(source);
      for (let byte = 0; byte < bytesOf(source, path).length; byte += 1) {
        const disk = source.clone();
        disk.flip(path, byte, 0x04);
        const damaged = bytesOf(disk, path);
        const first = await readNumbers({ disk: disk.disk, folder });
        expect(first.numbers.length, `byte ${byte}`).toBeGreaterThanOrEqual(whole.length - 1);
        expect(whole).toEqual(expect.arrayContaining([...first.numbers]));
        expect(first.notices.length, `byte ${byte}`).toBeGreaterThan(0);
        const aside = [...disk.files()].filter(([name]) => name.startsWith('/library/damaged/'));
        expect(aside.map(([, bytes]) => bytes)).toEqual([damaged]);
        expect(await readNumbers({ disk: disk.disk, folder })).toEqual({ numbers: first.numbers, notices: [] });
      }
    }
  });

  test('that a crash cut at any byte opens with every whole line, and goes on', async () => {
    const path = openJournal(young);
    const bytes = bytesOf(young, path);
    const ends = [...bytes.toString('latin1').matchAll(/\}\n/g)].map((match) => match.index + 1);
    for (let length = 0; length < bytes.length; length += 1) {
      const disk = young.clone();
      disk.cut(path, length);
      const { store, list, add } = await openNumbers({ disk: disk.disk, folder });
      const whole = [1, 2, 3].slice(0, ends.filter((end) => end <= length).length);
      expect(list, `${length} bytes`).toEqual(whole);
      await add(99);
      await store.close();
      expect((await readNumbers({ disk: disk.disk, folder })).numbers).toEqual([...whole, 99]);
    }
  });

  test('of which nothing can be read is not answered with an empty library', async () => {
    const disk = young.clone();
    const path = openJournal(disk);
    disk.put(path, Buffer.alloc(bytesOf(disk, path).length));
    const before = disk.files();
    await expect(readNumbers({ disk: disk.disk, folder })).rejects.toMatchObject({ code: 'damaged' });
    expect(disk.files()).toEqual(before);
  });

  test('that is missing costs nothing where a generation knows what it told', async () => {
    for (const path of journals(made).filter((name) => name.includes('upto'))) {
      const disk = made.clone();
      await disk.disk.remove(path);
      const { numbers } = await readNumbers({ disk: disk.disk, folder });
      expect(numbers).toEqual(allNumbers);
    }
  });
});

describe('library.json', () => {
  test.each([0x01, 0x80])('that is damaged at any byte (by %d) costs nothing and is said once', async (mask) => {
    const length = bytesOf(made, '/library/library.json').length;
    // The line break at its end says nothing.
    for (let byte = 0; byte < length - 1; byte += 1) {
      const disk = made.clone();
      disk.flip('/library/library.json', byte, mask);
      const { numbers, notices } = await readNumbers({ disk: disk.disk, folder });
      expect({ numbers, notices }, `byte ${byte}`).toEqual({
        numbers: allNumbers,
        notices: [expect.stringContaining('library.json')],
      });
      expect(await readNumbers({ disk: disk.disk, folder })).toEqual({ numbers: allNumbers, notices: [] });
      expect(bytesOf(disk, '/library/library.json')).toEqual(bytesOf(made, '/library/library.json'));
    }
  });

  test('that is missing, empty or cut at any byte costs nothing', async () => {
    const length = bytesOf(made, '/library/library.json').length;
    for (let cut = -1; cut < length - 1; cut += 1) {
      const disk = made.clone();
      if (cut < 0) await disk.disk.remove('/library/library.json');
      else disk.cut('/library/library.json', cut);
      expect((await readNumbers({ disk: disk.disk, folder })).numbers, `cut at ${cut}`).toEqual(allNumbers);
      expect(bytesOf(disk, '/library/library.json')).toEqual(bytesOf(made, '/library/library.json'));
    }
  });
});
