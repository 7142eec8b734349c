import { describe, expect, test } from 'vitest';
import type { ParsedArticle } from '../../../shared/model.ts';
import { parseFile } from './parse-file.ts';

/* What is read from the head and the tail of one article. */

const text =
  'The ferry between the island and the port will sail again before the winter, its owner said on Tuesday, after a storm had kept it ashore for seven months.';

async function read(lines: readonly string[]): Promise<ParsedArticle> {
  const outcome = await parseFile(Buffer.from(lines.join('\n')), 'ferry.txt');
  if ('refused' in outcome || outcome.articles.length !== 1)
    throw new Error(`no single article: ${JSON.stringify(outcome)}`);
  const [article] = outcome.articles;
  if (article === undefined) throw new Error('no article');
  return article;
}

const title = 'Night Ferry Sails Again Before the Winter';

describe('a head', () => {
  test.each([
    ['a kicker above the headline', ['POLITICS', title, '', text], { title, section: 'POLITICS' }],
    [
      'a newspaper above date and headline',
      ['The Quay Courier', '3 October 2023', title, '', text],
      { title, source: 'The Quay Courier', date: '2023-10-03' },
    ],
    [
      'a subtitle',
      [title, 'Fares stay as they are until the spring', '', text],
      { title, subtitle: 'Fares stay as they are until the spring' },
    ],
    ['a section in brackets', [`[Business] ${title}`, '', text], { title, section: 'Business' }],
    ['a date in brackets', [`[2023-10-03] ${title}`, '', text], { title, date: '2023-10-03' }],
    ['a headline with a hash', [`# ${title}`, '', text], { title }],
    [
      'an address',
      [title, 'https://www.example.org/ferry', '', text],
      { url: 'https://www.example.org/ferry', source: 'example.org', inferred: ['source', 'language'] },
    ],
    ['an agency alone on a line', [title, 'Reuters', '', text], { agency: 'Reuters' }],
    [
      'a paper alone on a line',
      [title, 'The Quay Herald', '', text],
      { source: 'The Quay Herald', inferred: ['language'] },
    ],
    [
      'a dateline',
      [title, '', `PORT ELLERY, Oct 3 (AP) — ${text}`],
      { dateline: 'PORT ELLERY, Oct 3', place: 'PORT ELLERY', agency: 'AP', date: null },
    ],
    [
      'a dateline below stray lines',
      [title, '', 'Listen to this', '', `LONDON — ${text}`],
      { dateline: 'LONDON', place: 'LONDON' },
    ],
    ['who wrote it where', [title, '', 'London: Ghida Asfour', '', text], { byline: 'Ghida Asfour', place: 'London' }],
    ['no subtitle in a day without a year', [title, '', 'Monday, August 26', '', text], { subtitle: null, date: null }],
    ['no name in a byline that names nobody', [title, 'By the Staff', '', text], { byline: null, subtitle: null }],
    ['no date in one of another calendar', [title, '۱۴ دی ۱۴۰۲', '', text], { date: null, subtitle: null }],
    ['no subtitle in a name', [title, '', 'Marta Olin', '', text], { subtitle: null, byline: null }],
    [
      'no place where people speak',
      [title, '', `MODERATOR: ${text}`, '', `OLIN: ${text}`],
      { place: null, dateline: null },
    ],
    ['labels with an ambiguous date', [`Title: ${title}`, 'Date: 03/04/2024', '', text], { title, date: null }],
  ])('has %s', async (_what, lines, wanted) => expect(await read(lines)).toMatchObject(wanted));

  test('leaves out buttons that stand in a row, and nothing else', async () => {
    const article = await read([title, 'By Ann Roe', 'Share', 'Tweet', 'Print', '', text]);
    expect(article.dropped.map((gone) => [gone.text, gone.reason])).toEqual([
      ['Share', 'residue'],
      ['Tweet', 'residue'],
      ['Print', 'residue'],
    ]);
    expect(article.blocks.map((block) => block.text)).toEqual([text]);
  });

  test('keeps a button word that stands alone', async () => {
    expect((await read([title, '', text, '', 'Save', '', text])).blocks.map((block) => block.text)).toContain('Save');
  });

  test('takes TT below a caption for a button', async () => {
    const article = await read([title, '', 'The ferry at its pier (AP)', 'TT', '', text]);
    expect(article.agency).toBeNull();
    expect(article.dropped.map((gone) => [gone.text, gone.reason])).toEqual([['TT', 'residue']]);
  });

  test('takes a sentence said twice for a caption', async () => {
    const sentence = 'The ferry was lying at its pier on Monday, without a crew and without light';
    const article = await read([title, '', `${sentence}. Reuters.`, `${sentence}. Reuters.`, '', title, '', text]);
    expect(article.media).toEqual([{ caption: sentence, credit: 'Reuters', qualifier: null, line: 3 }]);
    expect(article.blocks.map((block) => block.text)).toEqual([text]);
  });

  test('leaves verse as it is', async () => {
    const verse = ['The river does not ask who goes', 'Across its back at night', 'It carries every boat that rows'];
    const lines = Array.from({ length: 12 }, () => [...verse, '']).flat();
    expect((await read(['The Ferryman', '', ...lines])).dropped).toEqual([]);
  });

  test('takes a repeated line without credit for a caption', async () => {
    const article = await read([title, '', 'The ferry at its pier', 'The ferry at its pier', '', text]);
    expect(article.media).toEqual([{ caption: 'The ferry at its pier', credit: null, qualifier: null, line: 3 }]);
    expect(article.dropped.map((gone) => gone.reason)).toEqual(['repeat-caption']);
  });
});

describe('a tail', () => {
  test.each([
    ['copyright', '© 2023 The Quay Courier. All rights reserved.', { source: 'The Quay Courier' }],
    ['an address', 'https://www.example.org/ferry', { url: 'https://www.example.org/ferry' }],
    ['an agency', '(Reuters)', { agency: 'Reuters' }],
    ['a source', 'Source: The Quay Courier', { source: 'The Quay Courier', inferred: ['language'] }],
  ])('has %s', async (_what, line, wanted) => {
    const article = await read([title, '', text, '', line]);
    expect(article).toMatchObject(wanted);
    expect(article.blocks).toHaveLength(1);
  });
});

test('reads marks of lists and quotes as kinds', async () => {
  const { blocks } = await read([title, '', text, '', '- a kettle', '• a map', '> He said so.', '', text]);
  expect(blocks.map((block) => [block.kind, block.text.slice(0, 12)])).toEqual([
    ['paragraph', text.slice(0, 12)],
    ['list', 'a kettle'],
    ['list', 'a map'],
    ['quote', 'He said so.'],
    ['paragraph', text.slice(0, 12)],
  ]);
});
