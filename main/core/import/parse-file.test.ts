import { describe, expect, test } from 'vitest';
import type { FileOutcome, ParsedDump } from './parsed.ts';
import { parseFile } from './parse-file.ts';

const bytesOf = (text: string) => Buffer.from(text);

function parsed(outcome: FileOutcome): ParsedDump {
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  return outcome;
}

describe('refuses', () => {
  test.each([
    ['an empty file', '', 'empty'],
    ['blank lines', '\n \t\r\n\u00A0\n', 'blank'],
    ['a lone byte order mark', '\uFEFF', 'blank'],
    ['NULs', '\0'.repeat(500), 'binary'],
    ['control characters', 'abc\u0001\u0002\u0003'.repeat(50), 'binary'],
    ['a picture', '\u0089PNG\r\n\u001A\n....', 'binary'],
    ['a zip archive', 'PK\u0003\u0004 something', 'unsupported'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'unsupported'],
    ['an RTF document', '{\\rtf1\\ansi Hello}', 'unsupported'],
    ['a program', 'MZ\u0090\0\u0003\0\0\0', 'binary'],
  ])('%s', async (_what, text, code) => {
    const outcome = await parseFile(
      Buffer.from(text, text.startsWith('\uFEFF') || text.includes('\u00A0') ? 'utf8' : 'latin1'),
      'x.txt',
    );
    expect(outcome).toMatchObject({ file: 'x.txt', refused: { code } });
  });

  test('more lines than there is memory for, but not as many blank ones', async () => {
    const many = 6_000_001;
    expect(await parseFile(Buffer.alloc(many * 2, 'a\n'), 'lines.txt')).toMatchObject({
      refused: { code: 'too-large', message: expect.stringContaining('6,000,001 lines') as string },
    });
    expect(
      parsed(await parseFile(Buffer.alloc(many + 1, 'a\n'.padEnd(many + 1, '\n')), 'blank.txt')).articles,
    ).toHaveLength(1);
  });

  test('says what it saw instead of text', async () => {
    expect(
      await parseFile(bytesOf('PK\u0003\u0004....[Content_Types].xml...word/document.xml'), 'a.txt'),
    ).toMatchObject({
      refused: { message: 'A Word document is not read yet. Your file is untouched.' },
    });
    expect(await parseFile(Buffer.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), 'a.txt')).toMatchObject({
      refused: { message: 'Text in UTF-32 is not read yet. Your file is untouched.' },
    });
  });
});

describe('survives', () => {
  test('one line of 5 MB', async () => {
    const line = 'A word and another. '.repeat(250_000).trimEnd();
    const { articles, ledger } = parsed(await parseFile(bytesOf(line), 'long.txt'));
    expect(articles).toHaveLength(1);
    expect(articles[0]?.blocks[0]?.text).toBe(line);
    expect(articles[0]?.title).toBe('A word and another');
    expect(ledger).toEqual({ bytes: line.length, articles: line.length, dropped: 0, separators: 0, unassigned: 0 });
  });

  test('one line of 5 MB without a blank', async () => {
    const { articles } = parsed(await parseFile(bytesOf('x'.repeat(5_000_000)), 'long.txt'));
    expect(articles[0]?.blocks[0]?.text).toHaveLength(5_000_000);
  });

  test('200,000 lines of one letter, each with another run of blank lines', async () => {
    const text = Array.from({ length: 200_000 }, (_value, index) => `a${'\n'.repeat((index % 40) + 1)}`).join('');
    const { ledger } = parsed(await parseFile(bytesOf(text), 'letters.txt'));
    expect(ledger.unassigned).toBe(0);
  });

  test.each([
    ['only rules', '-----\n\n=====\n'],
    ['only a counter', 'Document 1 of 3'],
    ['a single letter', 'x'],
    ['one combining mark', '\u0301'],
    ['only "TT"', 'TT\nTT\n20\nTT'],
  ])('%s, and keeps it', async (_what, text) => {
    const { articles, ledger } = parsed(await parseFile(bytesOf(text), 'odd.txt'));
    expect(articles).toHaveLength(1);
    expect(articles[0]?.title).not.toBe('');
    expect(ledger).toMatchObject({ bytes: bytesOf(text).length, unassigned: 0 });
  });
});

describe('takes its headline', () => {
  test.each([
    [
      'from the first sentence',
      `The council met on Monday evening and spoke of nothing but the new bridge. ${'It went on for hours. '.repeat(20)}`,
      'The council met on Monday evening and spoke of nothing but the new bridge',
    ],
    ['from a long sentence, cut at a word', `${'word '.repeat(60)}end.`, `${'word '.repeat(18).trimEnd()}…`],
  ])('%s, and says that it is concluded', async (_what, text, title) => {
    const { articles } = parsed(await parseFile(bytesOf(text), 'file.txt'));
    expect(articles[0]).toMatchObject({ title });
    expect(articles[0]?.inferred).toContain('title');
  });
});
