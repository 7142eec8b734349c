import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ArticleId } from '../../shared/model.ts';
import { openReader } from './reader.ts';
import { makeTestFolder } from './store/test-folder.ts';
import { openForTest } from './test-reader.ts';

const open = (directory: string, options: { readonly sample?: string } = {}) =>
  openForTest({ directory, ...options }, onTestFinished);

describe('undo', () => {
  test('takes back read, star, tags and imports one by one, and redo brings them again', async () => {
    const { importText, ask, ids } = await open(await makeTestFolder(onTestFinished));
    await importText(1, 2);
    const all = [...(await ids())];
    const [first = '' as ArticleId] = all;
    await ask('articles.mark', { ids: all, read: true });
    await ask('articles.mark', { ids: [first], starred: true });
    await ask('articles.tag', { ids: all, add: ['war', 'peace'], remove: [] });
    const state = async () => (await ask('articles.get', { id: first })).state;
    const labels = ['tag 2 articles', 'star 1 article', 'mark 2 articles read', 'import dump.txt'];
    const after = { read: true, starred: true, trashed: false, tags: ['peace', 'war'] };
    expect(await state()).toEqual(after);
    for (const label of labels) {
      expect((await ask('library.overview', {})).undo).toBe(label);
      expect(await ask('history.undo', {})).toBe(label);
    }
    expect(await ids()).toEqual([]);
    expect(await ask('history.undo', {})).toBeNull();
    for (const label of labels.toReversed()) {
      expect((await ask('library.overview', {})).redo).toBe(label);
      expect(await ask('history.redo', {})).toBe(label);
    }
    expect(await state()).toEqual(after);
    expect(await ask('history.redo', {})).toBeNull();
  });

  test('leaves what was as asked already: only what changed goes back', async () => {
    const { importText, ask, ids } = await open(await makeTestFolder(onTestFinished));
    await importText(1, 2);
    const all = [...(await ids())];
    await ask('articles.mark', { ids: all.slice(0, 1), read: true });
    expect(await ask('articles.mark', { ids: all, read: true })).toBe(1);
    await ask('history.undo', {});
    expect(await ask('articles.ids', { query: { kind: 'unread' }, sort: 'imported' })).toEqual(all.slice(1));
  });

  test('is taken back by doing something new', async () => {
    const { importText, ask, ids } = await open(await makeTestFolder(onTestFinished));
    await importText(1);
    const all = [...(await ids())];
    await ask('articles.mark', { ids: all, read: true });
    await ask('history.undo', {});
    await ask('articles.mark', { ids: all, starred: true });
    expect(await ask('history.redo', {})).toBeNull();
  });

  test('passes over what was marked by itself', async () => {
    const { importText, ask, ids } = await open(await makeTestFolder(onTestFinished));
    await importText(1, 2);
    const [first = '', second = ''] = await ids();
    await ask('articles.mark', { ids: [first], starred: true });
    expect(await ask('articles.mark', { ids: [first], read: true, automatic: true })).toBe(1);
    expect(await ask('library.overview', {})).toMatchObject({ undo: 'star 1 article', all: { unread: 1 } });
    expect(await ask('history.undo', {})).toBe('star 1 article');
    expect((await ask('articles.get', { id: first })).state).toEqual({
      read: true,
      starred: false,
      trashed: false,
      tags: [],
    });
    await ask('articles.mark', { ids: [second], read: true, automatic: true });
    expect(await ask('history.redo', {})).toBe('star 1 article');
    expect(await ask('history.undo', {})).toBe('star 1 article');
    expect(await ask('history.undo', {})).toBe('import dump.txt');
    expect(await ids()).toEqual([]);
    expect(await ask('history.redo', {})).toBe('import dump.txt');
    expect((await ask('articles.get', { id: first })).state.read).toBe(true);
  });

  test('gives back what was before a step, although a mark by itself came after it', async () => {
    const { importText, ask, ids } = await open(await makeTestFolder(onTestFinished));
    await importText(1, 2);
    const all = [...(await ids())];
    const unread = () => ask('articles.ids', { query: { kind: 'unread' }, sort: 'imported' });
    await ask('articles.mark', { ids: all, read: true });
    await ask('articles.mark', { ids: all, read: false });
    await ask('articles.mark', { ids: all.slice(0, 1), read: true, automatic: true });
    expect(await ask('history.undo', {})).toBe('mark 2 articles unread');
    expect(await unread()).toEqual([]);
    expect(await ask('history.redo', {})).toBe('mark 2 articles unread');
    expect(await unread()).toEqual(all);
    await ask('articles.mark', { ids: all.slice(0, 1), read: true, automatic: true });
    for (const label of ['mark 2 articles unread', 'mark 2 articles read']) {
      expect(await ask('history.undo', {})).toBe(label);
    }
    expect(await unread()).toEqual(all);
  });

  test('tells the list what to patch', async () => {
    const { importText, ask, ids, events } = await open(await makeTestFolder(onTestFinished));
    await importText(1);
    const all = [...(await ids())];
    await ask('articles.tag', { ids: all, add: ['war'], remove: [] });
    await ask('history.undo', {});
    expect(events.slice(-2)).toEqual([
      { kind: 'marked', sequence: 2, marks: [], tags: [{ id: all[0], tags: ['war'] }] },
      { kind: 'marked', sequence: 3, marks: [], tags: [{ id: all[0], tags: [] }] },
    ]);
  });
});

describe('a library that is opened again', () => {
  test('is as it was left', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const before = await open(folder);
    const report = await before.importText(1, 2, 3);
    const all = [...(await before.ids())];
    await before.ask('articles.mark', { ids: all.slice(1), starred: true });
    await before.ask('articles.tag', { ids: all, add: ['war'], remove: [] });
    const overview = await before.ask('library.overview', {});
    await before.reader.close();
    const after = await open(folder);
    expect(await after.ask('library.overview', {})).toEqual(overview);
    expect(await after.ids()).toEqual(all);
    expect(await after.ask('imports.report', { id: report.id })).toEqual(report);
    expect(after.logged).toEqual([]);
  });

  test('remembers what was marked by itself', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const before = await open(folder);
    await before.importText(1);
    const [id = ''] = await before.ids();
    await before.ask('articles.mark', { ids: [id], read: true, automatic: true });
    await before.reader.close();
    const after = await open(folder);
    expect((await after.ask('articles.get', { id })).state.read).toBe(true);
  });

  test('is as it was left when its journal was folded into a snapshot', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const before = await open(folder);
    await before.importText(1, 2);
    const all = [...(await before.ids())];
    for (let index = 0; index < 250; index += 1) await before.ask('articles.mark', { ids: all, read: index % 2 === 0 });
    await before.ask('articles.tag', { ids: all, add: ['war'], remove: [] });
    await before.reader.close();
    const names = await readdir(join(folder, 'catalogue'));
    expect(names.filter((name) => name.includes('manifest')).toSorted()).toEqual([
      '000000000000.manifest.json',
      '000000000252.manifest.json',
    ]);
    const after = await open(folder);
    expect(await after.ids()).toEqual(all);
    expect((await after.ask('articles.get', { id: all[0] ?? '' })).state).toEqual({
      read: false,
      starred: false,
      trashed: false,
      tags: ['war'],
    });
  });

  test('is not opened twice, and not used when closed', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const { reader } = await open(folder);
    await expect(openReader({ directory: folder })).rejects.toMatchObject({ code: 'locked' });
    await Promise.all([reader.close(), reader.close()]);
    expect(await reader.call('library.overview', {})).toMatchObject({ ok: false, error: { code: 'closed' } });
    await expect(reader.importFiles([]).finished).rejects.toMatchObject({ code: 'closed' });
    const again = await openReader({ directory: folder });
    await again.close();
  });

  test('shows a text that is damaged as it was dropped, says so and writes it anew', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const before = await open(folder);
    await before.importText(1, 2);
    const views = [];
    for (const id of await before.ids()) views.push(await before.ask('articles.get', { id }));
    await before.reader.close();
    const [pack = ''] = await readdir(join(folder, 'bodies'));
    const bytes = await readFile(join(folder, 'bodies', pack));
    bytes[40] = (bytes[40] ?? 0) ^ 0xff;
    await writeFile(join(folder, 'bodies', pack), bytes);
    const { ask, ids, logged } = await open(folder);
    const all = [...(await ids())];
    const rows = await ask('articles.rows', { ids: all });
    expect(rows.map(({ excerpt }) => excerpt !== '')).toEqual([true, true]);
    expect(await Promise.all(all.map((id) => ask('articles.get', { id })))).toEqual(views);
    expect(logged).toEqual([expect.stringContaining('is damaged and is read again from its original')]);
    expect(await readdir(join(folder, 'bodies'))).toContainEqual(expect.stringMatching(/^repair-/));
  });
});
