import { expect, test } from 'vitest';
import type { ArticleId } from '../../shared/model.ts';
import { mergeIds } from './merge-ids.ts';

const list = (names: string): readonly ArticleId[] =>
  names.split(' ').filter((name) => name !== '') as unknown as ArticleId[];

test.each([
  ['keeps a read article behind its neighbour', 'a b c', 'a c', 'a b c', 'a b c'],
  ['takes in new ones where they belong', 'a b c', 'x a c y', 'a b c x y', 'x a b c y'],
  ['keeps one that stood first', 'a b', 'b', 'a b', 'a b'],
  ['keeps two in a row in their order', 'a b c d', 'a d', 'a b c d', 'a b c d'],
  ['drops what the library no longer holds', 'a b c', 'a c', 'a c', 'a c'],
  ['keeps all when nothing matches any more', 'a b', '', 'a b', 'a b'],
  ['follows a new order of the rest', 'a b c', 'c a', 'a b c', 'c a b'],
])('%s', (_, shown, fresh, exists, merged) => {
  expect(mergeIds(list(shown), list(fresh), new Set(list(exists)))).toEqual(list(merged));
});
