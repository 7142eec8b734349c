import { describe, expect, test } from 'vitest';
import type { Parsed } from '../../main/core/import/parsed.ts';
import type { LineRange, ParsedArticle, Sha256 } from '../../shared/model.ts';
import { matchLines } from './borders.ts';
import { compare } from './compare.ts';
import type { Gold } from './gold.ts';
import { parseMarked } from './marked.ts';
import { addTallies, rateBorders, rateRight, rateWrong } from './tally.ts';

/** Two articles: lines 1 to 6 and 8 to 10. */
const source = `% language en
% shape two pages
@ title=Bridge Closed | byline=Ann Roe | date=2024-08-26T09:30 | language=en
T	Bridge Closed
B	By Ann Roe
D	26 August 2024, 09:30
C	A bridge (file - AP)
= A bridge | AP | file
P	Cars wait.
-residue	Share
.	
@ title=Ferry Sails | language=en
T	Ferry Sails
P	It sails.
P	It is white.
`;
const { gold } = parseMarked(source, 'two.marked');
/** The same lines as one article. */
const { gold: whole } = parseMarked(source.replace(/@ title=Ferry.*\nT/, 'H'), 'one.marked');

/** The answer that says what a gold says. */
function answer(from: Gold, change: (article: ParsedArticle, index: number) => ParsedArticle = (article) => article) {
  return from.articles.map(({ fields, dropped, ...article }, index) =>
    change(
      {
        ...article,
        ...fields,
        title: fields.title ?? '',
        inferred: [],
        confidence: 1,
        dropped: dropped.map((gone) => ({ ...gone, text: '' })),
      },
      index,
    ),
  );
}

function outcome(articles: readonly ParsedArticle[], more: Partial<Parsed> = {}): Parsed {
  return {
    file: 'two.txt',
    sha256: '' as Sha256,
    bytes: 100,
    format: 'plain-dump',
    encoding: 'utf-8',
    confidence: 1,
    warnings: [],
    articles,
    possibleBorders: [],
    borders: [],
    dropped: [],
    separatorLines: 1,
    ledger: { bytes: 100, articles: 99, dropped: 0, separators: 1, unassigned: 0 },
    ...more,
  };
}

const judge = (articles: readonly ParsedArticle[], more?: Partial<Parsed>, of = gold) =>
  compare(outcome(articles, more), of, 100);
const kinds = (articles: readonly ParsedArticle[], more?: Partial<Parsed>, of = gold) =>
  judge(articles, more, of).faults.map(({ kind, line }) => `${line} ${kind}`);
const moved = (index: number, lines: LineRange) =>
  answer(gold, (article, at) => (at === index ? { ...article, lines } : article));

test('finds no fault with an answer that says what the gold says', () => {
  const { tally, faults } = judge(answer(gold));
  expect(faults).toEqual([]);
  expect(Object.fromEntries(tally)).toMatchObject({
    files: 1,
    articles: 2,
    exact: 1,
    conserved: 1,
    'borders to find': 1,
    'borders strict': 1,
    'texts found': 3,
    'texts of the right kind': 3,
    'drops right': 1,
    'title right': 2,
    'byline right': 1,
    'byline nothing': 1,
    'credit right': 1,
  });
});

describe('borders', () => {
  test('are strict to the line and near within two', () => {
    const { tally } = judge(moved(1, [9, 10]));
    expect(rateBorders(tally, 'strict').f1).toBe(0);
    expect(rateBorders(tally, 'near')).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(tally.get('exact')).toBeUndefined();
  });

  test('are matched one to one', () => {
    expect([...matchLines([10, 12], [11], 2)]).toEqual([10]);
    expect([...matchLines([10, 12], [8, 9, 13, 14], 2)]).toEqual([10, 12]);
    expect([...matchLines([10], [13], 2)]).toEqual([]);
  });

  test('do not count where the first article begins, but the file is not exact then', () => {
    expect(kinds(moved(0, [2, 7]))).toEqual(['1 first line wrong']);
    expect(kinds(moved(1, [8, 9]))).toEqual(['10 last line wrong']);
  });

  test('are all right where one article came out as one', () => {
    const single = { ...gold, articles: gold.articles.slice(0, 1) };
    const { tally } = judge(answer(single), {}, single);
    expect(rateBorders(tally, 'strict').f1).toBe(1);
    expect([tally.get('single-article files'), tally.get('over-split')]).toEqual([1, undefined]);
  });

  test('count an article that came out as two', () => {
    const single = { ...gold, articles: gold.articles.slice(0, 1) };
    const { tally } = judge(answer(gold), {}, single);
    expect([tally.get('over-split'), rateBorders(tally, 'strict').precision]).toEqual([1, 0]);
  });
});

describe('where nobody could decide', () => {
  const forgiving: Gold = { ...gold, undecidable: [7] };

  test('one article is as right as two, with the headline as a sub-heading', () => {
    expect(judge(answer(whole), {}, forgiving).faults).toEqual([]);
    expect(judge(answer(gold), {}, forgiving).faults).toEqual([]);
    expect(kinds(answer(whole))).toContain('8 border missed');
  });

  test('two articles are as right as one, and the line may belong to the second', () => {
    expect(judge(answer(gold), {}, { ...whole, undecidable: [7] }).faults).toEqual([]);
    expect(judge(moved(1, [7, 10]), {}, forgiving).faults).toEqual([]);
  });
});

describe('texts', () => {
  test('are missed where they stand in the wrong article, which is no noise', () => {
    const [one, two] = answer(gold);
    const stray = { ...one, blocks: [...(one?.blocks ?? []), ...(two?.blocks ?? [])] } as ParsedArticle;
    const { tally, faults } = judge([stray, { ...two, blocks: [] } as unknown as ParsedArticle]);
    expect(faults.map(({ kind }) => kind)).toEqual(['paragraph missed', 'paragraph missed']);
    expect([tally.get('texts found'), tally.get('texts of noise')]).toEqual([1, undefined]);
  });

  test('are noise where the gold has none such, also when said twice', () => {
    const twice = answer(gold, (article) => ({
      ...article,
      blocks: [...article.blocks, ...article.blocks.slice(0, 1)],
    }));
    expect(kinds(twice)).toEqual(['5 paragraph of noise', '9 paragraph of noise']);
  });

  test('may be of another kind, with other spaces and marks of direction', () => {
    const other = answer(gold, (article) => ({
      ...article,
      blocks: article.blocks.map((block) => ({
        ...block,
        kind: 'quote' as const,
        text: `\u200F${block.text.replace(' ', '\u00A0 ')}`,
      })),
    }));
    expect(new Set(judge(other).faults.map(({ kind }) => kind))).toEqual(new Set(['paragraph as quote']));
  });
});

test('tells wrong, invented and missing fields apart', () => {
  const { tally } = judge(
    answer(gold, (article) => ({
      ...article,
      title: 'Bridge Closed',
      byline: article.byline === null ? 'Bo Lee' : null,
      media: [],
    })),
  );
  expect([rateRight(tally, 'title'), rateWrong(tally, 'title')]).toEqual([0.5, 0.5]);
  expect([tally.get('byline invented'), tally.get('byline missing'), rateWrong(tally, 'byline')]).toEqual([1, 1, 0.5]);
  expect([tally.get('caption missing'), tally.get('credit missing'), tally.get('qualifier missing')]).toEqual([
    1, 1, 1,
  ]);
});

test.each([
  ['2024-08-26T09:30', 'right'],
  ['2024-08-26T09:30:00', 'right'],
  ['2024-08-26', 'right'],
  ['2024-08-26T10:00', 'wrong'],
  ['2024-08-27', 'wrong'],
] as const)('a date of 2024-08-26T09:30 read as %s is %s', (date, verdict) => {
  expect(
    judge(answer(gold, (article) => (article.date === null ? article : { ...article, date }))).tally.get(
      `date ${verdict}`,
    ),
  ).toBe(1);
});

test('a caption that is none is an invention', () => {
  const media = [{ caption: 'It sails.', credit: null, qualifier: null, line: 9 }];
  expect(kinds(answer(gold, (article) => (article.media.length > 0 ? article : { ...article, media })))).toEqual([
    '9 caption invented',
  ]);
});

test('counts dropped lines by their reasons, inside and outside of articles', () => {
  const drops = (line: number, reason: 'residue-learned' | 'label') =>
    answer(gold, (article, index) => ({ ...article, dropped: index === 0 ? [{ line, text: '', reason }] : [] }));
  expect(judge(drops(6, 'residue-learned')).faults).toEqual([]);
  expect(kinds(drops(6, 'label'))).toEqual(['6 drop for another reason']);
  expect(kinds(drops(2, 'label'))).toEqual(['2 drop false', '6 drop missed']);
  expect(kinds(answer(gold), { dropped: [{ line: 7, text: '', reason: 'label' }] })).toEqual(['7 drop false']);
});

test.each([
  ['bytes that are in no part', { bytes: 100, articles: 90, dropped: 0, separators: 1, unassigned: 9 }],
  ['parts that are not the whole', { bytes: 100, articles: 90, dropped: 0, separators: 1, unassigned: 0 }],
  ['another size than the file has', { bytes: 99, articles: 99, dropped: 0, separators: 0, unassigned: 0 }],
])('notices %s', (_, ledger) => {
  const { tally, faults } = judge(answer(gold), { ledger });
  expect([tally.get('conserved'), faults[0]?.kind]).toEqual([undefined, 'bytes lost']);
});

test('a dump that was refused has lost everything', () => {
  const { tally } = compare({ file: 'two.txt', refused: { code: 'binary', message: 'no text' } }, gold, 100);
  expect(Object.fromEntries(tally)).toMatchObject({
    files: 1,
    'borders to find': 1,
    'title missing': 2,
    'texts to find': 3,
  });
  expect(tally.get('conserved')).toBeUndefined();
});

test('adds up over files', () => {
  const sum = addTallies([judge(answer(gold)).tally, judge(moved(1, [9, 10])).tally]);
  expect([sum.get('files'), sum.get('exact'), sum.get('borders strict')]).toEqual([2, 1, 1]);
});
