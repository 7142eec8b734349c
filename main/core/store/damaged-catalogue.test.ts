/* Every file of the catalogue damaged in every way: what was there is told again from the rest, and said. */

import { beforeAll, describe, expect, test } from 'vitest';
import { createFaultDisk, type FaultDisk } from './faults/fault-disk.ts';
import { allNumbers, makeNumbers, readNumbers } from './test-numbers.ts';

const folder = '/library';
let made: FaultDisk;

beforeAll(async () => {
  made = createFaultDisk();
  await makeNumbers({ disk: made.disk, folder });
});

const catalogueFiles = (disk: FaultDisk): readonly string[] =>
  [...disk.files().keys()].filter((path) => path.startsWith('/library/catalogue/')).sort();
const manifests = (disk: FaultDisk): readonly string[] =>
  catalogueFiles(disk).filter((path) => path.endsWith('.manifest.json'));

/** Files the newest generation is read from, as the manifest names them. */
function newestFiles(disk: FaultDisk): readonly string[] {
  const path = manifests(disk).at(-1) ?? '';
  const { parts } = JSON.parse(disk.files().get(path)?.toString() ?? '') as { parts: readonly { file: string }[] };
  return [path, ...parts.map(({ file }) => `/library/catalogue/${file}`)];
}

async function expectHealed(disk: FaultDisk, where: string, isNoticed: boolean): Promise<void> {
  const first = await readNumbers({ disk: disk.disk, folder });
  expect(first.numbers, `at ${where}`).toEqual(allNumbers);
  expect(first.notices.length > 0, `at ${where}`).toBe(isNoticed);
  expect(await readNumbers({ disk: disk.disk, folder }), `at ${where}`).toEqual({ numbers: allNumbers, notices: [] });
  expect(disk.openFiles(), `at ${where}`).toBe(0);
}

describe('a damaged catalogue', () => {
  test('costs nothing, whichever byte of whichever file it is, and is said where it matters', async () => {
    const read = newestFiles(made);
    for (const path of catalogueFiles(made)) {
      const length = made.files().get(path)?.length ?? 0;
      for (let byte = 0; byte < length; byte += 1) {
        const disk = made.clone();
        disk.flip(path, byte, 1 << (byte % 8));
        const damaged = disk.files().get(path) ?? Buffer.alloc(0);
        await expectHealed(disk, `${path} byte ${byte}`, read.includes(path));
        if (!read.includes(path)) continue;
        const aside = [...disk.files()].filter(([name]) => name.startsWith('/library/damaged/'));
        expect(aside.map(([, bytes]) => bytes)).toEqual([damaged]);
      }
    }
  });

  test('costs nothing when any file of it is missing', async () => {
    expect.hasAssertions();
    for (const path of catalogueFiles(made)) {
      const disk = made.clone();
      await disk.disk.remove(path);
      // A manifest that is missing is as if it had never been: the one before tells the rest.
      const isNoticed = newestFiles(made).includes(path) && !path.endsWith('.manifest.json');
      await expectHealed(disk, path, isNoticed);
    }
  });

  test('costs nothing when any two generations are damaged', async () => {
    const names = manifests(made);
    expect(names).toHaveLength(3);
    for (const spared of names) {
      const disk = made.clone();
      for (const path of names) if (path !== spared) disk.flip(path, 30, 1);
      await expectHealed(disk, spared, spared !== names.at(-1));
    }
  });

  test('is told again from the journal when a part that all generations share is damaged', async () => {
    const disk = made.clone();
    const texts = manifests(disk).map((path) => disk.files().get(path)?.toString() ?? '');
    const shared = catalogueFiles(disk).find((path) =>
      texts.every((text) => text.includes(path.split('/').at(-1) ?? '')),
    );
    expect(shared).toBeDefined();
    disk.flip(shared ?? '', 3, 1);
    const { numbers, notices } = await readNumbers({ disk: disk.disk, folder });
    expect(numbers).toEqual(allNumbers);
    expect(notices).toEqual([expect.stringContaining('was told again from the journal')]);
    expect(await readNumbers({ disk: disk.disk, folder })).toEqual({ numbers: allNumbers, notices: [] });
  });

  test.each(['flipped', 'missing', 'empty', 'zeroes'])('of which every file is %s is told again', async (how) => {
    expect.hasAssertions();
    const disk = made.clone();
    for (const path of catalogueFiles(disk)) {
      const length = disk.files().get(path)?.length ?? 0;
      if (how === 'flipped') disk.flip(path, 10, 1);
      else if (how === 'missing') await disk.disk.remove(path);
      else disk.put(path, how === 'empty' ? '' : Buffer.alloc(length));
    }
    await expectHealed(disk, how, true);
  });

  test('and a journal without its beginning give what can be read of both, and say what is lost', async () => {
    const disk = made.clone();
    for (const path of manifests(disk).slice(0, -1)) await disk.disk.remove(path);
    for (const path of disk.files().keys()) if (path.includes('.upto-2.')) await disk.disk.remove(path);
    const part = catalogueFiles(disk).find((path) => path.includes('numbers-0000') && newestFiles(disk).includes(path));
    disk.flip(part ?? '', 3, 1);
    const { numbers, notices } = await readNumbers({ disk: disk.disk, folder });
    expect(numbers).toEqual([5, 6, 7, 8, 9, 10]);
    expect(notices.join(' ')).toContain('pieced together');
    expect(notices.join(' ')).toContain('Changes are missing');
    expect(await readNumbers({ disk: disk.disk, folder })).toEqual({ numbers, notices: [] });
  });

  test('is never answered with an empty library: nothing on disk is changed', async () => {
    for (const spoil of ['flip', 'empty', 'zeroes']) {
      const disk = made.clone();
      for (const [path, bytes] of disk.files()) {
        if (path === '/library/library.json') continue;
        if (spoil === 'flip') {
          // Every line of it: a journal of which one line is whole still tells something.
          for (let byte = 0; byte < bytes.length; byte += 40) disk.flip(path, byte, 1);
        } else disk.put(path, spoil === 'empty' && path.includes('catalogue') ? '' : Buffer.alloc(bytes.length));
      }
      const before = disk.files();
      await expect(readNumbers({ disk: disk.disk, folder }), `at ${spoil}`).rejects.toMatchObject({ code: 'damaged' });
      expect(disk.files(), `at ${spoil}`).toEqual(before);
    }
  });

  test('is healed as well when the process stops at any operation of the healing', async () => {
    const hurt = made.clone();
    for (const path of manifests(hurt).slice(1)) hurt.flip(path, 30, 1);
    const journal = [...hurt.files().keys()].find((path) => path.includes('.upto-6.')) ?? '';
    const bytes = hurt.files().get(journal) ?? Buffer.alloc(0);
    hurt.flip(journal, bytes.indexOf('\n'), 0x55);
    const whole = hurt.clone();
    await expectHealed(whole, 'without a stop', true);
    const counted = hurt.clone();
    await readNumbers({ disk: counted.disk, folder });
    for (let stop = 1; stop <= counted.operations(); stop += 1) {
      for (const kind of ['kill', 'power'] as const) {
        const stopped = hurt.clone();
        stopped.stopAt(stop, 'before');
        await readNumbers({ disk: stopped.disk, folder }).catch(() => undefined);
        const found = stopped.crash(kind);
        expect((await readNumbers({ disk: found.disk, folder })).numbers, `${kind} at ${stop}`).toEqual(allNumbers);
      }
    }
  });
});
