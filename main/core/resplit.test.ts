/* A split that a person corrected: shown first, kept as one change, taken back, and read the same ever after. */

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ArticleId, ImportId } from '../../shared/model.ts';
import { noCorrections, type Corrections } from '../../shared/split.ts';
import { makeTestFolder } from './store/test-folder.ts';
import { openForTest, type Opened } from './test-reader.ts';

/** The three articles of the test dump begin here. */
const [FIRST, SECOND, THIRD] = [1, 9, 17];

async function openWithDump() {
  const directory = join(await makeTestFolder(onTestFinished), 'library');
  const opened = await openForTest({ directory }, onTestFinished);
  const { id } = await opened.importText(1, 2, 3);
  return { directory, opened, importId: id };
}

const correct = (some: Partial<Corrections>): Corrections => ({ ...noCorrections, ...some });

function requestOf(importId: ImportId, said: Partial<Corrections> | null = null) {
  return { importId, fileNumber: 0, corrections: said === null ? null : correct(said) };
}

async function linesOf({ ask }: Opened, importId: ImportId): Promise<readonly unknown[]> {
  const { reports } = await ask('imports.report', { id: importId });
  return reports.flatMap(({ articles }) => articles.map(({ lines }) => lines));
}

/** What a person sees of every article. */
async function see({ ask, ids }: Opened) {
  const views = await Promise.all((await ids()).map((id) => ask('articles.get', { id })));
  return views.map(({ article, state, occurrences }) => ({ article, state, occurrences }));
}

const problemsOf = async ({ reader }: Opened) =>
  (await reader.check.run({ repair: false })).problems.map(({ words }) => words);

test('shows what a correction gives and keeps nothing of it', async () => {
  const { opened, importId } = await openWithDump();
  const before = await see(opened);
  const view = await opened.ask('split.view', requestOf(importId, { joins: [SECOND] }));
  expect(view.articles.map(({ lines }) => lines)).toEqual([
    [FIRST, 13],
    [THIRD, 21],
  ]);
  expect(view).toMatchObject({ file: 'dump.txt', encoding: 'utf-8', ledger: { unassigned: 0 } });
  expect(view.articles[0]?.title).toMatch(/number 1$/);
  expect(await see(opened)).toEqual(before);
});

test('puts the corrected split in the place of the old one, states follow, and undo brings all of it back', async () => {
  const { directory, opened, importId } = await openWithDump();
  const [one, two, three] = (await opened.ids()) as [ArticleId, ArticleId, ArticleId];
  await opened.ask('articles.mark', { ids: [one], starred: true });
  await opened.ask('articles.mark', { ids: [one, two, three], read: true });
  await opened.ask('articles.tag', { ids: [two], add: ['war'], remove: [] });
  const before = await see(opened);
  expect(await opened.ask('split.accept', requestOf(importId, { joins: [SECOND] }))).toBe(2);
  const [joined, last] = await see(opened);
  expect((await opened.ids()).at(-1)).toBe(three);
  expect(joined?.state).toEqual({ read: true, starred: true, trashed: false, tags: ['war'] });
  expect(joined?.article.blocks.map(({ line }) => line)).toEqual([3, 5, 7, 9, 11, 13]);
  expect(last).toEqual(before[2]);
  expect(await linesOf(opened, importId)).toEqual([
    [FIRST, 13],
    [THIRD, 21],
  ]);
  expect(await opened.ask('imports.report', { id: importId })).toMatchObject({ found: 2, new: 2, known: 0 });
  expect(await problemsOf(opened)).toEqual([]);
  const after = await see(opened);
  await opened.reader.close();

  const again = await openForTest({ directory }, onTestFinished);
  expect(await see(again)).toEqual(after);
  expect(await again.ask('history.undo', {})).toBe('split dump.txt');
  expect(await see(again)).toEqual(before);
  expect(await again.ask('imports.report', { id: importId })).toMatchObject({ found: 3, new: 3, known: 0 });
  expect(await problemsOf(again)).toEqual([]);
  expect(await again.ask('history.redo', {})).toBe('split dump.txt');
  expect(await see(again)).toEqual(after);
  expect(again.logged).toEqual([]);
});

test('cuts where a person says, remembers it for the next time, and is what it was when nothing is said any more', async () => {
  const { opened, importId } = await openWithDump();
  const before = await see(opened);
  const [first] = await opened.ids();
  await opened.ask('articles.mark', { ids: [first as ArticleId], starred: true });
  await opened.ask('split.accept', requestOf(importId, { begins: [5] }));
  const cut = await see(opened);
  expect(cut.map(({ occurrences }) => occurrences[0]?.lines)).toEqual([
    [1, 3],
    [5, 5],
    [9, 13],
    [17, 21],
  ]);
  expect(cut.map(({ state }) => state.starred)).toEqual([true, true, false, false]);
  const view = await opened.ask('split.view', requestOf(importId));
  expect(view.corrections).toEqual(correct({ begins: [5] }));
  expect(view.articles).toHaveLength(4);
  await opened.ask('split.accept', requestOf(importId, {}));
  expect((await see(opened)).map(({ article }) => article)).toEqual(before.map(({ article }) => article));
  expect((await see(opened)).map(({ state }) => state.starred)).toEqual([true, false, false]);
});

test('an article that another dump holds as well keeps its place there', async () => {
  const { opened, importId } = await openWithDump();
  const other = await opened.importText(2, 4);
  await opened.ask('split.accept', requestOf(importId, { joins: [SECOND] }));
  const seen = await see(opened);
  expect(seen).toHaveLength(4);
  const two = seen.find(({ article }) => article.title.endsWith('number 2'));
  expect(two?.occurrences.map((each) => each.importId)).toEqual([other.id]);
  expect(await problemsOf(opened)).toEqual([]);
  await opened.ask('history.undo', {});
  expect((await see(opened)).find(({ article }) => article.title.endsWith('number 2'))?.occurrences).toHaveLength(2);
});

test('an import that was split anew goes and comes back as it was split', async () => {
  const { opened, importId } = await openWithDump();
  await opened.ask('split.accept', requestOf(importId, { joins: [SECOND] }));
  const split = await see(opened);
  expect(await opened.ask('imports.undo', { id: importId })).toBe(2);
  expect(await see(opened)).toEqual([]);
  await opened.ask('history.undo', {});
  expect(await see(opened)).toEqual(split);
  expect(await problemsOf(opened)).toEqual([]);
});

test('a damaged text or report of a corrected split is made again with the corrections', async () => {
  const { directory, opened, importId } = await openWithDump();
  await opened.ask('split.accept', requestOf(importId, { joins: [SECOND] }));
  const before = await see(opened);
  const report = await opened.ask('imports.report', { id: importId });
  await opened.reader.close();
  const folder = join(directory, 'bodies');
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name));
    await writeFile(join(folder, name), bytes.toString('latin1').replaceAll('report', 'repent'), 'latin1');
  }
  const again = await openForTest({ directory }, onTestFinished);
  expect(await see(again)).toEqual(before);
  await again.reader.check.run({ repair: true });
  expect(await see(again)).toEqual(before);
  expect(await again.ask('imports.report', { id: importId })).toEqual(report);
  expect(await problemsOf(again)).toEqual([]);
});

test('reads the file in the encoding that a person chose, and shows its lines so', async () => {
  const directory = join(await makeTestFolder(onTestFinished), 'library');
  const opened = await openForTest({ directory }, onTestFinished);
  const bytes = new Uint8Array(
    Buffer.from(`Käse wird teurer\n\n${'Der Preis für Käse steigt, sagte er. '.repeat(9)}\n`),
  );
  const source = { kind: 'stored', name: 'käse.txt', load: async () => bytes.slice() } as const;
  const { id } = await opened.reader.importFiles([source]).report();
  const view = await opened.ask('split.view', requestOf(id, { encoding: 'windows-1252' }));
  expect(view).toMatchObject({ encoding: 'windows-1252', articles: [{ title: 'KÃ¤se wird teurer' }] });
  const { sha256 } = view;
  const asked = { sha256, first: 1, count: 1 };
  expect(await opened.ask('originals.lines', { ...asked, encoding: 'windows-1252' })).toMatchObject({
    lines: ['KÃ¤se wird teurer'],
    total: 3,
  });
  expect(await opened.ask('originals.lines', asked)).toMatchObject({ lines: ['Käse wird teurer'] });
});

test('tells the lines that were left out with their reasons, and how many are separators', async () => {
  const directory = join(await makeTestFolder(onTestFinished), 'library');
  const opened = await openForTest({ directory }, onTestFinished);
  const body = 'The pilots said on Monday that nobody would sail after dark until the bar had been sounded. '.repeat(4);
  const text = `Pilots Refuse to Sail by Night\n\nPilots Refuse to Sail by Night\n\n${body}\n`;
  const { id } = await opened.reader.importFiles([{ kind: 'text', name: 'pilots.txt', text }]).report();
  const view = await opened.ask('split.view', requestOf(id));
  expect(view.dropped).toEqual([{ line: 3, text: 'Pilots Refuse to Sail by Night', reason: 'repeat-title' }]);
  expect(view.separatorLines).toBe(0);
});

test('a line that is left out by hand is, now and whenever the file is read again', async () => {
  const { directory, opened, importId } = await openWithDump();
  const roles = [{ line: 3, role: 'out' }] as const;
  await opened.ask('split.accept', requestOf(importId, { roles }));
  const [first] = await see(opened);
  expect(first?.article.blocks.map(({ line }) => line)).toEqual([5]);
  await opened.reader.close();
  const again = await openForTest({ directory }, onTestFinished);
  const view = await again.ask('split.view', requestOf(importId));
  expect(view.corrections).toEqual(correct({ roles }));
  expect(view.dropped).toMatchObject([{ line: 3, reason: 'left-out' }]);
});

test('an import of which nothing is left stays, and can be split again', async () => {
  const { opened, importId } = await openWithDump();
  const roles = Array.from({ length: 21 }, (_, index) => ({ line: index + 1, role: 'out' as const }));
  expect(await opened.ask('split.accept', requestOf(importId, { roles }))).toBe(0);
  expect(await see(opened)).toEqual([]);
  expect(await problemsOf(opened)).toEqual([]);
  expect(await opened.ask('split.accept', requestOf(importId, {}))).toBe(3);
});

test('is refused for a file that the library does not hold', async () => {
  const { opened, importId } = await openWithDump();
  const request = { ...requestOf(importId), fileNumber: 1 };
  await expect(opened.ask('split.view', request)).rejects.toMatchObject({ code: 'not-found' });
  await expect(opened.ask('split.accept', request)).rejects.toMatchObject({ code: 'not-found' });
});
