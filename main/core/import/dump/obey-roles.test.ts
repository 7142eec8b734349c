import { describe, expect, test } from 'vitest';
import type { LineRole } from '../../../../shared/split.ts';
import { parseFile, type ParseOptions } from '../parse-file.ts';

/* What a person says of lines, in small. A role stands behind `<`; `P` stands for a paragraph. */

const paragraph = (index: number) =>
  `The council of ward ${index} met on Monday evening to speak about the bridge, the school and the price of bread, and it agreed on two of the three.`;

const [A, B] = ['Bridge Opens After a Long Winter', 'School Finds a Room for Everyone'];

const two = ['Document 1 of 2', A, '', 'P', '', 'P', '', 'Document 2 of 2', B, '', 'P', '', 'P'];

async function read(lines: readonly string[], options: ParseOptions = {}) {
  const split = lines.map((line) => line.split('<'));
  const text = split.map(([line = '']) => (line === 'P' ? paragraph(0) : line)).join('\n');
  const roles = split.flatMap(([, role], index) =>
    role === undefined ? [] : [{ line: index + 1, role: role as LineRole }],
  );
  const outcome = await parseFile(Buffer.from(text), 'dump.txt', { ...options, roles });
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  expect(outcome.ledger.unassigned).toBe(0);
  const { articles, dropped } = outcome;
  const [first] = articles;
  if (first === undefined) throw new Error('no article');
  return { ...first, articles, outside: dropped, texts: first.blocks.map(({ text: block }) => block) };
}

describe('a line that is said to be', () => {
  test('the headline is it, and what was taken for it is text', async () => {
    const { title, texts } = await read(['Ferries stay in port', '', `${A}<headline`, '', 'P', '', 'P']);
    expect({ title, texts }).toEqual({ title: A, texts: ['Ferries stay in port', paragraph(0), paragraph(0)] });
  });

  test('the headline is one with the next line that is said to be', async () => {
    const { title } = await read(['Bridge opens after<headline', 'a long winter<headline', '', 'P', '', 'P']);
    expect(title).toBe('Bridge opens after a long winter');
  });

  test('the headline begins no article inside one', async () => {
    const { articles } = await read([A, '', 'P', '', 'P', '', `${B}<headline`, '', 'P', '', 'P']);
    expect(articles.map(({ title, lines }) => [title, lines])).toEqual([[B, [1, 11]]]);
  });

  test.each([
    ['subtitle', 'A toll is asked of nobody', { subtitle: 'A toll is asked of nobody' }],
    ['byline', 'by Ann Roe and Jon Peri', { byline: 'Ann Roe and Jon Peri' }],
    ['byline', 'the harbour desk', { byline: 'the harbour desk' }],
    ['date', 'on 3 May 2021, early', { date: '2021-05-03' }],
    ['source', 'Source: Quay Herald', { source: 'Quay Herald' }],
    ['source', 'the herald of the quay', { source: 'the herald of the quay' }],
    ['section', 'letters', { section: 'letters' }],
    ['caption', 'The lamps', { media: [{ caption: 'The lamps', credit: null, qualifier: null, line: 3 }] }],
    ['caption', 'The lamps (AP)', { media: [{ caption: 'The lamps', credit: 'AP', qualifier: null, line: 3 }] }],
    ['credit', '(Ann Roe)', { media: [{ caption: '', credit: 'Ann Roe', qualifier: null, line: 3 }] }],
  ] as const)('%s: "%s"', async (role, line, fields) => {
    const { texts, title, ...article } = await read([A, '', `${line}<${role}`, '', 'P', '', 'P']);
    expect(article).toMatchObject(fields);
    expect({ title, texts }).toEqual({ title: A, texts: [paragraph(0), paragraph(0)] });
  });

  test('a credit belongs to the caption above it, or right below', async () => {
    const above = await read([A, '', 'The lamps<caption', 'Ann Roe<credit', '', 'P', '', 'P']);
    const below = await read([A, '', 'Ann Roe<credit', 'The lamps<caption', '', 'P', '', 'P']);
    const picture = { caption: 'The lamps', credit: 'Ann Roe', qualifier: null };
    expect([above.media, below.media]).toMatchObject([[picture], [picture]]);
  });

  test('a date without a year says none, and the line is kept', async () => {
    const { date, dropped } = await read([A, '', 'last Monday<date', '', 'P', '', 'P']);
    expect({ date, dropped }).toEqual({
      date: null,
      dropped: [{ line: 3, text: 'last Monday', reason: 'residue' }],
    });
  });

  test('text is text, though it was left out or in the head', async () => {
    const { byline, texts, dropped } = await read([A, 'By Ann Roe<body', '', `${A}<body`, '', 'P', '', 'P']);
    expect({ byline, texts, dropped }).toEqual({
      byline: null,
      texts: ['By Ann Roe', A, paragraph(0), paragraph(0)],
      dropped: [],
    });
  });

  test('left out is left out, and the rule above it stays', async () => {
    const { texts, dropped, lines } = await read([A, '', 'P', '', '* * *', '', 'Get our app<out', '', 'P']);
    expect({ texts, dropped, lines }).toEqual({
      texts: [paragraph(0), '* * *', paragraph(0)],
      dropped: [{ line: 7, text: 'Get our app', reason: 'left-out' }],
      lines: [1, 9],
    });
  });

  test('left out at the edges of an article is left out of that article', async () => {
    const { title, lines, dropped } = await read(['Get our app<out', A, '', 'P', '', 'P', 'Get our app<out']);
    expect({ title, lines }).toEqual({ title: A, lines: [1, 7] });
    expect(dropped.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'left-out'],
      [7, 'left-out'],
    ]);
  });
});

describe('wherever it stands', () => {
  test('a line in the middle of a wrapped paragraph is a line of its own', async () => {
    const words = `${paragraph(1)} ${paragraph(2)} ${paragraph(3)} ${paragraph(4)}`;
    const wrapped = (words.match(/.{1,70}(?: |$)/g) ?? []).map((line) => line.trim());
    const lines = [A, '', ...wrapped.with(3, `${wrapped[3]}<out`)];
    const { texts, dropped } = await read(lines);
    expect(texts).toEqual([wrapped.slice(0, 3).join(' '), wrapped.slice(4).join(' ')]);
    expect(dropped).toEqual([{ line: 6, text: wrapped[3], reason: 'left-out' }]);
  });

  test('an article of which nothing is left is none', async () => {
    const lines = two.map((line, index) => (index > 7 && line !== '' ? `${line}<out` : line));
    const { articles, outside } = await read(lines);
    expect(articles.map(({ lines: range }) => range)).toEqual([[2, 6]]);
    expect(outside.map(({ line, reason }) => [line, reason])).toEqual([
      [9, 'left-out'],
      [11, 'left-out'],
      [13, 'left-out'],
    ]);
  });

  test('a counter may be a headline, and parts the articles nevertheless', async () => {
    const { articles } = await read(two.with(7, 'Document 2 of 2<headline'));
    expect(articles.map(({ title, lines }) => [title, lines])).toEqual([
      [A, [2, 6]],
      ['Document 2 of 2', [8, 13]],
    ]);
  });

  test('a headline on the cover begins an article, and the lines above it stay a cover', async () => {
    const cover = ['Clippings of the week', '', 'Ferries Stay in Port<headline', 'No wind', ''];
    const { articles, outside } = await read([...cover, ...two]);
    expect(articles.map(({ title }) => title)).toEqual(['Ferries Stay in Port', A, B]);
    expect(outside).toEqual([{ line: 1, text: 'Clippings of the week', reason: 'cover-page' }]);
  });

  test('text on the cover belongs to the first article, what stands between is left out as it was', async () => {
    const { title, lines, texts, dropped, outside } = await read(['Clippings', 'No wind<body', '5 pages', '', ...two]);
    expect({ title, lines, texts }).toEqual({
      title: A,
      lines: [2, 10],
      texts: ['No wind', paragraph(0), paragraph(0)],
    });
    expect(dropped.map(({ text, reason }) => [text, reason])).toEqual([
      ['5 pages', 'cover-page'],
      ['Document 1 of 2', 'residue'],
    ]);
    expect(outside.map(({ text }) => text)).toEqual(['Clippings']);
  });

  test('a line below the last article belongs to it', async () => {
    const { articles } = await read([...two, '', '-----', 'End of export', 'Printed on the quay<body']);
    const last = articles.at(-1);
    expect(last?.lines).toEqual([9, 17]);
    expect(last?.blocks.map(({ text }) => text)).toEqual([paragraph(0), paragraph(0), 'Printed on the quay']);
    expect(last?.dropped.map(({ text }) => text)).toContain('End of export');
  });

  test('a line that is not there, or is blank, says nothing', async () => {
    const plain = await read(two);
    const outcome = await parseFile(
      Buffer.from(
        two
          .join('\n')
          .replaceAll('P\n', `${paragraph(0)}\n`)
          .replace(/P$/, paragraph(0)),
      ),
      'dump.txt',
      {
        roles: [
          { line: 99, role: 'headline' },
          { line: 3, role: 'body' },
        ],
      },
    );
    expect('articles' in outcome && outcome.articles).toEqual(plain.articles);
  });
});

test('of two roles of one line the later holds', async () => {
  const text = `${A}\n\nNobody asked\n\n${paragraph(0)}`;
  const roles = [
    { line: 3, role: 'out' },
    { line: 3, role: 'section' },
  ] as const;
  const outcome = await parseFile(Buffer.from(text), 'dump.txt', { roles });
  expect('articles' in outcome && outcome.articles[0]).toMatchObject({ section: 'Nobody asked', dropped: [] });
});

test('an article begins in the middle of a wrapped paragraph where a person says so', async () => {
  const wrapped = (`${paragraph(1)} ${paragraph(2)} ${paragraph(3)}`.match(/.{1,70}(?: |$)/g) ?? []).map((line) =>
    line.trim(),
  );
  const { articles } = await read([A, '', ...wrapped], { begins: [6] });
  expect(articles.map(({ lines }) => lines)).toEqual([
    [1, 5],
    [6, wrapped.length + 2],
  ]);
});

describe('nothing is left out', () => {
  test.each([
    ['as a headline that came again', [A, '', A, '', 'P', '', 'P'], 'repeat-title', [A, paragraph(0), paragraph(0)]],
    ['as a copyright line', [A, '', 'P', '', '© 2024 The Post'], 'copyright', [paragraph(0), '© 2024 The Post']],
    ['as a rule below a headline', [A, '=====', '', 'P'], 'residue', ['=====', paragraph(0)]],
    ['as a cover', ['Clippings', 'Document 1 of 1', A, '', 'P'], 'cover-page', ['Clippings', paragraph(0)]],
  ] as const)('%s', async (_, lines, reason, wanted) => {
    const { dropped } = await read(lines);
    const after = await read(lines, { restore: [reason] });
    expect(dropped.concat((await read(lines)).outside)).toMatchObject([{ reason }]);
    expect(after.texts).toEqual(wanted);
  });

  test('below the last article, and the other reasons hold', async () => {
    const before = await read([...two, '', 'Contact us', '© 2024 The Post']);
    const { articles, outside } = await read([...two, '', 'Contact us', '© 2024 The Post'], {
      restore: ['navigation'],
    });
    expect(before.outside.map(({ reason }) => reason)).toEqual(['navigation', 'copyright']);
    expect(articles.at(-1)?.blocks.at(-1)?.text).toBe('Contact us');
    expect(outside.map(({ reason }) => reason)).toEqual(['copyright']);
  });
});
