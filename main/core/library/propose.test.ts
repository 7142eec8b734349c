import { expect, test } from 'vitest';
import type { ArticleId } from '../../../shared/model.ts';
import { proposeMark, proposeTags } from './propose.ts';
import { createCatalogue, type Head } from './state.ts';

const [a = '', b = '', c = ''] = ['a', 'b', 'c'].map((letter) => letter.repeat(24)) as ArticleId[];
const gone = 'd'.repeat(24) as ArticleId;

/** a is unread, b is read and starred, c is tagged war; d is not held. */
function makeCatalogue() {
  const catalogue = createCatalogue();
  for (const id of [a, b, c] as ArticleId[]) catalogue.heads.set(id, { id } as Head);
  catalogue.states.set(b as ArticleId, { read: true, starred: true, trashed: false, tags: [] });
  catalogue.states.set(c as ArticleId, { read: false, starred: false, trashed: false, tags: ['war'] });
  return catalogue;
}

const ids = [a, b, c, a, gone] as ArticleId[];

test.each([
  [{ read: true }, 'mark 2 articles read', [{ ids: [a, c], state: { read: true } }]],
  [{ read: false }, 'mark 1 article unread', [{ ids: [b], state: { read: false } }]],
  [{ starred: true }, 'star 2 articles', [{ ids: [a, c], state: { starred: true } }]],
  [{ starred: false }, 'unstar 1 article', [{ ids: [b], state: { starred: false } }]],
  [
    { read: true, starred: false },
    'mark 3 articles read and not starred',
    [
      { ids: [a, c], state: { read: true } },
      { ids: [b], state: { starred: false } },
    ],
  ],
])('names only articles that %j changes', (wish, label, marks) => {
  expect(proposeMark(makeCatalogue(), { ids, ...wish })).toMatchObject({ label, change: { kind: 'marked', marks } });
});

test.each([
  [{ add: ['war'], remove: [] }, 'tag 2 articles', [{ name: 'war', add: true, ids: [a, b] }]],
  [{ add: [], remove: ['war', 'peace'] }, 'remove tags from 1 article', [{ name: 'war', add: false, ids: [c] }]],
  [
    { add: ['peace'], remove: ['war'] },
    'change the tags of 3 articles',
    [
      { name: 'war', add: false, ids: [c] },
      { name: 'peace', add: true, ids: [a, b, c] },
    ],
  ],
  [{ add: ['war'], remove: ['war'] }, 'tag 2 articles', [{ name: 'war', add: true, ids: [a, b] }]],
])('names only articles whose tags %j changes', (wish, label, edits) => {
  expect(proposeTags(makeCatalogue(), { ids, ...wish })).toMatchObject({ label, change: { kind: 'tagged', edits } });
});

test('proposes nothing when nothing would change', () => {
  const catalogue = makeCatalogue();
  expect(proposeMark(catalogue, { ids: [b as ArticleId], read: true, starred: true })).toBeNull();
  expect(proposeMark(catalogue, { ids: [gone], read: true })).toBeNull();
  expect(proposeMark(catalogue, { ids })).toBeNull();
  expect(proposeTags(catalogue, { ids: [c as ArticleId], add: ['war'], remove: ['peace'] })).toBeNull();
});
