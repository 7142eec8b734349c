import { expect, test } from 'vitest';
import { findTagOptions } from './tag-options.ts';

const tags = [
  { name: 'charts', colour: 1, total: 90, unread: 0 },
  { name: 'coast/harbour', colour: 2, total: 3, unread: 0 },
  { name: 'harbour', colour: 3, total: 12, unread: 0 },
  { name: 'water', colour: 4, total: 40, unread: 0 },
];
const names = (typed: string): readonly string[] =>
  findTagOptions(tags, typed).map(({ name, isNew }) => (isNew ? `new ${name}` : name));

test.each([
  ['offers the most used when nothing is typed', '', ['charts', 'water', 'harbour', 'coast/harbour']],
  ['puts the start of a part before the middle of a word', 'har', ['harbour', 'coast/harbour', 'charts', 'new har']],
  ['does not offer a tag as new that is there', 'harbour', ['harbour', 'coast/harbour']],
  ['puts the tag itself before more used ones that hold it', 'coast/harbour', ['coast/harbour']],
  ['does not mind the case', 'WAT', ['water', 'new WAT']],
  ['offers what is not there as new, trimmed', '  tides ', ['new tides']],
])('%s', (_, typed, expected) => {
  expect(names(typed)).toEqual(expected);
});

test('marks where the typed text stands', () => {
  expect(findTagOptions(tags, 'harb')[1]?.parts).toEqual(['coast/', 'harb', 'our']);
});
