/* What was said of one file, remembered for others: used, said, told not to, handed on, and gone without loss. */

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ImportId } from '../../shared/model.ts';
import { noCorrections, type Corrections } from '../../shared/split.ts';
import { makeTestFolder } from './store/test-folder.ts';
import { openForTest, type Opened } from './test-reader.ts';

const places = ['Tallinn', 'Dakar', 'Quito', 'Osaka', 'Lisbon', 'Khartoum', 'Baghdad', 'Oslo'];

/** A review that is found to be one article: nothing but a line that its site prints stands between two. */
function makeReview(keys: readonly number[]): string {
  const articles = keys.map((key) => {
    const place = places[key % places.length] ?? '';
    const text = `Workers in ${place} opened pier number ${key} on Monday, and the first ships came in before noon as planned.`;
    return `~~ Delta Review ~~\n${place} port opens pier ${key} after a delay\nHarbour desk\n\n${text}\n\n${text} ${text}\nGo to the map\n`;
  });
  return articles.join('\n\n');
}

/** The second article of such a review begins here. */
const SECOND = 11;
const said: Corrections = {
  ...noCorrections,
  like: [{ line: SECOND, take: true }],
  roles: [
    { line: 1, role: 'out' },
    { line: 2, role: 'headline' },
    { line: 8, role: 'out' },
  ],
};

async function open() {
  const directory = join(await makeTestFolder(onTestFinished), 'library');
  return { directory, opened: await openForTest({ directory }, onTestFinished) };
}

async function importReview({ reader }: Opened, ...keys: number[]) {
  return reader.importFiles([{ kind: 'text', name: `review ${keys.join()}.txt`, text: makeReview(keys) }]).report();
}

/** Corrects a first review and remembers it. */
async function remember(opened: Opened, name = 'Delta') {
  const { id: importId } = await importReview(opened, 1, 2, 3);
  const file = { importId, fileNumber: 0 };
  await opened.ask('split.accept', { ...file, corrections: said });
  return opened.ask('profiles.save', { ...file, name });
}

async function titlesOf({ ask }: Opened, id: ImportId): Promise<readonly string[]> {
  const { reports } = await ask('imports.report', { id });
  return reports.flatMap(({ articles }) => articles.map(({ title }) => title));
}

const splitRight = ['Osaka port opens pier 3 after a delay', 'Lisbon port opens pier 4 after a delay'];

test('a file like the one that was corrected is read as it is, and its report says so', async () => {
  const { opened } = await open();
  const id = await remember(opened);
  const { id: importId, reports } = await importReview(opened, 3, 4);
  expect(await titlesOf(opened, importId)).toEqual(splitRight);
  expect(reports[0]).toMatchObject({ profile: { id, name: 'Delta' }, found: 2 });
  const view = await opened.ask('split.view', { importId, fileNumber: 0, corrections: null });
  expect(view).toMatchObject({ profile: { id, name: 'Delta' }, corrections: noCorrections, ledger: { unassigned: 0 } });
});

test('a file that is told not to is read as it is found, and goes back when that is undone', async () => {
  const { opened } = await open();
  await remember(opened);
  const { id: importId } = await importReview(opened, 3, 4);
  const request = { importId, fileNumber: 0, corrections: { ...noCorrections, profile: 'none' as const } };
  expect(await opened.ask('split.accept', request)).toBe(1);
  const { reports } = await opened.ask('imports.report', { id: importId });
  expect(reports[0]?.profile).toBeUndefined();
  expect(await opened.ask('split.view', { ...request, corrections: null })).toMatchObject({ profile: null });
  await opened.ask('history.undo', {});
  expect(await titlesOf(opened, importId)).toEqual(splitRight);
});

test('a file that did not seem alike is read with a profile that a person chooses', async () => {
  const { opened } = await open();
  const { id: importId } = await importReview(opened, 3, 4);
  const profile = await remember(opened);
  await opened.ask('split.accept', { importId, fileNumber: 0, corrections: { ...noCorrections, profile } });
  expect(await titlesOf(opened, importId)).toEqual(splitRight);
});

test('what is said of a file that was read with a profile is remembered with it, in its place', async () => {
  const { opened } = await open();
  const first = await remember(opened);
  const { id: importId } = await importReview(opened, 3, 4);
  const file = { importId, fileNumber: 0 };
  const corrections = { ...noCorrections, fields: [{ first: null, name: 'source' as const, value: 'Delta Review' }] };
  await opened.ask('split.accept', { ...file, corrections });
  const second = await opened.ask('profiles.save', { ...file, name: 'Delta' });
  expect(second).not.toBe(first);
  expect(await opened.ask('profiles.list', {})).toMatchObject([
    { id: second, name: 'Delta', rules: { borders: [{ take: true }], fields: [{ value: 'Delta Review' }] } },
  ]);
  await opened.ask('history.undo', {});
  expect(await opened.ask('profiles.list', {})).toMatchObject([{ id: first, name: 'Delta' }]);
});

test('there is nothing to remember of a file of which nothing was said', async () => {
  const { opened } = await open();
  const { id: importId } = await importReview(opened, 1, 2);
  const request = { importId, fileNumber: 0, name: 'Delta' };
  await expect(opened.ask('profiles.save', request)).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(opened.ask('profiles.save', { ...request, fileNumber: 1 })).rejects.toMatchObject({ code: 'not-found' });
});

test('profiles are renamed and removed, and both can be undone, after a restart as well', async () => {
  const { directory, opened } = await open();
  const id = await remember(opened);
  await opened.ask('profiles.rename', { id, name: 'Echo' });
  await opened.ask('profiles.remove', { id });
  expect(await opened.ask('profiles.list', {})).toEqual([]);
  await expect(opened.ask('profiles.remove', { id })).rejects.toMatchObject({ code: 'not-found' });
  expect((await importReview(opened, 3, 4)).reports[0]).toMatchObject({ found: 1 });
  await opened.reader.close();
  const again = await openForTest({ directory }, onTestFinished);
  await again.ask('history.undo', {});
  expect(await again.ask('history.undo', {})).toBe('delete Echo');
  expect(await again.ask('profiles.list', {})).toMatchObject([{ id, name: 'Echo' }]);
  expect(await again.ask('history.undo', {})).toBe('rename Delta');
  expect(await again.ask('profiles.list', {})).toMatchObject([{ id, name: 'Delta' }]);
});

test('a text that is damaged is read again as it was, though the profile was removed', async () => {
  const { directory, opened } = await open();
  const id = await remember(opened);
  const { id: importId } = await importReview(opened, 3, 4);
  await opened.ask('profiles.remove', { id });
  await opened.reader.close();
  const bodies = join(directory, 'bodies');
  for (const name of (await readdir(bodies)).filter((each) => each.startsWith(importId))) {
    const bytes = await readFile(join(bodies, name));
    await writeFile(join(bodies, name), bytes.fill(0x58, 40, 60));
  }
  const again = await openForTest({ directory }, onTestFinished);
  const { problems } = await again.reader.check.run({ repair: true });
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.filter(({ repaired }) => !repaired)).toEqual([]);
  expect(await titlesOf(again, importId)).toEqual(splitRight);
  const titles = await Promise.all(
    (await again.ids()).map(async (one) => (await again.ask('articles.get', { id: one })).article.title),
  );
  expect(titles).toEqual(expect.arrayContaining(splitRight));
  expect((await again.reader.check.run({ repair: false })).problems).toEqual([]);
});

test('a profile goes to another library as a file, once, and never takes the place of another', async () => {
  const { opened } = await open();
  const id = await remember(opened);
  const text = await opened.ask('profiles.export', { id: null });
  expect(await opened.ask('profiles.import', { text })).toEqual({ added: [], known: ['Delta'] });
  const { opened: other } = await open();
  const { id: importId } = await importReview(other, 5, 6);
  await other.ask('split.accept', {
    importId,
    fileNumber: 0,
    corrections: { ...noCorrections, joins: [1], restore: ['residue'] },
  });
  await other.ask('profiles.save', { importId, fileNumber: 0, name: 'Delta' });
  expect(await other.ask('profiles.import', { text })).toEqual({ added: ['Delta (2)'], known: [] });
  expect((await other.ask('profiles.list', {})).map(({ name }) => name).sort()).toEqual(['Delta', 'Delta (2)']);
  const { opened: third } = await open();
  await third.ask('profiles.import', { text: await opened.ask('profiles.export', { id }) });
  expect(await titlesOf(third, (await importReview(third, 3, 4)).id)).toEqual(splitRight);
});

test.each([
  ['no JSON', '{'],
  ['another file', '{"format":"other","version":1,"profiles":[]}'],
  ['a later version', '{"format":"broadsheet-dump-profiles","version":2,"profiles":[]}'],
  ['no profile', '{"format":"broadsheet-dump-profiles","version":1,"profiles":[]}'],
])('%s is refused as a file of profiles', async (_, text) => {
  const { opened } = await open();
  await expect(opened.ask('profiles.import', { text })).rejects.toMatchObject({ code: 'invalid-input' });
});
