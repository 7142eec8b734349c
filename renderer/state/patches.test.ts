import { expect, test } from 'vitest';
import type { ArticleId, ArticleState } from '../../shared/model.ts';
import { applyPatch, findBefore, type StatePatch } from './patches.ts';

const state: ArticleState = { read: false, starred: true, trashed: false, tags: ['harbour', 'water'] };

test.each<[string, StatePatch, ArticleState]>([
  ['marks read', { read: true }, { ...state, read: true }],
  ['takes a star off', { starred: false }, { ...state, starred: false }],
  ['puts in the trash', { trashed: true }, { ...state, trashed: true }],
  ['adds a tag in order', { add: ['tides'] }, { ...state, tags: ['harbour', 'tides', 'water'] }],
  ['removes a tag', { remove: ['water'] }, { ...state, tags: ['harbour'] }],
  ['does both at once', { add: ['tides'], remove: ['harbour'] }, { ...state, tags: ['tides', 'water'] }],
])('%s', (_, patch, expected) => {
  expect(applyPatch(state, patch)).toEqual(expected);
});

test.each<StatePatch>([
  {},
  { read: false },
  { starred: true },
  { trashed: false },
  { add: ['water'] },
  { remove: ['tides'] },
])('answers the same object when %o changes nothing', (patch) => {
  expect(applyPatch(state, patch)).toBe(state);
});

test('remembers only the fields a patch touches', () => {
  const id = '0' as ArticleId;
  expect(findBefore(id, state, { read: true })).toEqual({ id, state: { read: false } });
  expect(findBefore(id, state, { trashed: true })).toEqual({ id, state: { trashed: false } });
  expect(findBefore(id, state, { add: ['x'] })).toEqual({ id, state: { tags: ['harbour', 'water'] } });
});
