import { expect, test } from 'vitest';
import { formatDate, formatLeft, formatLines, formatRowDate, formatTook } from './format.ts';

test.each([
  ['2024-09-14', '14 September 2024'],
  ['2024-09-14T06:20', '14 September 2024, 06:20'],
  ['2024-09-14T06:20:00+02:00', '14 September 2024, 06:20'],
  ['2024-09-14T23:59Z', '14 September 2024, 23:59'],
  ['autumn', 'autumn'],
])('%s is shown as it was printed, wherever the reader is', (text, shown) => {
  expect(formatDate(text, 'en-GB')).toBe(shown);
});

test.each([
  [null, 'undated'],
  ['2024-09-14', '14 Sept'],
  ['2023-01-02T10:00', '2 Jan 2023'],
])('a row of %s says %s', (text, shown) => {
  expect(formatRowDate(text, 2024, 'en-GB')).toBe(shown);
});

test.each([
  [null, null],
  [400, 'a few seconds left'],
  [21_000, 'about 20 seconds left'],
  [125_000, 'about 2 minutes left'],
])('%s milliseconds are %s', (ms, words) => {
  expect(formatLeft(ms, 'en')).toBe(words);
});

test('words for lines and times', () => {
  expect(formatLines([5, 38], 'en')).toBe('lines 5–38');
  expect(formatLines([7, 7], 'en')).toBe('line 7');
  expect(formatLines([999, 1200], 'en')).toBe('lines 999–1,200');
  expect(formatTook(3140, 'en')).toBe('took 3.1 seconds');
  expect(formatTook(130_000, 'en')).toBe('took 2 minutes');
});
