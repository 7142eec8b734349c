import { expect, test } from 'vitest';
import { findTargets } from './targets.ts';

const wrapped = { first: 11, lines: ['end', '', 'one', 'two', 'three', '', '', 'four', 'five', '', 'six'] };

test.each([
  ['down from the first line of a paragraph, then beyond it', 13, 1, [14, 18, 21]],
  ['up over a blank line to the paragraph above', 13, -1, [11]],
  ['up to the line before, then to those before blank ones', 21, -1, [19, 15, 11]],
  ['nowhere from the last line', 21, 1, []],
] as const)('a border goes %s', (_, from, direction, expected) => {
  expect(findTargets(wrapped, from, direction)).toEqual(expected);
});
