import { describe, expect, test } from 'vitest';
import { parseFile } from '../parse-file.ts';

/* How sure the parser is, in small; `P` stands for a paragraph. */

const paragraph = (index: number) =>
  `The council of ward ${index} met on Monday evening to speak about the bridge, the school and the price of bread, and it agreed on two of the three.`;

const headlines = [
  'Bridge Opens After a Long Winter',
  'School Finds a Room for Everyone',
  'Bread Costs Less for the First Time',
  'Ferry Sails Again With Half a Crew',
];

async function read(lines: readonly string[]) {
  const text = lines.map((line, index) => (line === 'P' ? paragraph(index) : line)).join('\n');
  const outcome = await parseFile(Buffer.from(text), 'dump.txt');
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  return outcome;
}

/** So many articles with `above` between them and `below` under each headline. */
function write(count: number, above: readonly string[], below: readonly string[] = []): string[] {
  const text = ['', 'P', '', 'P'];
  return headlines
    .slice(0, count)
    .flatMap((headline, index) => (index === 0 ? [] : above).concat(headline, below, text));
}

const confidenceOf = async (lines: readonly string[]) => {
  const { borders } = await read(lines);
  return borders.filter(({ taken }) => taken).map(({ confidence }) => confidence);
};

describe('a border is', () => {
  test.each([
    ['blank lines', ['', '', ''], 0.7],
    ['a page break', ['\f'], 0.8],
  ])('in doubt where nothing but %s shows it', async (_, above, most) => {
    const [only = 1] = await confidenceOf(write(2, above));
    expect(only).toBeLessThan(most);
  });

  test('surer where others of the file show the same', async () => {
    const [[alone = 1], [often = 0]] = [
      await confidenceOf(write(2, ['', '', ''])),
      await confidenceOf(write(4, ['', '', ''])),
    ];
    expect(often).toBeGreaterThan(alone);
  });

  test.each([
    ['blank lines and bylines agree', ['', '', ''], ['By Ann Roe']],
    ['rules and bylines agree', ['', '='.repeat(60), ''], ['By Ann Roe']],
    ['counters count', ['', 'Document 2 of 9', ''], []],
  ])('sure where %s', async (_, above, below) => {
    for (const confidence of await confidenceOf(write(4, above, below))) expect(confidence).toBeGreaterThan(0.9);
  });

  test('less sure where its article has no head, as all others have', async () => {
    const lines = write(4, ['', '', ''], ['By Ann Roe']);
    const last = lines.findLastIndex((line) => line === 'By Ann Roe');
    const like = await confidenceOf(lines);
    const unlike = await confidenceOf(lines.toSpliced(last, 1));
    expect(unlike.slice(0, 2)).toEqual(like.slice(0, 2));
    expect(unlike[2]).toBeLessThan((like[2] ?? 0) - 0.2);
  });
});

describe('an article is', () => {
  test('sure where it is alone and nothing in it looks like another', async () => {
    expect(await read(write(1, []))).toMatchObject({ confidence: 0.97, articles: [{ confidence: 0.97 }] });
  });

  test('less sure where another might begin in it', async () => {
    const { articles, possibleBorders, confidence } = await read(write(2, [''], ['26 August 2024']));
    expect({ possibleBorders, articles: articles.length }).toEqual({ possibleBorders: [8], articles: 1 });
    expect(confidence).toBeLessThan(0.7);
  });

  test('as sure as a person', async () => {
    const text = write(2, [''], ['26 August 2024']).map((line, index) => (line === 'P' ? paragraph(index) : line));
    const outcome = await parseFile(Buffer.from(text.join('\n')), 'dump.txt', { begins: [8] });
    expect('articles' in outcome && outcome.articles[1]?.confidence).toBe(1);
  });
});

describe('a place where none begins is possible', () => {
  test('where its line is as long as the headlines, in a file of several', async () => {
    const lines = write(3, [''], ['By Ann Roe']).concat('', headlines[3] ?? '', '', 'P', '', 'P');
    expect((await read(lines)).possibleBorders).toEqual([22]);
  });

  test('not where short lines with room above part one article', async () => {
    const parts = ['The wood', 'The rope', 'The tar'].flatMap((part) => ['', '', part, '', 'P', '', 'P']);
    expect((await read([headlines[0] ?? '', '', 'P', '', 'P', ...parts])).possibleBorders).toEqual([]);
  });
});
