import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../../shared/model.ts';
import { cutLines, cutText, lengthOf, toPieces } from './cut.ts';

const block = (text: string, line = 1): Block => ({ kind: 'paragraph', line, text });
const blocksOf = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 8 });

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'abc'],
  ['ab😀', 3, 'ab'],
  ['ab😀c', 4, 'ab😀'],
  ['', 3, ''],
])('%j cut to %d is %j', (text, most, cut) => {
  expect(cutText(text, most)).toBe(cut);
});

test('pieces hold at most so much, split no character, and are the whole together', () => {
  fc.assert(
    fc.property(blocksOf, fc.integer({ min: 2, max: 30 }), (texts, most) => {
      const blocks = texts.map((text, index) => block(text, index + 1));
      const pieces = [...toPieces(blocks, most)];
      const joined = new Map<number, string>();
      for (const piece of pieces) {
        expect(lengthOf(piece)).toBeLessThanOrEqual(most);
        for (const { line, text } of piece) {
          expect(text.isWellFormed()).toBe(true);
          joined.set(line, (joined.get(line) ?? '') + text);
        }
      }
      expect([...joined.values()]).toEqual(texts);
    }),
  );
});

test('later blocks are dropped whole, and a block is cut where the room ends', () => {
  const [first] = toPieces([block('abc', 1), block('defgh', 2), block('i', 3)], 5);
  expect(first).toEqual([block('abc', 1), block('de', 2)]);
});

test('long lines are cut and named with their whole length', () => {
  expect(cutLines(['ab', 'abcdef', '', 'xyz😀'], 7, 4)).toEqual({
    lines: ['ab', 'abcd', '', 'xyz'],
    cut: [
      { line: 8, characters: 6 },
      { line: 10, characters: 5 },
    ],
  });
});
