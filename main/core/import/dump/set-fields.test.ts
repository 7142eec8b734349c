import { expect, test } from 'vitest';
import { noCorrections } from '../../../../shared/split.ts';
import { makeDump } from '../../test-dumps.ts';
import { parseFile } from '../parse-file.ts';

async function parse(fields: (typeof noCorrections)['fields']) {
  const bytes = new TextEncoder().encode(makeDump([1, 2]));
  const outcome = await parseFile(bytes, 'dump.txt', { ...noCorrections, fields });
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  return outcome.articles;
}

test('what is set for one article wins over what is set for all, and neither is concluded', async () => {
  const [one, two] = await parse([
    { first: 9, name: 'source', value: 'The Evening Tide' },
    { first: null, name: 'source', value: 'The Harbour Courier' },
    { first: null, name: 'language', value: 'eo' },
    { first: 1, name: 'title', value: 'Another headline' },
  ]);
  expect(one).toMatchObject({ source: 'The Harbour Courier', language: 'eo', title: 'Another headline', inferred: [] });
  expect(two).toMatchObject({ source: 'The Evening Tide', language: 'eo', inferred: [] });
});

test('a field can be emptied, a headline cannot', async () => {
  const [before] = await parse([]);
  const [after] = await parse([
    { first: null, name: 'place', value: null },
    { first: null, name: 'title', value: null },
  ]);
  expect(before?.place).not.toBeNull();
  expect(after).toMatchObject({ place: null, title: before?.title });
});
