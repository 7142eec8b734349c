import { expect, test } from 'vitest';
import type { ImportId, ImportSummary } from '../../shared/model.ts';
import { isolated, wordImport } from './word-import.ts';

const summary: ImportSummary = {
  id: 'x' as ImportId,
  name: 'khartoum.txt',
  importedAt: 0,
  tookMs: 1,
  files: 1,
  found: 2,
  new: 2,
  known: 0,
  refused: 0,
  finished: true,
  cancelled: false,
};

test.each<[Partial<ImportSummary>, string]>([
  [{}, '2 articles from khartoum.txt'],
  [{ found: 1, new: 1 }, '1 article from khartoum.txt'],
  [{ found: 5, known: 3 }, '2 articles from khartoum.txt, 3 more were here already'],
  [{ new: 0, known: 2 }, '2 articles from khartoum.txt, all here already'],
  [{ refused: 1 }, '2 articles from khartoum.txt, 1 file refused'],
  [{ found: 0, new: 0, refused: 1 }, 'No articles from khartoum.txt, 1 file refused'],
  [{ cancelled: true }, 'Cancelled: 2 new articles from khartoum.txt kept'],
])('%o is worded "%s"', (facts, words) => {
  expect(wordImport({ ...summary, ...facts }).replaceAll(/[\u2068\u2069]/g, '')).toBe(words);
});

test('a name cannot turn the sentence around it', () => {
  expect(isolated('a\u202Etxt')).toBe('\u2068a\\u202etxt\u2069');
});
