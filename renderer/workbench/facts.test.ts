import { expect, test } from 'vitest';
import type { SplitArticle } from '../../shared/split.ts';
import { collectFacts } from './facts.ts';
import { makeView } from './test-view.ts';

const [bare] = makeView([[1, 9]]).articles as [SplitArticle];

function show(article: SplitArticle): readonly string[] {
  return collectFacts(article, 'en-GB').map(
    ({ label, value, isInferred }) => `${label}: ${value ?? 'none'}${isInferred ? ' (inferred)' : ''}`,
  );
}

test('byline, date and source are named also where none was found', () => {
  expect(show(bare)).toEqual(['Byline: none', 'Date: none', 'Source: none', 'Length: 1 word']);
});

test('what was found is shown as a person reads it, and what was concluded says so', () => {
  const fields = { ...bare.fields, subtitle: 'A deck', date: '2024-09-14T06:20', language: 'ar', place: 'Port Ansel' };
  const media = [{ caption: 'The mole', credit: 'AP', qualifier: null, line: 3 }];
  expect(show({ ...bare, fields, media, inferred: ['language', 'title'], words: 1200 })).toEqual([
    'Subtitle: A deck',
    'Byline: none',
    'Date: 14 September 2024, 06:20',
    'Source: none',
    'Place: Port Ansel',
    'Language: Arabic (inferred)',
    'Caption: The mole',
    'Credit: AP',
    'Length: 1,200 words',
  ]);
});

test('an agency that is the source is named once, and what is no code of a language is shown as it is', () => {
  const fields = { ...bare.fields, agency: 'AFP', source: 'AFP', language: 'old norse' };
  expect(show({ ...bare, fields })).toEqual([
    'Byline: none',
    'Date: none',
    'Source: AFP',
    'Language: old norse',
    'Length: 1 word',
  ]);
});
