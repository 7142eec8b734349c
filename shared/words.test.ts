import { expect, test } from 'vitest';
import { wordBytes } from './words.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1540, '1.5 kB'],
  [12_345_678, '12 MB'],
  [999_900_000, '1000 MB'],
  [15e12, '15 TB'],
  [5e16, '50000 TB'],
])('%d bytes are %s', (bytes, words) => {
  expect(wordBytes(bytes)).toBe(words);
});
