/*
 * The promise of the check as a whole: flip any byte of a library, and it is repaired when it is opened, or named by the
 * check.
 */

import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeTestFolder } from './store/test-folder.ts';
import { flipByte, listFiles } from './test-damage.ts';
import { openForTest } from './test-reader.ts';

/** Who has it open, how far a check is, a log, and settings, which are put back to their defaults without a word. */
const notPromised = /^(?:lock|lock\.json|check\.json|recovery\.log|settings\.json|damaged\/.*)$/;
/** Time and system in the head of a gzip file (RFC 1952) and whether it is text: nothing of the content. */
const isAside = (file: string, at: number): boolean => file.endsWith('.gz') && at >= 3 && at < 10;

/** The first bytes, the last ones, and some between. */
function pickPlaces(size: number): readonly number[] {
  const places = [0, Math.floor(size / 3), Math.floor((size * 4) / 5), size - 9, size - 1];
  return [...new Set(places.filter((at) => at >= 0))];
}

async function makeLibrary(): Promise<string> {
  const directory = await makeTestFolder(onTestFinished);
  const first = await openForTest({ directory }, onTestFinished);
  await first.importText(1, 2);
  const ids = [...(await first.ids())];
  for (let round = 0; round < 205; round += 1) await first.ask('articles.mark', { ids, read: round % 2 === 0 });
  const { id } = await first.importText(5);
  await first.ask('imports.undo', { id });
  await first.reader.close();
  const second = await openForTest({ directory }, onTestFinished);
  await second.ask('articles.tag', { ids, add: ['war'], remove: [] });
  await second.importText(2, 3);
  await second.reader.close();
  return directory;
}

test('a byte that is flipped in any file is repaired at open or named by the check', { timeout: 300_000 }, async () => {
  const original = await makeLibrary();
  const files = (await listFiles(original)).filter((file) => !notPromised.test(file));
  for (const folder of ['library.json', 'journal/', 'catalogue/', 'bodies/', 'originals/']) {
    expect(files.some((file) => file.startsWith(folder))).toBe(true);
  }
  const silent: string[] = [];
  for (const file of files) {
    const { length } = await readFile(join(original, file));
    for (const at of pickPlaces(length)) {
      if (isAside(file, at)) continue;
      const directory = await makeTestFolder(onTestFinished);
      await cp(original, directory, { recursive: true });
      await flipByte(join(directory, file), at);
      if (!(await isNoticed(directory))) silent.push(`${file} at ${at} of ${length}`);
    }
  }
  expect(silent).toEqual([]);
});

async function isNoticed(directory: string): Promise<boolean> {
  const { reader } = await openForTest({ directory }, onTestFinished);
  try {
    if (reader.status().recovery !== null) return true;
    return (await reader.check.run({ repair: false })).problems.length > 0;
  } finally {
    await reader.close();
  }
}
