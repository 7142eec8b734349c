import { expect, test } from 'vitest';
import { countRows, createLineStates, findBorder, findBorders, findJoin, rowAt, rowOfLine } from './rows.ts';
import { makeView } from './test-view.ts';

/** Ten lines: a separator, an article with a place in doubt inside, a separator, another article. */
const view = makeView(
  [
    [2, 6],
    [8, 10],
  ],
  { possibleBorders: [4, 8], dropped: [{ line: 3, text: 'Share', reason: 'residue' }] },
);
const borders = findBorders(view);

test('a border is a row of its own before its line; a place in doubt that was split is none', () => {
  const rows = Array.from({ length: countRows(10, borders) }, (_, index) => rowAt(borders, index));
  const words = rows.map((row) => (row.kind === 'line' ? row.line : `${row.border.number ?? 'maybe'}`));
  expect(words).toEqual([1, '1', 2, 3, 'maybe', 4, 5, 6, 7, '2', 8, 9, 10]);
});

test('a line is found by its row, and its row by the line, also in a file of 100,000 lines', () => {
  const many = findBorders(makeView(Array.from({ length: 1000 }, (_, index) => [index * 100 + 1, index * 100 + 100])));
  for (const line of [1, 2, 100, 101, 50_000, 100_000]) {
    expect(rowAt(many, rowOfLine(many, line))).toEqual({ kind: 'line', line });
  }
  expect(rowAt(many, countRows(100_000, many) - 1)).toEqual({ kind: 'line', line: 100_000 });
});

test.each([
  [1, 1, 2],
  [2, 1, 4],
  [8, 1, null],
  [8, -1, 4],
  [5, -1, 4],
  [2, -1, null],
] as const)('from line %i in direction %i the next border stands at %j', (line, direction, expected) => {
  expect(findBorder(borders, line, direction)).toBe(expected);
});

test('a join takes away the beginning of the article a line stands in, and never the first', () => {
  expect([1, 2, 6, 8, 10].map((line) => findJoin(view, line))).toEqual([null, null, null, 8, 8]);
});

test('a line belongs to an article, is left out with its reason, or is a separator', () => {
  const stateAt = createLineStates(view);
  expect(stateAt(1)).toEqual({ article: null, reason: null });
  expect(stateAt(3)).toEqual({ article: 0, reason: 'residue' });
  expect(stateAt(6)).toEqual({ article: 0, reason: null });
  expect(stateAt(7)).toEqual({ article: null, reason: null });
  expect(stateAt(10)).toEqual({ article: 1, reason: null });
});
