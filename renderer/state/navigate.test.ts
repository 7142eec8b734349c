import { expect, test } from 'vitest';
import type { ArticleId } from '../../shared/model.ts';
import { findNear, idsFrom } from './find-unread.ts';
import { findStep } from './navigate.ts';

const ids = ['a', 'b', 'c'] as unknown as readonly ArticleId[];

test.each<[string | null, number, string | null]>([
  [null, 1, 'a'],
  [null, -1, 'c'],
  [null, Infinity, 'c'],
  [null, -Infinity, 'a'],
  ['a', 1, 'b'],
  ['c', 1, 'c'],
  ['a', -1, 'a'],
  ['a', Infinity, 'c'],
  ['c', -10, 'a'],
  ['gone', 1, 'a'],
])('from %s by %d comes to %s', (focus, step, to) => {
  expect(findStep(ids, focus as ArticleId | null, step)).toBe(to);
});

test('an empty list has nowhere to go', () => {
  expect(findStep([], null, 1)).toBeNull();
});

test('looks for unread articles from the focus on, the nearest first', () => {
  expect(idsFrom(ids, 'a' as ArticleId, 1)).toEqual(['b', 'c']);
  expect(idsFrom(ids, 'c' as ArticleId, -1)).toEqual(['b', 'a']);
  expect(idsFrom(ids, null, 1)).toEqual(ids);
  expect(idsFrom(ids, null, -1)).toEqual([]);
});

test('stops at the first row that is not here, and passes over what left the list for the trash', () => {
  const read: Record<string, boolean> = { a: true, b: false, d: false };
  const row = (id: ArticleId) => (read[id] === undefined ? undefined : { read: read[id], trashed: id === 'd' });
  expect(findNear(ids, row, false)).toBe('b');
  expect(findNear(['a', 'c'] as unknown as readonly ArticleId[], row, false)).toBeUndefined();
  expect(findNear(['a'] as unknown as readonly ArticleId[], row, false)).toBeNull();
  expect(findNear(['d', 'b'] as unknown as readonly ArticleId[], row, false)).toBe('b');
  expect(findNear(['b', 'd'] as unknown as readonly ArticleId[], row, true)).toBe('d');
});
