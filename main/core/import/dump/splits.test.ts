import { describe, expect, test } from 'vitest';
import { parseFile } from '../parse-file.ts';

/* Where a dump is cut, in small. Paragraphs are long enough to be text; `P` stands for one. */

const paragraph = (index: number) =>
  `The council of ward ${index} met on Monday evening to speak about the bridge, the school and the price of bread, and it agreed on two of the three.`;

/** Captions without brackets: only that they come twice tells what they are. */
const captions: Record<string, string> = {
  P1: 'The bridge at dusk, with its lamps lit for the first time, Quay Herald',
  P2: 'Children carry their desks to the new school house. Reuters.',
};

/** Lines of a dump; each `P` becomes a paragraph of its own. */
function write(lines: readonly string[]): string {
  return lines.map((line, index) => (line === 'P' ? paragraph(index) : (captions[line] ?? line))).join('\n');
}

async function titlesOf(lines: readonly string[]): Promise<readonly string[]> {
  const outcome = await parseFile(Buffer.from(write(lines)), 'dump.txt');
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  return outcome.articles.map(({ title }) => title);
}

const [A, B, C] = [
  'Bridge Opens After a Long Winter',
  'School Finds a Room for Everyone',
  'Bread Costs Less for the First Time',
];

describe('cuts', () => {
  test.each([
    ['at two blank lines', [A, '', 'P', '', 'P', '', '', B, '', 'P', '', 'P', '', '', C, '', 'P', '', 'P'], [A, B, C]],
    [
      'at runs of different lengths',
      [A, '', 'P', '', 'P', '', '', '', B, '', 'P', '', 'P', '', '', '', '', '', C, '', 'P', '', 'P'],
      [A, B, C],
    ],
    ['briefs of one paragraph', [A, '', 'P', '', '', '', B, '', 'P', '', '', '', C, '', 'P'], [A, B, C]],
    ['at one blank line where paragraphs have none', [A, 'P', 'P', '', B, 'P', 'P', '', C, 'P', 'P'], [A, B, C]],
    ['at rules of stars', [A, '', 'P', '', '***', '', B, '', 'P', '', '***', '', C, '', 'P'], [A, B, C]],
    ['at long rules without blank lines', [A, 'P', '='.repeat(60), B, 'P', '='.repeat(60), C, 'P'], [A, B, C]],
    ['at counters without blank lines', ['=== 1 ===', A, 'P', '=== 2 ===', B, 'P'], [A, B]],
    [
      'at numbers in brackets',
      [`[1/3] ${A}`, '', 'P', '', `[2/3] ${B}`, '', 'P', '', `[3/3] ${C}`, '', 'P'],
      [A, B, C],
    ],
    ['at marked headlines', [`# ${A}`, '', 'P', '', 'P', '', `# ${B}`, '', 'P', '', 'P'], [A, B]],
    ['at bylines', [A, 'By Ann Roe', '', 'P', '', 'P', '', B, 'By Jon Peri', '', 'P', '', 'P'], [A, B]],
    [
      'below a stray last line',
      [A, '', 'P', '', 'Phil Fear (WRU)', '', '', B, '', 'P', '', 'P', '', '', C, '', 'P'],
      [A, B, C],
    ],
    [
      'at pages of one short sentence',
      [
        A,
        '',
        A,
        '',
        'The bridge is open to everyone since Monday.',
        '',
        B,
        '',
        B,
        '',
        'It has room for forty children, the mayor said.',
      ],
      [A, B],
    ],
    [
      'at headlines that end in a full stop or are one word, where the page repeats them',
      [
        A,
        '',
        'Ferry (AP)',
        '',
        A,
        '',
        'P',
        '',
        'P',
        '',
        'The river is dead.',
        '',
        'Mud (AP)',
        '',
        'The river is dead.',
        '',
        'P',
        '',
        'P',
        '',
        'Drought',
        '',
        'Dust (AP)',
        '',
        'Drought',
        '',
        'P',
        '',
        'P',
      ],
      [A, 'The river is dead.', 'Drought'],
    ],
    [
      'above the section that stands over a repeated headline',
      [
        'World',
        A,
        '',
        'Ferry (AP)',
        '',
        A,
        '',
        'P',
        '',
        'P',
        '',
        '',
        'Sport',
        B,
        '',
        'Desks (AP)',
        '',
        B,
        '',
        'P',
        '',
        'P',
      ],
      [A, B],
    ],
    [
      'below a head of many lines',
      [
        A,
        'P1',
        'P1',
        'Share',
        'Print',
        'TT',
        '',
        A,
        'P1',
        'P1',
        '',
        'P',
        '',
        'P',
        '',
        B,
        'P2',
        'P2',
        'Share',
        'Print',
        'TT',
        '',
        B,
        'P2',
        'P2',
        '',
        'P',
        '',
        'P',
      ],
      [A, B],
    ],
    [
      'a page and a plain article apart',
      [
        A,
        '',
        'Ferry (AP)',
        '',
        A,
        '',
        'P',
        '',
        'P',
        '',
        '',
        B,
        '',
        'P',
        '',
        'P',
        '',
        '',
        C,
        '',
        'Loaf (AP)',
        '',
        C,
        '',
        'P',
      ],
      [A, B, C],
    ],
    [
      'at labels in Arabic',
      [`العنوان: ${A}`, 'التاريخ: 26 أغسطس 2024', '', 'P', '', `العنوان: ${B}`, 'التاريخ: 27 أغسطس 2024', '', 'P'],
      [A, B],
    ],
  ])('%s', async (_what, lines, titles) => expect(await titlesOf(lines)).toEqual(titles));
});

const pageOf = (title: string, subheading: string) => [
  title,
  '',
  `${title.slice(0, 12)} by night (AP)`,
  '',
  title,
  '',
  'P',
  '',
  'P',
  '',
  '',
  subheading,
  '',
  'P',
  '',
  'P',
];

test('does not cut at subheadings of pages that stand as far apart as the pages', async () => {
  const lines = [...pageOf(A, 'A Hard Winter'), '', '', ...pageOf(B, 'What Comes'), '', '', ...pageOf(C, 'Old Wounds')];
  expect(await titlesOf(lines)).toEqual([A, B, C]);
});

test('finds an article of which the end of the file left only the head', async () => {
  const lines = [A, '', 'P', '', 'P', '', '', '', B, '', 'P', '', 'P', '', '', '', C];
  expect(await titlesOf(lines)).toEqual([A, B, C]);
  expect(await titlesOf([...lines.slice(0, -1), 'Exported on Monday', ''])).toEqual([A, B]);
});

describe('leaves a cover page out', () => {
  test.each([
    ['above a rule', ['My articles', '12 of them', '', '=====', A, 'P', '', '=====', B, 'P'], [A, B]],
    [
      'above a counter',
      ['University Library', 'Anytown', '', '1 of 2 DOCUMENTS', '', A, '', 'P', '', '2 of 2 DOCUMENTS', '', B, '', 'P'],
      [A, B],
    ],
    ['but not a short first article', [A, '', 'It opened.', '', '-----', '', B, '', 'P'], [A, B]],
    [
      'nor a headline that is underlined',
      [A, '====', '', 'What it cost', '', 'P', '', '', '', B, '====', '', 'P', '', 'P'],
      [A, B],
    ],
  ])('%s', async (_what, lines, titles) => expect(await titlesOf(lines)).toEqual(titles));
});

describe('does not cut', () => {
  test.each([
    ['at subheadings', [A, '', 'P', '', 'What came before', '', 'P', '', 'P', '', 'What comes next', '', 'P', '', 'P']],
    [
      'at subheadings with more room above',
      [A, '', 'P', '', 'P', '', '', 'Before', '', 'P', '', 'P', '', '', 'After', '', 'P', '', 'P'],
    ],
    [
      'at short lines with more room above, below one long headline',
      [A, '', 'P', '', 'P', '', '', '', 'A Hard Winter', '', 'P', '', 'P', '', '', '', 'What Comes', '', 'P', '', 'P'],
    ],
    ['at the one rule above a short line', [A, '', 'P', '', 'P', '', '---', '', 'Hard Winter', '', 'P', '', 'P']],
    [
      'at headings below the first level',
      [`# ${A}`, '', 'P', '', '## A hard winter', '', 'P', '', '## What comes', '', 'P'],
    ],
    ['at headings below text', [A, '', 'P', '', '# A hard winter', '', 'P', '', '# What comes', '', 'P']],
    [
      'at books with their writers',
      [A, '', 'P', '', 'The Quiet Valley', 'By Ann Roe', '', 'P', '', 'Bread and Stones', 'By Jon Peri', '', 'P'],
    ],
    ['at a place inside the text', [A, '', 'P', '', 'What Others Say', '', `KELSO: ${paragraph(2)}`, '', 'P']],
    [
      'at a slogan said twice',
      [A, '', 'P', '', 'P', '', 'Open the Gates Now', '', 'Open the Gates Now', '', 'P', '', 'P'],
    ],
    ['at asterisms', [A, '', 'P', '', '* * *', '', 'P', '', '***', '', 'P']],
    ['at questions', [A, '', 'P', '', 'Q: Why was it closed?', '', 'P', '', 'Q: And now?', '', 'P']],
    ['in lists', [A, '', 'P', '', '1. Bread', '2. Salt', '3. Oil', '', 'P', '', '- a kettle', '- a map', '', 'P']],
    [
      'in a numbered list of places',
      [A, '', 'P', '', '1. The old harbour', '', 'P', '', '2. The new harbour', '', 'P'],
    ],
    ['at pictures inside the text', [A, '', 'P', '', 'The bridge at noon (AP)', '', 'P', '', 'P']],
    ['where two paragraphs are far apart', [A, '', 'P', '', '', '', '', 'P', '', 'P']],
    ['a short note', ['Bread', '', 'Salt', '', 'Oil']],
  ])('%s', async (_what, lines) => expect(await titlesOf(lines)).toHaveLength(1));
});
