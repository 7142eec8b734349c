/* What the reader brings back when parts of a library are lost: from packs, from dropped files, from the journal. */

import { describe, expect, onTestFinished, test } from 'vitest';
import type { ArticleId } from '../../shared/model.ts';
import { createFaultDisk, type FaultDisk } from './store/faults/fault-disk.ts';
import { openForTest } from './test-reader.ts';

const directory = '/library';
const lock = async () => ({ release: () => undefined });
const open = ({ disk }: FaultDisk) => openForTest({ directory, disk, lock }, onTestFinished);
type Opened = Awaited<ReturnType<typeof open>>;

const paths = (disk: FaultDisk, part: string): readonly string[] =>
  [...disk.files().keys()].filter((path) => path.startsWith(`${directory}/${part}`));

async function removeAll(disk: FaultDisk, ...parts: readonly string[]): Promise<void> {
  for (const part of parts) for (const path of paths(disk, part)) await disk.disk.remove(path);
}

/** What the command line lists, without what a person did. */
async function listTexts({ reader }: Opened) {
  return (await reader.list(undefined, 'imported')).map(({ id, title, file, lines }) => ({ id, title, file, lines }));
}

async function makeTwoImports(): Promise<{ readonly disk: FaultDisk; readonly texts: readonly unknown[] }> {
  const disk = createFaultDisk();
  const opened = await open(disk);
  await opened.importText(1, 2, 3);
  await opened.importText(3, 4);
  const texts = await listTexts(opened);
  await opened.reader.close();
  return { disk, texts };
}

const toIds = (all: readonly unknown[]) => all.map((each) => (each as { id: ArticleId }).id).toSorted();

describe('texts that the catalogue does not know', () => {
  test('are taken in again when a crash came between pack and journal', async () => {
    const disk = createFaultDisk();
    const first = await open(disk);
    await first.importText(1, 2);
    await first.reader.close();
    const before = disk.files();
    const second = await open(disk);
    const report = await second.importText(2, 3);
    const texts = await listTexts(second);
    await second.reader.close();
    for (const [path, bytes] of before) if (path.includes('/journal/')) disk.put(path, bytes);
    const { ask, logged, ...after } = await open(disk);
    expect(await listTexts({ ask, logged, ...after })).toEqual(texts);
    expect(logged).toEqual([expect.stringMatching(/^1 article of bodies\/.*\.pack was not in the catalogue/)]);
    expect((await ask('imports.report', { id: report.id })).reports).toEqual(report.reports);
    const known = texts.find(({ title }) => title.endsWith('number 2'));
    expect((await ask('articles.get', { id: known?.id ?? '' })).occurrences).toHaveLength(2);
    await after.reader.close();
    expect((await open(disk)).logged).toEqual([]);
  });

  test('are all taken in again, in their imports, when catalogue and journal are gone', async () => {
    const { disk, texts } = await makeTwoImports();
    await removeAll(disk, 'catalogue', 'journal');
    const opened = await open(disk);
    expect(await listTexts(opened)).toEqual(texts);
    const { imports } = await opened.ask('library.overview', {});
    expect(imports.map(({ name, total, found, known }) => ({ name, total, found, known }))).toEqual([
      { name: 'dump.txt', total: 2, found: 2, known: 1 },
      { name: 'dump.txt', total: 3, found: 3, known: 0 },
    ]);
    expect(opened.reader.status().recovery?.repairs.length).toBeGreaterThan(0);
    await opened.reader.close();
    const again = await open(disk);
    expect([await listTexts(again), again.logged]).toEqual([texts, []]);
  });

  test.each(['zeroes', 'nothing'])(
    'are taken in again without a promise about marks when %s is left of the rest',
    async (left) => {
      const { disk, texts } = await makeTwoImports();
      const rest = [...paths(disk, 'catalogue'), ...paths(disk, 'journal')];
      if (left === 'nothing') await removeAll(disk, 'catalogue', 'journal');
      else for (const path of rest) disk.put(path, Buffer.alloc(disk.files().get(path)?.length ?? 0));
      const opened = await open(disk);
      expect(await listTexts(opened)).toEqual(texts);
      expect(opened.reader.status().recovery?.repairs[0]).toEqual({
        words: expect.stringContaining('stars, tags and what was read or in the trash could not be brought back'),
        lost: true,
      });
    },
  );

  test('that two imports hold, each in its own pack, are one article found twice', async () => {
    const disk = createFaultDisk();
    const opened = await open(disk);
    const first = await opened.importText(1, 2);
    await opened.ask('imports.undo', { id: first.id });
    await opened.importText(2, 3);
    await opened.reader.close();
    await removeAll(disk, 'catalogue', 'journal');
    const { ask, ids } = await open(disk);
    const all = await ids();
    expect(all).toHaveLength(3);
    const views = await Promise.all(all.map((id) => ask('articles.get', { id })));
    expect(views.map(({ article, occurrences }) => `${article.title.at(-1)} ${occurrences.length}`).toSorted()).toEqual(
      ['1 1', '2 2', '3 1'],
    );
    expect(await ask('imports.undo', { id: (await ask('library.overview', {})).imports[0]?.id ?? '' })).toBe(1);
    expect(await ids()).toHaveLength(2);
  });

  test('are not brought back when their import was undone, also when something else is damaged', async () => {
    const disk = createFaultDisk();
    const opened = await open(disk);
    await opened.importText(1);
    const { id } = await opened.importText(2, 3);
    await opened.ask('imports.undo', { id });
    const [article = '' as ArticleId] = await opened.ids();
    await opened.ask('articles.mark', { ids: [article], starred: true });
    await opened.ask('articles.mark', { ids: [article], read: true });
    await opened.reader.close();
    const calm = await open(disk);
    expect([await calm.ids(), calm.logged]).toEqual([[article], []]);
    await calm.reader.close();
    const [journal = ''] = paths(disk, 'journal');
    const at = disk.files().get(journal)?.indexOf('"starred":true') ?? -1;
    expect(at).toBeGreaterThan(0);
    disk.flip(journal, at, 1);
    const hurt = await open(disk);
    expect(await hurt.ids()).toEqual([article]);
    expect((await hurt.ask('articles.get', { id: article })).state).toMatchObject({ read: true, starred: false });
    expect(hurt.reader.status().recovery?.repairs.some(({ lost }) => lost)).toBe(true);
  });

  test('that are long are put together again with all their pieces', async () => {
    const disk = createFaultDisk();
    const opened = await open(disk);
    const sentence = 'The river rose again on Monday and no one slept. ';
    const text = sentence.repeat(Math.ceil(4_200_000 / sentence.length)).trim();
    await opened.reader.importFiles([{ kind: 'text', name: 'long.txt', text }]).finished;
    const [id = '' as ArticleId] = await opened.ids();
    const view = await opened.ask('articles.get', { id });
    await opened.reader.close();
    await removeAll(disk, 'catalogue', 'journal');
    const { ask, ids } = await open(disk);
    expect(await ids()).toEqual([id]);
    const again = await ask('articles.get', { id });
    expect(again.hiddenCharacters).toBe(view.hiddenCharacters);
    expect(again.article.blocks).toEqual(view.article.blocks);
  });
});

describe('dropped files', () => {
  test('are imported again when nothing else is left', async () => {
    const { disk, texts } = await makeTwoImports();
    await removeAll(disk, 'catalogue', 'journal', 'bodies', 'library.json');
    const opened = await open(disk);
    expect(toIds(await listTexts(opened))).toEqual(toIds(texts));
    expect((await opened.ask('library.overview', {})).imports.map(({ name }) => name)).toEqual(['Recovered files']);
  });

  test('that are damaged like all else are no empty library: it is not opened and nothing is changed', async () => {
    const { disk } = await makeTwoImports();
    for (const [path, bytes] of disk.files()) disk.put(path, Buffer.alloc(bytes.length));
    const before = disk.files();
    await expect(open(disk)).rejects.toMatchObject({ code: 'damaged' });
    expect(disk.files()).toEqual(before);
  });

  test('give back texts that are damaged, and the damage is met only once', async () => {
    const { disk, texts } = await makeTwoImports();
    for (const path of paths(disk, 'bodies')) disk.flip(path, 40, 1);
    const opened = await open(disk);
    for (const { id } of texts as readonly { id: ArticleId }[]) {
      expect((await opened.ask('articles.get', { id })).article.blocks.length).toBeGreaterThan(0);
    }
    expect(opened.logged.filter((line) => line.includes('is read again'))).toHaveLength(2);
    await opened.reader.close();
    const again = await open(disk);
    await again.ask('articles.rows', { ids: [...(await again.ids())] });
    expect(again.logged).toEqual([]);
  });

  test('that are damaged as well leave the list whole and refuse only the text', async () => {
    const { disk } = await makeTwoImports();
    for (const path of paths(disk, 'bodies')) disk.flip(path, 40, 1);
    for (const path of paths(disk, 'originals')) disk.flip(path, 20, 1);
    const { ask, ids } = await open(disk);
    const all = [...(await ids())];
    const rows = await ask('articles.rows', { ids: all });
    expect(rows).toHaveLength(4);
    const lost = rows.filter(({ excerpt }) => excerpt === '');
    expect(lost).toHaveLength(2);
    for (const { id } of lost) await expect(ask('articles.get', { id })).rejects.toMatchObject({ code: 'damaged' });
  });

  test('give back texts on a disk that takes nothing, which are not written anew', async () => {
    const { disk } = await makeTwoImports();
    for (const path of paths(disk, 'bodies')) disk.flip(path, 40, 1);
    const before = disk.files();
    const options = { directory, disk: disk.disk, readOnly: 'readable' as const };
    const { ask, ids, reader } = await openForTest(options, onTestFinished);
    for (const id of await ids()) await ask('articles.get', { id });
    expect(reader.status().readOnly).not.toBeNull();
    await reader.close();
    expect(disk.files()).toEqual(before);
  });
});

describe('undo after a restart', () => {
  test('goes on where it was, and so does redo', async () => {
    const disk = createFaultDisk();
    let opened = await open(disk);
    await opened.importText(1, 2);
    const all = [...(await opened.ids())];
    await opened.ask('articles.mark', { ids: all, starred: true });
    await opened.ask('articles.tag', { ids: all, add: ['war'], remove: [] });
    await opened.ask('history.undo', {});
    const labels: (string | null)[] = [];
    for (const method of ['history.redo', 'history.undo', 'history.undo', 'history.undo', 'history.redo'] as const) {
      await opened.reader.close();
      opened = await open(disk);
      labels.push(await opened.ask(method, {}));
    }
    expect(labels).toEqual([
      'tag 2 articles',
      'tag 2 articles',
      'star 2 articles',
      'import dump.txt',
      'import dump.txt',
    ]);
    expect(await opened.ids()).toEqual(all);
    expect(await opened.ask('library.overview', {})).toMatchObject({
      undo: 'import dump.txt',
      redo: 'star 2 articles',
    });
  });

  test('of a change whose line in the journal is damaged changes nothing, says so and lets the next be undone', async () => {
    const disk = createFaultDisk();
    const opened = await open(disk);
    await opened.importText(1);
    const all = [...(await opened.ids())];
    await opened.ask('articles.tag', { ids: all, add: ['war'], remove: [] });
    await opened.ask('articles.mark', { ids: all, starred: true });
    for (let index = 0; index < 200; index += 1) {
      await opened.ask('articles.mark', { ids: all, read: index % 2 === 0, automatic: true });
    }
    await opened.reader.close();
    const [journal = ''] = paths(disk, 'journal');
    disk.flip(journal, disk.files().get(journal)?.indexOf('"starred":true') ?? 0, 1);
    const { ask } = await open(disk);
    const id = all[0] ?? ('' as ArticleId);
    expect(await ask('history.undo', {})).toBe('star 1 article (its record is damaged, so nothing was changed)');
    expect((await ask('articles.get', { id })).state).toMatchObject({ starred: true, tags: ['war'] });
    expect(await ask('history.undo', {})).toBe('tag 1 article');
    expect((await ask('articles.get', { id })).state.tags).toEqual([]);
  });
});

describe('before an import is undone', () => {
  test('tells which of its articles a person would miss', async () => {
    const { importText, ask } = await open(createFaultDisk());
    const first = await importText(1, 2, 3, 4, 5);
    const ids = first.reports.flatMap(({ articles }) => articles.map(({ id }) => id));
    const [read = '', starred = '', tagged = '', trashed = '', shared = ''] = ids;
    await ask('articles.mark', { ids: [read], read: true });
    await ask('articles.mark', { ids: [starred, shared], starred: true });
    await ask('articles.tag', { ids: [tagged], add: ['war'], remove: [] });
    await ask('articles.mark', { ids: [trashed], trashed: true });
    await importText(5);
    expect((await ask('imports.touched', { id: first.id })).toSorted()).toEqual([starred, tagged, trashed].toSorted());
  });

  test('tells which import the next undo takes back, if it is one', async () => {
    const { importText, ask, ids } = await open(createFaultDisk());
    expect(await ask('history.nextImport', {})).toBeNull();
    const { id } = await importText(1);
    expect(await ask('history.nextImport', {})).toBe(id);
    await ask('articles.mark', { ids: [...(await ids())], starred: true });
    expect(await ask('history.nextImport', {})).toBeNull();
    await ask('history.undo', {});
    expect(await ask('history.nextImport', {})).toBe(id);
    await ask('history.undo', {});
    expect(await ask('history.nextImport', {})).toBeNull();
  });
});
