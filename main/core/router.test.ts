import { expect, test } from 'vitest';
import { ReaderError } from '../../shared/errors.ts';
import { createRouter, type Handlers } from './router.ts';

const id = 'a'.repeat(24);

/** A router whose handlers all answer what they were given, or fail as told. */
function makeRouter(failure?: Error) {
  const logged: unknown[] = [];
  const handle = (input: unknown): unknown => {
    if (failure !== undefined) throw failure;
    return input;
  };
  const handlers = new Proxy({}, { get: () => handle }) as Handlers;
  return { route: createRouter(handlers, (...line) => logged.push(line)), logged };
}

test.each(['', 'toString', '__proto__', 'constructor', 'articles', 'articles.delete'])(
  'refuses the unknown call %j',
  async (method) => {
    expect(await makeRouter().route(method, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  },
);

test.each<[string, unknown]>([
  ['library.overview', undefined],
  ['library.overview', null],
  ['library.overview', { extra: 1 }],
  ['articles.get', { id: '../../etc/passwd' }],
  ['articles.get', { id: `${id}0` }],
  ['articles.get', {}],
  ['articles.rows', { ids: Array.from({ length: 201 }, () => id) }],
  ['articles.ids', { query: { kind: 'all' }, sort: 'random' }],
  ['articles.ids', { query: { kind: 'source' }, sort: 'newest' }],
  ['articles.mark', { ids: [id], read: 'yes' }],
  ['articles.mark', { ids: id, read: true }],
  ['articles.tag', { ids: [id], add: ['  '], remove: [] }],
  ['articles.tag', { ids: [id], add: ['a\nb'], remove: [] }],
  ['imports.undo', { id: 'x' }],
  ['originals.lines', { sha256: '../x', first: 1, count: 1 }],
  ['originals.lines', { sha256: 'a'.repeat(64), first: 0, count: 1 }],
  ['originals.lines', { sha256: 'a'.repeat(64), first: 1, count: 2001 }],
  ['imports.text', { text: 5 }],
  ['settings.set', { patch: { unknown: 1 } }],
])('refuses %s with %j', async (method, input) => {
  expect(await makeRouter().route(method, input)).toMatchObject({
    ok: false,
    error: { code: 'invalid-input', message: expect.stringContaining(method) },
  });
});

test('knows only the calls it has handlers for', async () => {
  const route = createRouter({ 'history.undo': () => 'star 1 article' }, () => undefined);
  expect(await route('history.undo', {})).toEqual({ ok: true, value: 'star 1 article' });
  expect(await route('history.redo', {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
});

test('hands on what was parsed', async () => {
  const { route } = makeRouter();
  expect(await route('articles.tag', { ids: [id], add: [' war '], remove: [] })).toEqual({
    ok: true,
    value: { ids: [id], add: ['war'], remove: [] },
  });
  expect(await route('settings.set', { patch: { density: 'compact' } })).toEqual({
    ok: true,
    value: { patch: { density: 'compact' } },
  });
});

test('answers an expected failure with its code, and does not log it', async () => {
  const { route, logged } = makeRouter(new ReaderError('not-found', 'The library does not hold this article.'));
  expect(await route('articles.get', { id })).toEqual({
    ok: false,
    error: { code: 'not-found', message: 'The library does not hold this article.' },
  });
  expect(logged).toEqual([]);
});

test('answers any other failure as internal, tells nothing of it and logs it', async () => {
  const failure = new TypeError('secret /home/user');
  const { route, logged } = makeRouter(failure);
  const reply = await route('articles.get', { id });
  expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(JSON.stringify(reply)).not.toContain('secret');
  expect(logged).toEqual([[expect.any(String), failure]]);
});
