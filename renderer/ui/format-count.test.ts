import { expect, test } from 'vitest';
import { formatBytes, formatCount } from './format-count.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [12_345_678, '12.3 MB'],
  [2_500_000_000, '2.5 GB'],
  [7e15, '7,000 TB'],
])('%s bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes, 'en')).toBe(words);
});

test('numbers and sizes are those of the locale', () => {
  expect(formatBytes(12_345_678, 'de')).toBe('12,3 MB');
  expect(formatCount(2300, 'file', 'files', 'de')).toBe('2.300 files');
  expect(formatCount(1, 'file', 'files', 'en')).toBe('1 file');
});
