import { expect, test } from 'vitest';
import { canOpenReadable, endSentence, titleClosed, wordRecovery, wordWaiting } from './words.ts';

const repair = (lost: boolean) => ({ words: 'The catalogue was rebuilt.', lost });

test.each([
  [[false, false], 'Broadsheet repaired this library when it was opened. Nothing was lost.'],
  [[true, false], 'Broadsheet repaired this library when it was opened. 1 thing could not be brought back.'],
  [[true, true], 'Broadsheet repaired this library when it was opened. 2 things could not be brought back.'],
])('repairs with lost %o are told', (lost, words) => {
  expect(wordRecovery({ at: 0, repairs: lost.map(repair) }, 'en')).toBe(words);
});

test('what waits is counted and said to be kept', () => {
  expect(wordWaiting(1, 'en')).toEqual(['1 change is not on disk yet: ', ' It is kept and tried again.']);
  expect(wordWaiting(1200, 'en')).toEqual(['1,200 changes are not on disk yet: ', ' They are kept and tried again.']);
});

test.each([
  ['The disk is full', 'The disk is full.'],
  ['The disk is full. ', 'The disk is full.'],
  ['القرص ممتلئ؟', 'القرص ممتلئ؟'],
])('%s ends once', (message, ended) => {
  expect(endSentence(message)).toBe(ended);
});

test('a readable copy is offered where the folder is there and not understood', () => {
  expect(canOpenReadable('damaged')).toBe(true);
  expect(canOpenReadable('newer-format')).toBe(true);
  expect(canOpenReadable('locked')).toBe(false);
  expect(canOpenReadable(undefined)).toBe(false);
  expect(titleClosed('locked')).toBe('This library is open elsewhere');
  expect(titleClosed(undefined)).toBe('The library could not be opened');
});
