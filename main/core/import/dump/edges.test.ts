import { expect, test } from 'vitest';
import { parseFile } from '../parse-file.ts';

/* What stands above the first and below the last article, and single articles that look like many. */

const paragraph = (index: number) =>
  `The council of ward ${index} met on Monday evening to speak about the bridge, the school and the price of bread, and it agreed on two of the three.`;

async function parse(lines: readonly string[]) {
  const text = lines.map((line, index) => (line === 'P' ? paragraph(index) : line)).join('\n');
  const outcome = await parseFile(Buffer.from(`${text}\n`), 'dump.txt');
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  return outcome;
}

const [A, B, C] = [
  'Bridge Opens After a Long Winter',
  'School Finds a Room for Everyone',
  'Bread Costs Less for the First Time',
];
const body = (title: string) => [title, '', 'P', '', 'P', '', '', ''];

test('leaves out the contents with their pages, and the cover above', async () => {
  const { articles, dropped } = await parse([
    'Evening Digest',
    '',
    'Contents',
    `1. ${A} ..... 2`,
    `2. ${B} ..... 3`,
    `3. ${C} ..... 5`,
    '',
    ...body(A),
    ...body(B),
    ...body(C),
  ]);
  expect(articles.map(({ title }) => title)).toEqual([A, B, C]);
  expect(dropped.map(({ reason }) => reason)).toEqual(['cover-page', 'contents', 'contents', 'contents', 'contents']);
});

test('keeps a footer below the last rule out of the last article', async () => {
  const lines = [A, '', 'P', '', '-----', '', B, '', 'P', '', '-----', 'Not for further distribution.'];
  const { articles, dropped } = await parse(lines);
  expect(articles.map(({ title }) => title)).toEqual([A, B]);
  expect(dropped.map(({ text }) => text)).toEqual(['Not for further distribution.']);
});

test('keeps a correction below the last rule', async () => {
  const lines = [A, '', 'P', '', '-----', '', B, '', 'P', '', '-----', 'Correction: the bridge is older.'];
  expect((await parse(lines)).dropped).toEqual([]);
});

const section = (title: string, mark: string) => [mark, title, '', 'P', '', 'P', ''].filter((line) => line !== 'none');

test.each([
  ['short subheadings below rules', ['***', 'Bell code', '***', 'Closing the box', '***', 'Snow']],
  ['subheadings below large gaps', ['\n\n', 'What the company says', '\n\n', 'Four minutes', '\n\n', 'Snow']],
  ['times of a live blog', ['---', '21:05 Minister Resigns After Long Day', '---', '20:40 The House Votes Again']],
  ['questions', ['---', 'What did the keepers do at night?', '---', 'Will there still be keepers in ten years?']],
  ['numbered sections', ['none', '1. Never go alone', 'none', '2. Look at the hands', 'none', '3. Ask again']],
  [
    'Chinese numbered sections',
    ['none', '一、历史背景与现状', 'none', '二、主要问题和挑战', 'none', '三、今后的工作打算'],
  ],
])('does not cut a single article at %s', async (_, parts) => {
  const lines = ['The Last Signalmen of the Long Wold Line', 'By Alastair Peek', '', 'P', '', 'P', ''];
  for (let index = 0; index < parts.length; index += 2)
    lines.push(...section(parts[index + 1] ?? '', parts[index] ?? ''));
  expect((await parse(lines)).articles).toHaveLength(1);
});
