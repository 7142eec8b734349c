import { expect, test } from 'vitest';
import type { ProfileId } from '../../shared/profile.ts';
import { noCorrections } from '../../shared/split.ts';
import { findFieldFault, nameProfile, wordCorrection, wordLedger } from './words.ts';
import { makeView } from './test-view.ts';

test.each([
  [{ kind: 'split', line: 42 }, 3, 'Split at line 42: 3 articles'],
  [{ kind: 'join', line: 42 }, 1, 'Joined at line 42: 1 article'],
  [{ kind: 'split-all', lines: [4, 9] }, 5, 'Split at 2 places: 5 articles'],
  [{ kind: 'move', from: 4, to: 5 }, 2, 'Border moved to line 5: 2 articles'],
  [{ kind: 'encoding', encoding: null }, 2, 'Read as found: 2 articles'],
  [{ kind: 'profile', profile: 'none' }, 1, 'Read without the dump profile: 1 article'],
  [{ kind: 'field', first: null, name: 'source', value: 'x' }, 2, 'Set the source of all articles: 2 articles'],
] as const)('%j is said', (correction, articles, words) => {
  expect(wordCorrection(correction, articles)).toBe(words);
});

const source = { first: null, name: 'source', value: 'Delta Review' } as const;

test.each([
  ['its own name', { file: 'press/review 12.txt' }, 'review 12'],
  ['its source', { corrections: { ...noCorrections, fields: [source] } }, 'Delta Review'],
  ['the profile that it was read with', { profile: { id: 'a' as ProfileId, name: 'Delta' } }, 'Delta'],
  ['a word where it has no name', { file: '.txt' }, 'Dump profile'],
])('what is remembered of a file is called by %s', (_, some, name) => {
  expect(nameProfile(makeView([[1, 5]], some))).toBe(name);
});

test('the ledger accounts for every byte', () => {
  const ledger = { bytes: 5000, articles: 4518, separators: 44, dropped: 438, unassigned: 0 };
  const view = makeView(
    [
      [1, 5],
      [7, 9],
    ],
    { ledger, separatorLines: 3 },
  );
  expect(wordLedger(view)).toBe(
    '5,000 bytes = 2 articles 4,518 + 3 separator lines 44 + 0 lines left out 438 + 0 unassigned',
  );
});

test.each([
  ['date', '2024-08-26', /^fine$/],
  ['date', ' 2024-02-29T06:20 ', /^fine$/],
  ['date', '', /^fine$/],
  ['date', '26 August 2024', /2024-08-26/],
  ['date', '2024-08-26T25:00', /2024-08-26/],
  ['date', '2023-02-29', /no such day/],
  ['title', ' ', /needs a headline/],
  ['source', '', /^fine$/],
  ['source', 'x'.repeat(1001), /1,000/],
] as const)('%s %j', (name, value, fault) => {
  expect(findFieldFault(name, value) ?? 'fine').toMatch(fault);
});
