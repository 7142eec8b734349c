import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ArticleId } from '../../shared/model.ts';
import { makeDump } from './test-dumps.ts';
import { makeTestFolder } from './store/test-folder.ts';
import { openForTest } from './test-reader.ts';

const open = (directory: string, options: { readonly sample?: string } = {}) =>
  openForTest({ directory, ...options }, onTestFinished);

describe('an import', () => {
  test('is one change, and its articles can be listed, read and traced to their lines', async () => {
    const { importText, reader, ask, ids, events } = await open(await makeTestFolder(onTestFinished));
    const report = await importText(1, 2);
    expect(report).toMatchObject({ name: 'dump.txt', found: 2, new: 2, known: 0, refused: 0, finished: true });
    expect(events.filter(({ kind }) => kind === 'articles-changed')).toEqual([
      { kind: 'articles-changed', sequence: 1 },
    ]);
    const listed = await reader.list();
    expect(listed.map(({ title, file }) => ({ title, file }))).toEqual([
      { title: 'Baghdad council reads report number 1', file: 'dump.txt' },
      { title: 'Lisbon council reads report number 2', file: 'dump.txt' },
    ]);
    expect(Object.keys(listed[0] ?? {})).toEqual(
      'id title source date importedAt read starred tags file lines words'.split(' '),
    );
    const [row] = await ask('articles.rows', { ids: [...(await ids())] });
    expect(row?.excerpt).toMatch(/^BAGHDAD \(Reuters\) - Officials/);
    expect(row?.excerpt.length).toBeLessThanOrEqual(240);
    const view = await ask('articles.get', { id: listed[1]?.id ?? '' });
    const [found] = view.occurrences;
    if (found?.lines === undefined || found.lines === null) throw new Error('the article has no lines');
    const [first, last] = found.lines;
    const original = await ask('originals.lines', { sha256: found.original, first, count: last - first + 1 });
    expect(original.lines[0]).toBe(view.article.title);
    expect(original.lines.at(-1)).toBe(view.article.blocks.at(-1)?.text);
  });

  test('of the same text adds an occurrence, not an article, and keeps star and tags', async () => {
    const { importText, ask, ids } = await open(await makeTestFolder(onTestFinished));
    await importText(1, 2);
    const [first = '' as ArticleId] = await ids();
    await ask('articles.mark', { ids: [first], starred: true });
    await ask('articles.tag', { ids: [first], add: ['war'], remove: [] });
    const again = await importText(2, 1, 3);
    expect(again).toMatchObject({ found: 3, new: 1, known: 2 });
    expect(again.reports[0]?.articles.map(({ known }) => known)).toEqual([true, true, false]);
    const view = await ask('articles.get', { id: first });
    expect(view.state).toEqual({ read: false, starred: true, trashed: false, tags: ['war'] });
    expect(view.occurrences).toHaveLength(2);
    expect(await ids()).toHaveLength(3);
  });

  test('that is undone leaves exactly what was there, and counts as new when it comes again', async () => {
    const { importText, ask, ids } = await open(await makeTestFolder(onTestFinished));
    await importText(1, 2);
    const before = await ids();
    const { id } = await importText(2, 3);
    await ask('articles.mark', { ids: [...(await ids())], starred: true });
    expect(await ask('imports.undo', { id })).toBe(1);
    expect(await ids()).toEqual(before);
    await expect(ask('imports.report', { id })).rejects.toMatchObject({ code: 'not-found' });
    const again = await importText(3);
    expect(again).toMatchObject({ found: 1, new: 1 });
    const [article = ''] = again.reports[0]?.articles.map((each) => each.id) ?? [];
    expect((await ask('articles.get', { id: article })).state.starred).toBe(true);
  });

  test('takes in what can be read and says of the rest why not', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const { reader } = await open(join(folder, 'library'));
    await mkdir(join(folder, 'drop'));
    await writeFile(join(folder, 'drop', 'a.txt'), makeDump([1, 2]));
    await writeFile(join(folder, 'drop', 'b.txt'), '');
    await writeFile(join(folder, 'drop', 'c.bin'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]));
    const report = await reader
      .importFiles([
        { kind: 'path', path: join(folder, 'drop') },
        { kind: 'path', path: join(folder, 'nowhere.txt') },
      ])
      .report();
    expect(report).toMatchObject({ name: '2 files', files: 4, found: 2, refused: 3 });
    expect(report.reports.map(({ file, refused }) => [file, refused?.code ?? null])).toEqual([
      ['drop/a.txt', null],
      ['drop/b.txt', 'empty'],
      ['drop/c.bin', 'binary'],
      ['nowhere.txt', 'unreadable'],
    ]);
  });

  test('waits for the one before it, and is named after its file or folder', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const { reader, events } = await open(join(folder, 'library'));
    await writeFile(join(folder, 'khartoum.txt'), makeDump([1]));
    const first = reader.importFiles([{ kind: 'path', path: join(folder, 'khartoum.txt') }]);
    const second = reader.importFiles([{ kind: 'text', name: 'x', text: makeDump([2]) }], { name: 'Given' });
    expect((await Promise.all([first.report(), second.report()])).map(({ name }) => name)).toEqual([
      'khartoum.txt',
      'Given',
    ]);
    const order = events.filter(({ kind }) => kind === 'import-started' || kind === 'import-finished');
    expect(order.map(({ kind }) => kind)).toEqual([
      'import-started',
      'import-finished',
      'import-started',
      'import-finished',
    ]);
  });

  test('that is cancelled keeps the files that were finished', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const { reader, ask, ids } = await open(folder);
    const sources = Array.from(
      { length: 50 },
      (_, key) => ({ kind: 'text', name: `${key}`, text: makeDump([key]) }) as const,
    );
    const ticket = reader.importFiles(sources);
    let asked = false;
    reader.onEvent((event) => {
      if (event.kind !== 'import-progress' || asked) return;
      asked = true;
      ticket.cancel();
    });
    const report = await ticket.report();
    expect(report).toMatchObject({ cancelled: true, finished: true });
    expect(report.files).toBeLessThan(50);
    expect(await ids()).toHaveLength(report.found);
    expect(await ask('imports.cancel', { id: ticket.id })).toBe(false);
  });

  test('in many parts is one import that is undone and redone as one', async () => {
    const { reader, events, ask, ids } = await open(await makeTestFolder(onTestFinished));
    const sources = Array.from({ length: 5 }, (_, file) => {
      const keys = Array.from({ length: 900 }, (__, key) => file * 1000 + key);
      return { kind: 'text', name: `${file}.txt`, text: makeDump(keys) } as const;
    });
    const report = await reader.importFiles(sources).report();
    expect(report).toMatchObject({ files: 5, found: 4500, new: 4500 });
    expect(events.filter(({ kind }) => kind === 'articles-changed').length).toBeGreaterThan(1);
    const before = await ids();
    expect(await ask('history.undo', {})).toBe('import 5 files');
    expect(await ids()).toEqual([]);
    expect(await ask('history.redo', {})).toBe('import 5 files');
    expect(await ids()).toEqual(before);
    expect((await ask('imports.report', { id: report.id })).reports).toEqual(report.reports);
  });

  test('whose original cannot be stored is refused, and the others go on', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const { reader, logged } = await open(folder);
    await rm(join(folder, 'originals'), { recursive: true });
    await writeFile(join(folder, 'originals'), 'a file is in the way');
    const bad = await reader.importFiles([{ kind: 'text', name: 'a', text: makeDump([1]) }]).report();
    expect(bad).toMatchObject({ found: 0, refused: 1, reports: [{ refused: { code: 'failed' } }] });
    expect(logged).toHaveLength(1);
    await rm(join(folder, 'originals'));
    const good = await reader.importFiles([{ kind: 'text', name: 'a', text: makeDump([1]) }]).report();
    expect(good).toMatchObject({ found: 1, refused: 0 });
  });

  test('whose articles cannot be written fails, says so and leaves the library as it was', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const { importText, events, ids } = await open(folder);
    await importText(1);
    const before = await ids();
    await rm(join(folder, 'bodies'), { recursive: true });
    await expect(importText(2)).rejects.toMatchObject({ code: 'unwritable' });
    expect(events.at(-1)).toMatchObject({ kind: 'import-failed', error: { code: 'unwritable' } });
    expect(await ids()).toEqual(before);
  });

  test('of pasted text and of the sample is answered at once with its id', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const sample = join(folder, 'welcome.txt');
    await writeFile(sample, makeDump([7]));
    const { ask, events, reader } = await open(join(folder, 'library'), { sample });
    const pasted = await ask('imports.text', { text: makeDump([1]) });
    const welcome = await ask('imports.sample', {});
    await reader.importFiles([]).report();
    const finished = events.flatMap((event) => (event.kind === 'import-finished' ? [event.summary] : []));
    expect(finished.map(({ id, name, found }) => ({ id, name, found })).slice(0, 2)).toEqual([
      { id: pasted, name: 'Pasted text: Baghdad council reads report number 1…', found: 1 },
      { id: welcome, name: 'welcome.txt', found: 1 },
    ]);
  });
});
