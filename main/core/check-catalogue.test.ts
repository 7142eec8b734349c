/* What is wrong with the catalogue, the journal, or the folder: made by hand, named, repaired, and gone. */

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import type { Problem } from '../../shared/place.ts';
import type { Change } from './library/change.ts';
import { makeTestFolder } from './store/test-folder.ts';
import { sealLine } from './store/sealed-line.ts';
import { closedJournalOf, createTestLibraries, journalOf } from './test-checked.ts';
import { flipByte, flipText, listFiles, readJournalLines } from './test-damage.ts';

const { check, compact, makeCompacted, makeLibrary, mendFully, open } = createTestLibraries({
  afterAll,
  onTestFinished,
});

test('a library where nothing happened to the files is clean', async () => {
  const directory = await makeLibrary();
  expect(await check(directory, false)).toEqual([]);
  await compact(directory);
  expect(await check(directory, false)).toEqual([]);
  const before = await listFiles(directory);
  expect(await check(directory, true)).toEqual([]);
  expect(await listFiles(directory)).toEqual(before);
});

test('an empty library is clean', async () => {
  expect(await check(await makeTestFolder(onTestFinished), true)).toEqual([]);
});

test('a library.json that was lost while the library is open is written anew', async () => {
  const directory = await makeLibrary();
  const { reader } = await open(directory);
  const file = join(directory, 'library.json');
  const bytes = await readFile(file);
  await writeFile(file, 'no longer');
  const named = await reader.check.run({ repair: false });
  expect(named.problems).toMatchObject([{ code: 'catalogue-damaged', file: 'library.json', repaired: false }]);
  const mended = await reader.check.run({ repair: true });
  expect(mended.problems).toMatchObject([{ code: 'catalogue-damaged', file: 'library.json', repaired: true }]);
  expect(await readFile(file)).toEqual(bytes);
  expect((await reader.check.run({ repair: false })).problems).toEqual([]);
});

test('a part of an older generation that is damaged is kept aside, and the catalogue written anew', async () => {
  const directory = await makeCompacted();
  await compact(directory);
  // The newest generation is looked at when the library is opened; an older one only here.
  const { older } = await findGenerations(directory);
  await flipByte(join(directory, 'catalogue', older), 3);
  expect(
    await mendFully(directory, [{ code: 'catalogue-damaged', file: /^catalogue\//, words: /not as it was written/ }]),
  ).toEqual([]);
  expect((await readdir(join(directory, 'damaged'))).some((name) => name.startsWith(older))).toBe(true);
});

test('a manifest of an older generation that is damaged is kept aside', async () => {
  const directory = await makeCompacted();
  const [oldest] = (await readdir(join(directory, 'catalogue'))).filter((name) => name.includes('manifest')).sort();
  await flipText(join(directory, 'catalogue', oldest ?? ''), '"format"');
  expect(
    await mendFully(directory, [
      { code: 'catalogue-damaged', file: /manifest/, words: /catalogue written anew|writes the catalogue anew/ },
      // Nothing says any more that these belonged to it.
      ...Array.from({ length: await countOnlyIn(directory, oldest ?? '') }, () => ({
        code: 'stray-file' as const,
        words: /belongs to no generation/,
      })),
    ]),
  ).toEqual([]);
});

test('a part that no generation names is removed', async () => {
  const directory = await makeLibrary();
  await writeFile(join(directory, 'catalogue', 'heads-0009.0123456789abcdef.json'), '{}\n');
  expect(
    await mendFully(directory, [
      { code: 'stray-file', file: /^catalogue\/heads-0009/, words: /belongs to no generation/ },
    ]),
  ).toEqual([]);
});

test('a damaged line of a closed journal is taken out, kept aside, and then missing', async () => {
  const directory = await makeCompacted();
  await flipText(await closedJournalOf(directory), '"war"');
  const gap = { code: 'journal-gap', repaired: false };
  expect(codes(await check(directory, false))).toEqual([{ code: 'journal-damaged', repaired: false }, gap]);
  expect(codes(await check(directory, true))).toEqual([{ code: 'journal-damaged', repaired: true }, gap]);
  const left = await check(directory, false);
  expect(codes(left)).toEqual([gap]);
  expect(left[0]?.words).toMatch(/^Change \d+ is missing from the journal\. The catalogue holds everything/);
  expect((await readdir(join(directory, 'damaged'))).length).toBe(1);
});

test('a lost line break of a closed journal is put back', async () => {
  const directory = await makeCompacted();
  await flipText(await closedJournalOf(directory), '\n');
  expect(
    await mendFully(directory, [{ code: 'journal-damaged', file: /upto/, words: /not as they were written/ }]),
  ).toEqual([]);
});

test('a damaged line of the journal in use is found while the library is open, and changes go on', async () => {
  const directory = await makeLibrary();
  const { reader, ask, ids } = await open(directory);
  await flipText(await journalOf(directory), '\n');
  const mended = await reader.check.run({ repair: true });
  expect(mended.problems).toMatchObject([{ code: 'journal-damaged', repaired: true }]);
  expect(await ask('articles.mark', { ids: [...(await ids())], read: true })).toBe(4);
  expect((await reader.check.run({ repair: false })).problems).toEqual([]);
});

test('a closed journal that is gone leaves a gap, of which only undo knows', async () => {
  const directory = await makeCompacted();
  await rm(await closedJournalOf(directory));
  const [problem, ...more] = await check(directory, true);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ code: 'journal-gap', repaired: false });
  expect(problem?.words).toMatch(/^Changes 1 to \d+ are missing from the journal/);
});

test('a journal of another device and files of others are named and left alone', async () => {
  const directory = await makeLibrary();
  await writeFile(join(directory, 'journal', 'elsewhere.ndjson'), '');
  await writeFile(join(directory, 'holiday.jpg'), '');
  await writeFile(join(directory, 'originals', 'readme'), '');
  await mkdir(join(directory, 'bodies', 'copy'));
  await writeFile(join(directory, 'recovery.log'), '');
  await mkdir(join(directory, 'index'));
  const problems = await check(directory, true);
  expect(problems.map(({ code, file, repaired }) => [code, file, repaired])).toEqual([
    ['stray-file', 'journal/elsewhere.ndjson', false],
    ['stray-file', 'holiday.jpg', false],
    ['stray-file', 'originals/readme', false],
    ['stray-file', 'bodies/copy', false],
  ]);
  expect(await listFiles(directory)).toContain('holiday.jpg');
});

test('a catalogue that is not what the journal tells keeps what each of them holds', async () => {
  const directory = await makeCompacted();
  const journal = await closedJournalOf(directory);
  const lines = await readJournalLines(journal);
  // By its kind: a slow machine imports in more parts.
  const starred = lines.find(({ change }) => (change as Change).kind === 'marked');
  const told = lines.map(({ v, device, seq, time, change }) =>
    seq === starred?.seq
      ? { v, device, seq, time, change: { ...(change as Change), marks: [] } }
      : { v, device, seq, time, change },
  );
  await writeFile(journal, told.map((line) => `${sealLine(line).text}\n`).join(''));
  expect(
    await mendFully(directory, [
      { code: 'catalogue-differs', words: /They differ in the marks of the article ".*report number \d"\./ },
    ]),
  ).toEqual([]);
});

type Generations = { readonly older: string };

async function findGenerations(directory: string): Promise<Generations> {
  const names = (await readdir(join(directory, 'catalogue'))).filter((name) => name.includes('manifest')).sort();
  const parts = await Promise.all(names.map((name) => partsOf(directory, name)));
  const newest = new Set(parts.at(-1));
  const older = parts.at(-2)?.find((file) => !newest.has(file));
  if (older === undefined) throw new Error('the older generation has no part of its own');
  return { older };
}

async function partsOf(directory: string, manifest: string): Promise<readonly string[]> {
  const { parts } = JSON.parse(await readFile(join(directory, 'catalogue', manifest), 'utf8')) as {
    readonly parts: readonly { readonly file: string }[];
  };
  return parts.map(({ file }) => file);
}

async function countOnlyIn(directory: string, manifest: string): Promise<number> {
  const names = (await readdir(join(directory, 'catalogue'))).filter((name) => /manifest|\.json$/.test(name));
  const others = names.filter((name) => name.includes('manifest') && name !== manifest);
  const named = new Set((await Promise.all(others.map((name) => partsOf(directory, name)))).flat());
  return names.filter((name) => !name.includes('manifest') && !named.has(name)).length;
}

function codes(problems: readonly Problem[]) {
  return problems.map(({ code, repaired }) => ({ code, repaired }));
}
