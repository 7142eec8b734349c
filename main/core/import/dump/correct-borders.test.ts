import { describe, expect, test } from 'vitest';
import type { BorderCue } from '../../../../shared/model.ts';
import { wordCue } from '../../../../shared/words.ts';
import { parseFile, type ParseOptions } from '../parse-file.ts';

/* Borders with what shows them, in small; `P` stands for a paragraph. */

const paragraph = (index: number) =>
  `The council of ward ${index} met on Monday evening to speak about the bridge, the school and the price of bread, and it agreed on two of the three.`;

const [A, B, C] = [
  'Bridge Opens After a Long Winter',
  'School Finds a Room for Everyone',
  'Bread Costs Less for the First Time',
];

async function read(lines: readonly string[], options: ParseOptions = {}) {
  const text = lines.map((line, index) => (line === 'P' ? paragraph(index) : line)).join('\n');
  const outcome = await parseFile(Buffer.from(text), 'dump.txt', options);
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  expect(outcome.ledger.unassigned).toBe(0);
  const { articles, borders } = outcome;
  return { starts: articles.map((article) => article.lines?.[0]), borders, articles };
}

const two = (above: readonly string[], below: readonly string[] = []) => [
  A,
  ...below,
  '',
  'P',
  '',
  'P',
  ...above,
  B,
  ...below,
  '',
  'P',
  '',
  'P',
];

describe('what shows a border is', () => {
  const table: readonly (readonly [BorderCue, readonly string[]])[] = [
    ['counter', ['Document 1 of 2', ...two(['', 'Document 2 of 2'])]],
    ['label', [`Title: ${A}`, 'P', '', `Title: ${B}`, 'P']],
    ['number', [`1. ${A}`, '', 'P', '', `2. ${B}`, '', 'P']],
    ['form-feed', two(['\f'])],
    ['rule', two(['', '='.repeat(60), ''])],
    ['heading', [`# ${A}`, '', 'P', '', 'P', '', `# ${B}`, '', 'P', '', 'P']],
    ['blank-run', two(['', '', ''])],
    ['repeat', [A, '', A, '', 'P', '', 'P', '', B, '', B, '', 'P', '', 'P']],
    ['caption', two([''], ['The lamps at dusk (AP)'])],
    ['byline', two([''], ['By Ann Roe'])],
  ];
  test.each(table)('%s', async (cue, lines) => {
    const { borders } = await read(lines);
    expect(borders.filter(({ taken }) => taken)).toMatchObject([{ cue }]);
    expect(wordCue(cue)).not.toBe('');
  });

  test('a date, which alone begins no article: one might begin there', async () => {
    const { borders } = await read(two([''], ['26 August 2024']));
    expect(borders).toMatchObject([{ line: 8, cue: 'date', taken: false }]);
  });

  test('a person where they set it, whatever stands there', async () => {
    const { borders, starts } = await read(two(['', '', '']), { begins: [5] });
    expect(borders).toMatchObject([
      { line: 5, cue: 'hand', confidence: 1, taken: true },
      { line: 9, cue: 'blank-run', taken: true },
    ]);
    expect(starts).toEqual([1, 5, 9]);
  });
});

/** Three parts below one headline: a run of three blank lines, one of two, and a rule. */
const mixed = ['P', '', 'P', '', '', '', 'Lamps', '', 'P', '', '', 'Desks', '', 'P', '', '', '', 'Loaves', '', 'P'];

describe('all that look like one are', () => {
  test('taken: blank runs of the same length, and no other', async () => {
    const { starts } = await read(mixed);
    expect(starts).toEqual([1]);
    expect((await read(mixed, { like: [{ line: 7, take: true }] })).starts).toEqual([1, 7, 18]);
    expect((await read(mixed, { like: [{ line: 12, take: true }] })).starts).toEqual([1, 12]);
  });

  test('left: no article begins at any of them', async () => {
    const lines = [A, '', 'P', '', 'P', '', '', B, '', 'P', '', 'P', '', '', C, '', 'P', '', 'P'];
    expect((await read(lines)).starts).toEqual([1, 8, 15]);
    const { starts, borders } = await read(lines, { like: [{ line: 8, take: false }] });
    expect({ starts, borders }).toEqual({ starts: [1], borders: [] });
  });

  test('taken: rules of one kind', async () => {
    const [stars, dashes] = ['***', '-----'];
    const lines = ['P', '', 'P', '', stars, '', 'lamps', '', 'P', '', dashes, '', 'desks', '', 'P', '', stars, '', 'P'];
    expect((await read(lines)).starts).toEqual([1]);
    expect((await read(lines, { like: [{ line: 5, take: true }] })).starts).toEqual([1, 7, 19]);
  });

  test('taken once in each head, where nothing but a head shows them', async () => {
    const head = ['By Ann Roe', '26 August 2024', '', 'P', '', 'P', ''];
    const lines = [A, ...head, B, ...head, C, ...head];
    const { starts } = await read(lines, { joins: [9] });
    expect(starts).toEqual([1, 17]);
    expect((await read(lines, { like: [{ line: 17, take: false }] })).starts).toEqual([1]);
    expect((await read(lines, { like: [{ line: 17, take: true }] })).starts).toEqual([1, 9, 17]);
  });

  test('what was said later, and what was said of one place, holds', async () => {
    const [leave, take] = [false, true].map((each) => ({ line: 7, take: each }));
    const like = [leave, take].flatMap((each) => each ?? []);
    expect((await read(mixed, { like })).starts).toEqual([1, 7, 18]);
    expect((await read(mixed, { like: like.toReversed() })).starts).toEqual([1]);
    expect((await read(mixed, { like, joins: [18] })).starts).toEqual([1, 7]);
    expect((await read(mixed, { like: like.toReversed(), begins: [18] })).starts).toEqual([1, 18]);
  });

  test('nothing where the line is not there', async () => {
    expect((await read(mixed, { like: [{ line: 999, take: true }] })).starts).toEqual([1]);
  });
});
