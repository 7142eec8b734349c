import { expect, test } from 'vitest';
import type { ArticleId, ArticleState, LineRange } from '../../../shared/model.ts';
import { followStates, type PlacedState } from './follow-states.ts';

const untouched: ArticleState = { read: false, starred: false, trashed: false, tags: [] };
const at = (id: string, lines: LineRange | null, state: Partial<ArticleState> = {}): PlacedState => ({
  id: id as ArticleId,
  lines,
  state: { ...untouched, ...state },
});

test('an article that was cut gives its state to both parts', () => {
  const gone = [at('whole', [1, 20], { starred: true, tags: ['war'] })];
  const state = { ...untouched, starred: true, tags: ['war'] };
  expect(followStates(gone, [at('first', [1, 9]), at('second', [10, 20])])).toEqual([
    ['first', state],
    ['second', state],
  ]);
});

test('one of two is read only if both were, and starred and tagged if one was', () => {
  const gone = [
    at('first', [1, 9], { read: true, starred: true, trashed: true, tags: ['war'] }),
    at('second', [10, 20], { trashed: true, tags: ['peace'] }),
    at('aside', [21, 30], { tags: ['other'] }),
  ];
  expect(followStates(gone, [at('whole', [1, 20])])).toEqual([
    ['whole', { read: false, starred: true, trashed: true, tags: ['peace', 'war'] }],
  ]);
});

test('what an article had before stays, and one that meets none, or nobody knows where, is left alone', () => {
  const gone = [at('old', [1, 9], { starred: true })];
  const come = [at('new', [1, 5], { read: true, tags: ['mine'] }), at('far', [30, 40]), at('nowhere', null)];
  expect(followStates(gone, come)).toEqual([['new', { ...untouched, read: true, starred: true, tags: ['mine'] }]]);
});
