import { expect, test } from 'vitest';
import {
  bordersIn,
  chunkOfLine,
  countChunks,
  countRows,
  createLineStates,
  findBorder,
  findBorders,
  findJoin,
  linesOfChunk,
  rowOfLine,
} from './rows.ts';
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
  expect(borders.map(({ line, number }) => [line, number])).toEqual([
    [2, 1],
    [4, null],
    [8, 2],
  ]);
  expect([1, 2, 3, 4, 8, 10].map((line) => rowOfLine(borders, line))).toEqual([0, 2, 3, 5, 10, 12]);
  expect(countRows(10, borders)).toBe(13);
});

test('each line is in one chunk with the border before it', () => {
  const many = findBorders(makeView(Array.from({ length: 1000 }, (_, index) => [index * 100 + 1, index * 100 + 100])));
  expect(countChunks(99_990)).toBe(4000);
  expect(linesOfChunk(3999, 99_990)).toEqual([99_976, 99_990]);
  for (const line of [1, 25, 26, 101, 99_990]) {
    const [first, last] = linesOfChunk(chunkOfLine(line), 99_990);
    expect(first <= line && line <= last).toBe(true);
    const expected = many.filter((border) => border.line >= first && border.line <= last);
    expect(bordersIn(many, [first, last])).toEqual(expected);
  }
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
