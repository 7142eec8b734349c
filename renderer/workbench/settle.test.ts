import { expect, test } from 'vitest';
import { noCorrections } from '../../shared/split.ts';
import { findBegin, settle } from './settle.ts';
import { makeView } from './test-view.ts';

const { articles } = makeView([
  [1, 5],
  [9, 20],
]);

test.each([
  ['the first line of an article', 9, 9],
  ['a line within its first paragraph', 10, 9],
  ['a blank line above it', 7, 9],
  ['a line after the last article', 21, null],
])('a border asked for at %s', (_, line, expected) => {
  expect(findBegin(articles, line)).toBe(expected);
});

test('what was said of a border is kept by the line where it stands', () => {
  const field = { first: 7, name: 'source', value: 'The Mail' } as const;
  const asked = { ...noCorrections, begins: [7, 10, 40], joins: [3], fields: [field, { ...field, first: null }] };
  expect(settle(asked, articles)).toEqual({
    ...asked,
    begins: [9, 40],
    fields: [
      { ...field, first: 9 },
      { ...field, first: null },
    ],
  });
});

test('where every border stands as it was asked for, nothing is made anew', () => {
  const asked = { ...noCorrections, begins: [9] };
  expect(settle(asked, articles)).toBe(asked);
});
