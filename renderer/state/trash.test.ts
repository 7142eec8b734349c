import { expect, test } from 'vitest';
import type { ArticleId } from '../../shared/model.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { keys } from './library.ts';
import { enterList, select } from './navigate.ts';
import { ok, openTestApp, toRow, type TestApp } from './test-app.ts';
import { findNext, toggleTrash } from './trash.ts';

const list = (names: string): readonly ArticleId[] =>
  names.split(' ').filter((name) => name !== '') as unknown as ArticleId[];

test.each([
  ['goes to the one below', 'a b c d', 'b', '', 'c'],
  ['passes over those that are there already', 'a b c d', 'b', 'c', 'd'],
  ['goes below the last of several', 'a b c d', 'a c', '', 'd'],
  ['goes up at the end', 'a b c d', 'd', 'c', 'b'],
  ['goes up past several', 'a b c d', 'b c d', '', 'a'],
  ['finds none where none stays', 'a b', 'a', 'b', null],
])('after the trash %s', (_, ids, leaving, gone, next) => {
  const isGone = (id: ArticleId): boolean => list(gone).includes(id);
  expect(findNext(list(ids), new Set(list(leaving)), isGone)).toBe(next);
});

/** A list of four articles, the first two of them in the trash where the list is the trash. */
async function openList(kind: 'all' | 'trash'): Promise<TestApp> {
  const ids = list('a b c d');
  const opened = openTestApp({
    'articles.rows': () => ok(['a', 'b'].map((id) => toRow(id, { trashed: kind === 'trash' }))),
    'articles.mark': (input) => ok((input as { readonly ids: readonly string[] }).ids.length),
  });
  const { app } = opened;
  app.cache.setQueryData(keys.settings, defaultSettings);
  enterList(app, { kind });
  app.cache.setQueryData(keys.ids(app.view.get(), 'newest'), ids);
  await app.rows.want(list('a b'));
  select(app, { kind: 'choose', id: 'a' as ArticleId });
  return opened;
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test('an article goes to the trash at once, its list moves on, and the toast says so', async () => {
  const { app, calls, words } = await openList('all');
  toggleTrash(app, list('a'));
  expect(app.rows.get('a' as ArticleId)?.trashed).toBe(true);
  expect(app.selection.get().focus).toBe('b');
  await settle();
  expect(calls.at(-1)).toEqual({ method: 'articles.mark', input: { ids: ['a'], trashed: true } });
  expect(words()).toEqual(['Moved 1 article to the trash']);
});

test('a struck article is put back where it stands', async () => {
  const { app, words } = await openList('all');
  toggleTrash(app, list('a'));
  select(app, { kind: 'choose', id: 'a' as ArticleId });
  toggleTrash(app, list('a'));
  expect(app.rows.get('a' as ArticleId)?.trashed).toBe(false);
  expect(app.selection.get().focus).toBe('a');
  await settle();
  expect(words()).toEqual(['Put back 1 article']);
});

test('all of a long trash are put back, also those whose rows are not here', async () => {
  const { app, calls } = await openList('trash');
  toggleTrash(app, list('a b c d'));
  await settle();
  expect(calls.at(-1)).toEqual({ method: 'articles.mark', input: { ids: list('a b c d'), trashed: false } });
});

test('in the trash, too, the list moves on from what is put back', async () => {
  const { app } = await openList('trash');
  toggleTrash(app, list('a'));
  expect(app.selection.get().focus).toBe('b');
});
