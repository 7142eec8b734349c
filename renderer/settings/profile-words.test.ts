import { expect, test } from 'vitest';
import type { ProfileRules } from '../../shared/profile.ts';
import { wordRules } from './profile-words.ts';

const nothing: ProfileRules = { encoding: null, borders: [], lines: [], places: [], restore: [], fields: [] };

const table: readonly (readonly [Partial<ProfileRules>, string])[] = [
  [{}, ''],
  [
    {
      borders: [
        { cue: 'rule', look: '-', take: true },
        { cue: 'rule', look: '=', take: true },
        { cue: 'blank-run', look: '2', take: false },
      ],
    },
    'Articles begin at a rule. None begins at blank lines.',
  ],
  [
    {
      lines: [
        { print: 'more', role: 'out' },
        { print: 'share', role: 'out' },
        { print: 'tt', role: 'body' },
      ],
      restore: ['residue'],
    },
    '2 lines are left out. 1 line is text. Nothing is left out as left over from a web page.',
  ],
  [{ places: [{ below: 1, look: 'line', role: 'byline' }] }, 'By its place in the head: byline.'],
  [
    {
      fields: [
        { name: 'source', value: 'Echo' },
        { name: 'place', value: null },
      ],
      encoding: 'big5',
    },
    'The source is Echo. There is no place. The encoding is big5.',
  ],
];

test.each(table)('says what %j does', (some, words) => {
  expect(wordRules({ ...nothing, ...some })).toBe(words);
});
