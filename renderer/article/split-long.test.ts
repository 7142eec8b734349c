import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLong } from './split-long.ts';

test('leaves an ordinary paragraph whole', () => {
  expect(splitLong('word '.repeat(2000))).toEqual(['word '.repeat(2000)]);
});

test('ends a piece at a blank where one is near', () => {
  const pieces = splitLong('pilots '.repeat(2000));
  expect(pieces.length).toBeGreaterThan(3);
  expect(pieces.every((piece) => piece.endsWith('pilots '))).toBe(true);
});

test.each([
  ['a letter outside the basic plane', '\u{1F6A2}'],
  ['a letter with its vowel sign', 'م\u064E'],
  ['a joined sign', '\u{1F469}\u200D\u{1F680}'],
])('never cuts %s', (_what, letter) => {
  const pieces = splitLong(`x${letter.repeat(5000)}`);
  expect(pieces.length).toBeGreaterThan(1);
  for (const piece of pieces.slice(1)) expect(piece.startsWith(letter)).toBe(true);
});

test('loses nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), (text) => {
      const long = text.repeat(Math.ceil(25_000 / text.length));
      const pieces = splitLong(long);
      expect(pieces.join('')).toBe(long);
      expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(4000);
    }),
  );
});
