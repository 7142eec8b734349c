import { expect, test } from 'vitest';
import type { ArticleId } from '../../shared/model.ts';
import type { Place } from '../../shared/place.ts';
import { keys } from './library.ts';
import { markArticles } from './marks.ts';
import { enterList, openSettings, select } from './navigate.ts';
import { askPlace, choosePlace, currentPlace } from './place.ts';
import { noOverview, ok, openPlace, openTestApp, toRow } from './test-app.ts';

const id = 'a' as ArticleId;
const readOnly: Place = { ...openPlace, state: 'read-only', reason: { code: 'read-only', message: 'It is a disc.' } };
const closed: Place = { ...openPlace, state: 'closed', reason: { code: 'damaged', message: 'Two files are gone.' } };

async function openOne() {
  const opened = openTestApp({
    'articles.rows': () => ok([toRow('a')]),
    'articles.mark': () => ok(1),
    'place.retry': () => ok(openPlace),
    'library.overview': () => ok(noOverview),
  });
  await opened.app.rows.want([id]);
  return opened;
}

test('another library: nothing of the old one is shown, chosen or offered', async () => {
  const { app, emit, words } = await openOne();
  enterList(app, { kind: 'tag', name: 'harbour' });
  select(app, { kind: 'choose', id });
  app.cache.setQueryData(keys.overview, { ...noOverview, all: { total: 7, unread: 7 } });
  app.toasts.show({ words: 'Starred 1 article' });
  app.dialog.set(() => ({ kind: 'tags' }));
  openSettings(app);
  const { visit } = app.view.get();
  emit({ kind: 'place', place: { ...openPlace, folder: '/other' }, reload: true });
  expect(app.rows.get(id)).toBeUndefined();
  expect(app.selection.get().chosen.size).toBe(0);
  expect(app.dialog.get()).toBeNull();
  expect(words()).toEqual([]);
  expect(app.cache.getQueryData(keys.overview)).toBeUndefined();
  expect(app.view.get()).toMatchObject({ query: { kind: 'all' }, settings: true, visit: visit + 1 });
  expect(currentPlace(app)?.folder).toBe('/other');
});

test('news of the same library leave what is shown', async () => {
  const { app, emit } = await openOne();
  select(app, { kind: 'choose', id });
  emit({ kind: 'place', place: { ...openPlace, waiting: { changes: 1, message: 'Full.' } }, reload: false });
  expect(app.rows.get(id)?.title).toBe('a');
  expect(app.selection.get().focus).toBe(id);
});

test('a library that is open again after it was closed is asked for everything', async () => {
  const { app, emit } = await openOne();
  emit({ kind: 'place', place: closed, reload: false });
  expect(app.rows.get(id)).toBeDefined();
  expect(await askPlace(app, 'place.retry')).toBe(true);
  expect(currentPlace(app)?.state).toBe('open');
  expect(app.rows.get(id)).toBeUndefined();
});

test('a library that closes takes the dialog with it', async () => {
  const { app, emit } = await openOne();
  app.dialog.set(() => ({ kind: 'tags' }));
  emit({ kind: 'place', place: closed, reload: false });
  expect(app.dialog.get()).toBeNull();
});

test('an event that comes before the answer is the later word', async () => {
  const { app, emit } = openTestApp({
    'place.retry': () => {
      emit({ kind: 'place', place: { ...openPlace, waiting: { changes: 2, message: 'Full.' } }, reload: false });
      return ok({ ...openPlace, waiting: { changes: 1, message: 'Full.' } });
    },
  });
  await askPlace(app, 'place.retry');
  expect(currentPlace(app)?.waiting?.changes).toBe(2);
});

test('a refusal is said, and nothing else changes', async () => {
  const { app, words } = openTestApp({});
  expect(await askPlace(app, 'place.acknowledge')).toBe(false);
  expect(words()).toEqual(['The notice comes again at the next start. Not yet.']);
  expect(currentPlace(app)).toBeUndefined();
});

test('what may not be changed is not sent, and a mark that sets itself is quiet', async () => {
  const { app, emit, calls, words } = await openOne();
  emit({ kind: 'place', place: readOnly, reload: false });
  const before = calls.length;
  await markArticles(app, { ids: [id], patch: { read: true }, past: null });
  expect(words()).toEqual([]);
  await markArticles(app, { ids: [id], patch: { starred: true }, past: 'Starred' });
  expect(words()).toEqual(['Nothing was changed: this library is open to read only']);
  expect(app.rows.get(id)?.starred).toBe(false);
  expect(calls.length).toBe(before);
});

test.each([
  [{ ok: true, value: null }, []],
  [{ ok: true, value: { ...openPlace, folder: '/new' } }, ['The library lies in \u2068/new\u2069 now']],
  [
    { ok: false, error: { code: 'unwritable', message: 'The disk is full.' } },
    ['The library was not moved. The disk is full.'],
  ],
] as const)('a move that answers %o', async (reply, said) => {
  const { app, words } = openTestApp({}, { choosePlace: async () => reply });
  await choosePlace(app, 'move');
  expect(words()).toEqual(said);
});

test('where no library is open nothing is sent to it', async () => {
  const { app, emit, calls, words } = await openOne();
  emit({ kind: 'place', place: closed, reload: false });
  const before = calls.length;
  await markArticles(app, { ids: [id], patch: { starred: true }, past: 'Starred' });
  expect(words()).toEqual(['Nothing was changed: no library is open']);
  expect(calls.length).toBe(before);
});
