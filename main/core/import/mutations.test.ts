import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Block, DroppedLine, LineRange, Media } from '../../../shared/model.ts';
import { parseFile } from './parse-file.ts';

/* The same two articles, however the file was saved. The line numbers may move; what is read may not. */

type Gold = {
  readonly lines: LineRange;
  readonly title: string;
  readonly media: readonly Media[];
  readonly blocks: readonly Pick<Block, 'line' | 'text'>[];
  readonly dropped: readonly DroppedLine[];
};

const utf8 = (text: string) => Buffer.from(text);
const mutations: readonly (readonly [name: string, mutate: (text: string) => Uint8Array])[] = [
  ['as it is', utf8],
  ['with one blank line everywhere', (text) => utf8(text.replace(/\n{3,}/g, '\n\n'))],
  ['with seven blank lines between', (text) => utf8(text.replace(/\n{3,}/g, '\n\n\n\n\n\n\n\n'))],
  ['with CRLF', (text) => utf8(text.replaceAll('\n', '\r\n'))],
  ['with lone CR', (text) => utf8(text.replaceAll('\n', '\r'))],
  ['with a byte order mark', (text) => utf8(`\uFEFF${text}`)],
  ['with no-break spaces', (text) => utf8(text.replaceAll(' ', '\u00A0'))],
  ['with zero width spaces', (text) => utf8(text.replaceAll(' ', '\u200B \u200B'))],
  ['with blanks on blank lines', (text) => utf8(text.replaceAll('\n\n', '\n \t \n'))],
  ['with TT and 20', (text) => utf8(text.replaceAll('\nTT\n', '\nTT\n20\n'))],
  ['without TT', (text) => utf8(text.replaceAll('\nTT\n', '\n'))],
  ['as UTF-16 with a mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['as UTF-16 without a mark', (text) => Buffer.from(text, 'utf16le')],
  ['as big-endian UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ['wrapped at 60 columns', (text) => utf8(wrap(text, 60))],
  ['wrapped at 72 columns', (text) => utf8(wrap(text, 72))],
  ['wrapped at 80 columns', (text) => utf8(wrap(text, 80))],
  ['wrapped and squeezed', (text) => utf8(wrap(text.replace(/\n{3,}/g, '\n\n'), 76))],
  ['with a final newline', (text) => utf8(`${text.trimEnd()}\n`)],
  ['with blank lines at both ends', (text) => utf8(`\n\n\n\n${text}\n\n\n\n\n`)],
];

function wrap(text: string, width: number): string {
  return text.replace(/^.+$/gm, (line) => {
    const rows: string[] = [];
    for (const word of line.trim().split(' ')) {
      const row = rows.at(-1);
      if (row !== undefined && row.length + 1 + word.length <= width) rows.splice(-1, 1, `${row} ${word}`);
      else rows.push(word);
    }
    return rows.join('\n');
  });
}

const fixture = new URL('./fixtures/page-gap-3', import.meta.url).href;
const fixtureGold = (JSON.parse(readFileSync(new URL(`${fixture}.expected.json`), 'utf8')) as { articles: Gold[] })
  .articles;

type RealGold = {
  readonly sha256: string;
  readonly separatorLines: readonly number[];
  readonly articles: readonly {
    readonly lines: LineRange;
    readonly title: string;
    readonly media: readonly {
      caption: string;
      captionLine: number;
      credit: string | null;
      creditQualifier: string | null;
    }[];
    readonly droppedLines: readonly DroppedLine[];
    readonly paragraphs: readonly Pick<Block, 'line' | 'text'>[];
    readonly sourceSuggested: string;
    readonly language: string;
  }[];
};
const real = new URL('../../../../shared/dumps/000_e6a2535f0503b14a', import.meta.url).href;
const isHere = existsSync(new URL(`${real}.txt`)) && existsSync(new URL(`${real}.expected.json`));
if (!isHere) console.warn('The real dump is not on this machine: its tests are skipped.');
const realBytes = isHere ? readFileSync(new URL(`${real}.txt`)) : Buffer.alloc(0);
const realJson = isHere ? readFileSync(new URL(`${real}.expected.json`), 'utf8') : '{"articles":[]}';
const realRead = JSON.parse(realJson) as RealGold;
const realGold = realRead.articles.map(({ lines, title, media, paragraphs, droppedLines }) => ({
  lines,
  title,
  media: media.map(({ caption, credit, creditQualifier, captionLine }) => ({
    caption,
    credit,
    qualifier: creditQualifier,
    line: captionLine,
  })),
  blocks: paragraphs,
  dropped: droppedLines,
}));

const texts: readonly (readonly [name: string, text: string, gold: readonly Gold[]])[] = [
  ['the page-shaped fixture', readFileSync(new URL(`${fixture}.txt`), 'utf8'), fixtureGold],
  ...(isHere ? [['the real dump', realBytes.toString(), realGold] as const] : []),
];
const cases = texts.flatMap(([name, text, gold]) =>
  mutations.map(([what, mutate]) => [name, what, mutate(text), gold] as const),
);

/** What must not move: everything but line numbers and remnants. A wrapped caption is left out line by line. */
function withoutPlaces(articles: readonly Gold[]) {
  return articles.map(({ title, media, blocks, dropped }) => ({
    title,
    media: media.map(({ caption, credit, qualifier }) => ({ caption, credit, qualifier })),
    texts: blocks.map(({ text }) => text),
    reasons: [...new Set(dropped.map(({ reason }) => reason).filter((reason) => reason !== 'residue'))].sort(),
  }));
}

test.each(cases)('reads %s the same %s', async (_name, _what, bytes, gold) => {
  const outcome = await parseFile(bytes, 'dump.txt');
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  expect(withoutPlaces(outcome.articles as readonly Gold[])).toEqual(withoutPlaces(gold));
  expect(outcome.articles.every(({ blocks }) => blocks.every(({ kind }) => kind === 'paragraph'))).toBe(true);
  expect(outcome.possibleBorders).toEqual([]);
  expect(outcome.ledger.unassigned).toBe(0);
});

test.skipIf(!isHere)('reads the real dump exactly as its gold says', async () => {
  const outcome = await parseFile(realBytes, '000_e6a2535f0503b14a.txt');
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  const { sha256, bytes, encoding, format, possibleBorders, ledger, separatorLines } = outcome;
  expect({ sha256, bytes, encoding, format, possibleBorders, ledger, separatorLines }).toEqual({
    sha256: realRead.sha256,
    bytes: 5000,
    encoding: 'utf-8',
    format: 'plain-dump',
    possibleBorders: [],
    ledger: { bytes: 5000, articles: 4543, dropped: 454, separators: 3, unassigned: 0 },
    separatorLines: realRead.separatorLines.length,
  });
  expect(outcome.warnings.map(({ code }) => code)).toEqual(['may-be-cut']);
  const nothing = {
    subtitle: null,
    byline: null,
    agency: null,
    dateline: null,
    place: null,
    date: null,
    section: null,
    url: null,
  };
  for (const [index, article] of realRead.articles.entries()) {
    const { confidence: _confidence, ...found } = outcome.articles[index] ?? { confidence: 0 };
    expect(found).toEqual({
      ...nothing,
      ...realGold[index],
      blocks: article.paragraphs.map(({ line, text }) => ({ kind: 'paragraph', line, text })),
      source: article.sourceSuggested,
      language: article.language,
      inferred: ['source', 'language'],
    });
  }
  expect(outcome.articles).toHaveLength(2);
});
