import { expect, test } from 'vitest';
import { noCorrections } from '../../shared/split.ts';
import { findShown, nameEncoding } from './encodings.ts';
import { makeView } from './test-view.ts';

test.each([
  ['utf-8', 'UTF-8'],
  ['windows-1256', 'Windows-1256 (Arabic)'],
  ['shift_jis', 'SHIFT-JIS (Japanese)'],
  ['x-mac-cyrillic', 'X-MAC-CYRILLIC'],
])('%s is named %s', (encoding, name) => {
  expect(nameEncoding(encoding)).toBe(name);
});

const chosen = { ...noCorrections, encoding: 'koi8-r' } as const;

test('a file is shown in the chosen encoding, else as it was imported', () => {
  expect(findShown(makeView([], { corrections: chosen }), noCorrections)).toBe('koi8-r');
  expect(findShown(makeView([]), noCorrections)).toBeNull();
});

test('a file that was accepted in a chosen encoding is shown as found by the name of what was found', () => {
  expect(findShown(makeView([], { encoding: 'windows-1251' }), chosen)).toBe('windows-1251');
});
