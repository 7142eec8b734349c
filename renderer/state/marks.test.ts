import { expect, test } from 'vitest';
import type { Reply } from '../../shared/contract.ts';
import type { ArticleId, ImportId } from '../../shared/model.ts';
import { markArticles } from './marks.ts';
import { ok, openTestApp, toRow, type TestApp } from './test-app.ts';

const ids = ['1', '2'] as unknown as readonly ArticleId[];

/** A core with two articles, the second one read. `mark` is what it answers to a mark. */
async function openHost(mark: Reply<number>): Promise<TestApp> {
  const opened = openTestApp({
    'articles.rows': () => ok([toRow('1'), toRow('2', { read: true })]),
    'articles.mark': () => mark,
  });
  await opened.app.rows.want(ids);
  return opened;
}

test('shows a mark before the core has answered', async () => {
  const { app, words } = await openHost({ ok: true, value: 1 });
  const marking = markArticles(app, { ids, patch: { read: true }, past: 'Marked read:' });
  expect(app.rows.get('1' as ArticleId)?.read).toBe(true);
  await marking;
  expect(words()).toEqual(['Marked read: 1 article']);
});

test('takes a mark back when the core refuses, and says why', async () => {
  const { app, words } = await openHost({ ok: false, error: { code: 'unwritable', message: 'The disk is full.' } });
  await markArticles(app, { ids, patch: { starred: true }, past: 'Starred' });
  expect(app.rows.get('1' as ArticleId)?.starred).toBe(false);
  expect(words()).toEqual(['The mark was not kept. The disk is full.']);
});

test('undoes by the history in the toast, as Ctrl+Z does', async () => {
  const { app, calls } = await openHost({ ok: true, value: 700 });
  await markArticles(app, { ids, patch: { read: true }, past: 'Marked read:' });
  app.toasts.store.get()[0]?.actions[0]?.run();
  await expect.poll(() => calls.at(-1)).toEqual({ method: 'history.undo', input: {} });
});

test('offers the undo of the latest mark alone', async () => {
  const { app, words } = await openHost({ ok: true, value: 2 });
  await markArticles(app, { ids, patch: { starred: true }, past: 'Starred' });
  await markArticles(app, { ids, patch: { read: true }, past: 'Marked read:' });
  expect(words()).toEqual(['Marked read: 2 articles']);
});

test('a mark that sets itself leaves the undo of what the person did', async () => {
  const { app, calls, words } = await openHost({ ok: true, value: 1 });
  await markArticles(app, { ids, patch: { starred: true }, past: 'Starred' });
  await markArticles(app, { ids, patch: { read: true }, past: null });
  expect(calls.at(-1)).toEqual({ method: 'articles.mark', input: { ids, read: true, automatic: true } });
  expect(words()).toEqual(['Starred 1 article']);
});

test('a finished import is the latest change: the undo of an earlier mark goes', async () => {
  const { app, emit, words } = await openHost({ ok: true, value: 1 });
  await markArticles(app, { ids, patch: { starred: true }, past: 'Starred' });
  const counts = { files: 1, found: 2, new: 2, known: 0, refused: 0, tookMs: 1, importedAt: 0 };
  const summary = { id: 'x' as ImportId, name: 'a.txt', finished: true, cancelled: false, ...counts };
  emit({ kind: 'import-finished', summary, firstArticle: null });
  expect(words()).toEqual([expect.stringContaining('2 articles from')]);
});

test('a mark that sets itself is quiet', async () => {
  const { app, words } = await openHost({ ok: true, value: 1 });
  await markArticles(app, { ids, patch: { read: true }, past: null });
  expect(words()).toEqual([]);
});

test('shows what another window marked', async () => {
  const { app, emit } = await openHost({ ok: true, value: 0 });
  emit({
    kind: 'marked',
    sequence: 1,
    marks: [{ ids, state: { starred: true } }],
    tags: [{ id: '2' as ArticleId, tags: ['tides'] }],
  });
  expect(app.rows.get('2' as ArticleId)).toMatchObject({ starred: true, tags: ['tides'], read: true });
});
