/* A backup that was cut off or changed by a failing disk: it is refused in words or restored to the same bytes. */

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ReaderError } from '../../../shared/errors.ts';
import { createTestChooser, effort, sample, seedWords } from '../store/test-effort.ts';
import { makeTestFolder } from '../store/test-folder.ts';
import { listLibrary } from './library-picture.ts';
import { openBackup } from './open-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { identity, readTree, toContents, writeTree } from './test-library.ts';
import { zipPieces } from './zip-stream.ts';

const tree = {
  'library.json': identity,
  'originals/ab/cd.gz': 'stored as it is',
  'bodies/a.pack': 'the same again and the same again and the same again',
  'settings.json': '',
};

async function makeZip(folder: string, forceZip64: boolean): Promise<Buffer> {
  const library = join(folder, 'library');
  await writeTree(library, tree);
  const files = await listLibrary(library);
  await writeFile(join(folder, 'b.zip'), zipPieces({ folder: library, files, clock: () => 1e12, forceZip64 }));
  return readFile(join(folder, 'b.zip'));
}

/** 'same', the code of the refusal, or what went wrong. */
async function outcomeOf(folder: string, zip: Buffer, read: (file: string) => Promise<object>): Promise<string> {
  const place = await mkdtemp(join(folder, 'try-'));
  try {
    await writeFile(join(place, 'b.zip'), zip);
    const found = await read(join(place, 'b.zip'));
    return isDeepStrictEqual(found, toContents(tree)) ? 'same' : 'SILENTLY DIFFERENT';
  } catch (error) {
    const left = await readdir(place);
    if (left.length > 1) return `LEFT BEHIND ${left.join()}`;
    return error instanceof ReaderError ? error.code : `NOT IN WORDS ${String(error)}`;
  } finally {
    await rm(place, { recursive: true });
  }
}

async function restored(file: string): Promise<object> {
  const folder = join(dirname(file), 'library');
  await restoreBackup({ file, folder });
  return readTree(folder);
}

/** All that restoring does but for writing it down, whose syncs would make thousands of runs last minutes. */
async function unpacked(file: string): Promise<object> {
  const backup = await openBackup(file);
  try {
    const contents: Record<string, string> = {};
    for (const listed of backup.manifest.files) {
      contents[listed.path] = (await buffer(backup.read(listed))).toString('base64');
    }
    return contents;
  } finally {
    await backup.close();
  }
}

const inWords = new Set(['same', 'damaged', 'invalid-input', 'newer-format']);

describe.each([false, true])('a backup, with sizes of 64 bits: %j,', (forceZip64) => {
  it('that is whole is restored', async () => {
    const folder = await makeTestFolder(onTestFinished);
    expect(await outcomeOf(folder, await makeZip(folder, forceZip64), restored)).toBe('same');
  });

  it('cut off anywhere is refused', { timeout: 120_000 }, async () => {
    const folder = await makeTestFolder(onTestFinished);
    const zip = await makeZip(folder, forceZip64);
    const wrong: unknown[] = [];
    for (let length = 0; length < zip.length; length += 7) {
      const outcome = await outcomeOf(folder, zip.subarray(0, length), restored);
      if (outcome !== (length < 2 ? 'invalid-input' : 'damaged')) wrong.push([length, outcome]);
    }
    expect(wrong).toEqual([]);
  });

  it('with any one byte changed is refused or restored to the same bytes', { timeout: 600_000 }, async () => {
    const folder = await makeTestFolder(onTestFinished);
    const zip = await makeZip(folder, forceZip64);
    const seen = new Set<string>();
    const wrong: unknown[] = [];
    for (const [at, byte] of sample([...zip.entries()], effort('zips', 800), createTestChooser(3))) {
      const changed = Buffer.from(zip);
      // All bits of some, the highest of others: sizes and places become a little or very wrong.
      changed[at] = byte ^ ([0xff, 0x80, 0x01][at % 3] ?? 0xff);
      const outcome = await outcomeOf(folder, changed, at % 20 === 0 ? restored : unpacked);
      seen.add(outcome);
      if (!inWords.has(outcome)) wrong.push([at, outcome]);
    }
    expect({ seedWords, wrong }).toEqual({ seedWords, wrong: [] });
    expect([...seen]).toEqual(expect.arrayContaining(['same', 'damaged', 'invalid-input']));
  });
});
