import { expect, test } from 'vitest';
import { displayName } from './display-name.ts';

test.each([
  ['an ordinary name', 'Folder/news 2024.txt', 'Folder/news 2024.txt'],
  ['letters of any script', 'أخبار/新闻.txt', 'أخبار/新闻.txt'],
  ['a line break', 'a\nb\r.txt', 'a\u240Ab\u240D.txt'],
  ['a terminal escape', '\u001B[31mred', '\u241B[31mred'],
  ['a delete character', 'a\u007Fb', 'a\u2421b'],
  ['a name turned round', 'harmless\u202Etxt.exe', 'harmless\\u202etxt.exe'],
  ['isolates and marks', '\u2066a\u2069\u200Eb', '\\u2066a\\u2069\\u200eb'],
  ['a zero width space', 'a\u200Bb', 'a\\u200bb'],
])('shows %s safely', (_what, name, shown) => {
  expect(displayName(name)).toBe(shown);
});
