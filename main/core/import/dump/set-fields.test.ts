import { expect, test } from 'vitest';
import { noCorrections } from '../../../../shared/split.ts';
import { parseFile } from '../parse-file.ts';

/** Two articles, which begin at lines 1 and 9. */
const dump = ['Dakar', 'Osaka']
  .map(
    (place) => `${place} council reads the report on its harbour

${place.toUpperCase()} (Reuters) - Officials said on Monday that the report had been read by all members of the council.

The mayor told reporters that two further reports would follow, and that nobody had asked for them so far.`,
  )
  .join(`\n\n${'-'.repeat(40)}\n\n`);

async function parse(fields: (typeof noCorrections)['fields']) {
  const bytes = new TextEncoder().encode(dump);
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
