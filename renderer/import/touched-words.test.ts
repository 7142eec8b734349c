import { expect, test } from 'vitest';
import type { ArticleState } from '../../shared/model.ts';
import { wordTouched } from './touched-words.ts';

const state: ArticleState = { read: true, starred: false, trashed: false, tags: [] };

test.each<[string, Partial<ArticleState>, string]>([
  ['a star', { starred: true }, 'starred'],
  ['one tag', { tags: ['tides'] }, 'tagged \u2068tides\u2069'],
  [
    'all of it',
    { starred: true, trashed: true, tags: ['a', 'b'] },
    'starred, tagged \u2068a\u2069 and \u2068b\u2069, in the trash',
  ],
])('%s is named', (_, patch, words) => {
  expect(wordTouched({ ...state, ...patch }, 'en')).toBe(words);
});
