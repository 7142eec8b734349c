import { expect, test } from 'vitest';
import type { ReaderEvent, Reply } from '../../shared/contract.ts';
import type { ArticleId, ArticleRow, ImportId } from '../../shared/model.ts';
import { createEmitter } from '../transport/emitter.ts';
import type { Transport } from '../transport/transport.ts';
import { createApp, type App } from './app.ts';
import { listen } from './events.ts';
import { markArticles } from './marks.ts';

const ids = ['1', '2'] as unknown as readonly ArticleId[];

function toRow(id: ArticleId, read: boolean): ArticleRow {
  const text = { title: id, excerpt: '', source: null, sourceInferred: false, date: null, language: null };
  return { id, ...text, direction: 'ltr', importedAt: 0, words: 1, read, starred: false, tags: [] };
}

type Host = {
  readonly app: App;
  readonly calls: { readonly method: string; readonly input: unknown }[];
  readonly emit: (event: ReaderEvent) => void;
};

/** A core with two articles, the second one read. `mark` is what it answers to a mark. */
async function openHost(mark: Reply<number>): Promise<Host> {
  const calls: Host['calls'] = [];
  const { on: onEvent, emit } = createEmitter<ReaderEvent>();
  const answers: Record<string, unknown> = {
    'articles.rows': [toRow('1' as ArticleId, false), toRow('2' as ArticleId, true)],
  };
  const transport: Transport = {
    host: 'browser',
    opensOn: null,
    call: async (method, input) => {
      calls.push({ method, input });
      return method === 'articles.mark' ? mark : { ok: true, value: answers[method] ?? null };
    },
    onEvent,
    onResync: () => () => {},
    onConnection: () => () => {},
    onCommand: () => () => {},
    importDropped: async () => ({ ok: true, value: null }),
    choose: async () => ({ ok: true, value: null }),
    retry: () => {},
  };
  const app = createApp(transport);
  listen(app);
  await app.rows.want(ids);
  return { app, calls, emit };
}

const words = (app: App): readonly string[] => app.toasts.store.get().map((toast) => toast.words);

test('shows a mark before the core has answered', async () => {
  const { app } = await openHost({ ok: true, value: 1 });
  const marking = markArticles(app, { ids, patch: { read: true }, past: 'Marked read:' });
  expect(app.rows.get('1' as ArticleId)?.read).toBe(true);
  await marking;
  expect(words(app)).toEqual(['Marked read: 1 article']);
});

test('takes a mark back when the core refuses, and says why', async () => {
  const { app } = await openHost({ ok: false, error: { code: 'unwritable', message: 'The disk is full.' } });
  await markArticles(app, { ids, patch: { starred: true }, past: 'Starred' });
  expect(app.rows.get('1' as ArticleId)?.starred).toBe(false);
  expect(words(app)).toEqual(['The mark was not kept. The disk is full.']);
});

test('undoes by the history in the toast, as Ctrl+Z does', async () => {
  const { app, calls } = await openHost({ ok: true, value: 700 });
  await markArticles(app, { ids, patch: { read: true }, past: 'Marked read:' });
  app.toasts.store.get()[0]?.actions[0]?.run();
  expect(calls.at(-1)).toEqual({ method: 'history.undo', input: {} });
});

test('offers the undo of the latest mark alone', async () => {
  const { app } = await openHost({ ok: true, value: 2 });
  await markArticles(app, { ids, patch: { starred: true }, past: 'Starred' });
  await markArticles(app, { ids, patch: { read: true }, past: 'Marked read:' });
  expect(words(app)).toEqual(['Marked read: 2 articles']);
});

test('a mark that sets itself leaves the undo of what the person did', async () => {
  const { app, calls } = await openHost({ ok: true, value: 1 });
  await markArticles(app, { ids, patch: { starred: true }, past: 'Starred' });
  await markArticles(app, { ids, patch: { read: true }, past: null });
  expect(calls.at(-1)).toEqual({ method: 'articles.mark', input: { ids, read: true, automatic: true } });
  expect(words(app)).toEqual(['Starred 1 article']);
});

test('a finished import is the latest change: the undo of an earlier mark goes', async () => {
  const { app, emit } = await openHost({ ok: true, value: 1 });
  await markArticles(app, { ids, patch: { starred: true }, past: 'Starred' });
  const counts = { files: 1, found: 2, new: 2, known: 0, refused: 0, tookMs: 1, importedAt: 0 };
  const summary = { id: 'x' as ImportId, name: 'a.txt', finished: true, cancelled: false, ...counts };
  emit({ kind: 'import-finished', summary, firstArticle: null });
  expect(words(app)).toEqual([expect.stringContaining('2 articles from')]);
});

test('a mark that sets itself is quiet', async () => {
  const { app } = await openHost({ ok: true, value: 1 });
  await markArticles(app, { ids, patch: { read: true }, past: null });
  expect(words(app)).toEqual([]);
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
