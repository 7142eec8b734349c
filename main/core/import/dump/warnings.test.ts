import { expect, test } from 'vitest';
import { parseFile } from '../parse-file.ts';

const P =
  'The council met on Monday evening to speak about the bridge, the school and the price of bread, and it agreed on two.';
const headlines = ['Bridge Opens After a Long Winter', 'School Finds a Room for Everyone', 'Bread Costs Less Now'];

/** A dump of three articles, each under what `toHead` makes of its headline and number. */
async function missingIn(numbers: readonly number[], toHead: (number: number, headline: string) => string) {
  const text = numbers.map((number, index) => `${toHead(number, headlines[index] ?? '')}\n\n${P}\n\n${P}`).join('\n\n');
  const outcome = await parseFile(Buffer.from(`${text}\n`), 'dump.txt');
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  expect(outcome.articles).toHaveLength(3);
  return outcome.warnings.filter(({ code }) => code === 'missing-numbers').map(({ message }) => message);
}

test.each([
  ['counters', (number: number, headline: string) => `Document ${number} of 9\n${headline}`],
  ['stamped headlines', (number: number, headline: string) => `[${number}/9] ${headline}`],
  ['numbered headlines', (number: number, headline: string) => `${number}. ${headline}`],
])('%s tell which numbers are missing between them', async (_, toHead) => {
  expect(await missingIn([1, 2, 3], toHead)).toEqual([]);
  expect(await missingIn([2, 3, 4], toHead)).toEqual([]);
  expect(await missingIn([1, 2, 4], toHead)).toEqual(['The numbering has gaps: 3 missing.']);
  expect(await missingIn([1, 3, 6], toHead)).toEqual(['The numbering has gaps: 2, 4, 5 missing.']);
});

test('points of one article are no sequence of articles', async () => {
  const points = [1, 2, 4].map((number) => `${number}. The rope and the bell that were lost\n\n${P}`).join('\n\n');
  const outcome = await parseFile(Buffer.from(`${headlines[0]}\n\n${P}\n\n${points}\n`), 'dump.txt');
  expect('warnings' in outcome && outcome.warnings.map(({ code }) => code)).not.toContain('missing-numbers');
});
