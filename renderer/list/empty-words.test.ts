import { expect, test } from 'vitest';
import { wordEmpty } from './empty-words.ts';

test('a list says why it is empty', () => {
  const holds = { total: '12,418 articles', trash: null };
  expect(wordEmpty('unread', holds)).toEqual(['All read.', '12,418 articles in All articles.']);
  expect(wordEmpty('trash', holds)[0]).toBe('Trash is empty.');
  expect(wordEmpty('all', holds)[0]).toBe('No articles yet.');
});

test('where all articles are in the trash, that is said', () => {
  expect(wordEmpty('all', { total: '0 articles', trash: '3 articles' })).toEqual([
    'No articles here.',
    '3 articles in the trash.',
  ]);
});

test('where nothing can be imported, nothing is offered', () => {
  expect(wordEmpty('all', { total: '0 articles', trash: null, isReadOnly: true })).toEqual([
    'No articles can be read here.',
    'The library is open to read only and takes in no files.',
  ]);
});
