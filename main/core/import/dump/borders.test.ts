import { expect, test } from 'vitest';
import { parseFile } from '../parse-file.ts';

/* Places that look like borders inside one article; `P` stands for a paragraph. */

const P =
  'The council of the ward met on Monday evening to speak about the bridge, the school and the price of bread, and it agreed on two.';
const dated = `WINDHAVEN (AP) - ${P}`;
const [A, B, C, D] = [
  'Bridge Opens After a Long Winter',
  'School Finds a Room for Everyone',
  'Bread Costs Less for the First Time',
  'Ferry Sails Again With Half a Crew',
];

async function startsOf(lines: readonly string[]): Promise<readonly unknown[]> {
  const text = lines.map((line) => (line === 'P' ? P : line)).join('\n');
  const outcome = await parseFile(Buffer.from(text), 'dump.txt');
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  return outcome.articles.map(({ lines: range }) => range?.[0]);
}

test('a dateline alone begins articles where the first has one: in a roundup each report has', async () => {
  const reports = [B, C, D].flatMap((headline) => ['', headline, '', dated, '', 'P']);
  expect(await startsOf([A, '', dated, '', 'P', ...reports])).toEqual([1, 7, 13, 19]);
  expect(await startsOf([A, 'By Ann Roe', '', 'P', '', 'P', ...reports])).toEqual([1]);
});

test('a date below a pause is one of the essay', async () => {
  const diary = ['Leave it be', 'Shores', 'Bells'].flatMap((line, index) => [
    '',
    '* * *',
    '',
    line,
    `2${index} August 2024`,
    '',
    'P',
  ]);
  expect(await startsOf([A, '', 'P', '', '* * *', '', 'P', '', '* * *', '', 'P', ...diary])).toEqual([1]);
});
