import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParsedArticle } from '../../../shared/model.ts';
import { parseFile } from './parse-file.ts';

const bytesOf = (text: string) => Buffer.from(text);
const wordsOf = (parts: readonly string[]) =>
  parts
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .sort();

/** Everything an article kept of the lines it was read from. */
function textsOf({ title, subtitle, inferred, blocks, media, dropped }: ParsedArticle): readonly string[] {
  const heads = [inferred.includes('title') ? '' : title, subtitle ?? ''];
  const captions = media.map(({ caption, credit }) => `${caption} ${credit ?? ''}`);
  return heads.concat(
    blocks.map(({ text }) => text),
    captions,
    dropped.map(({ text }) => text),
  );
}

const line = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      '',
      '',
      ' ',
      'TT',
      '20',
      '-----',
      '* * *',
      'Share',
      '[1/3]',
      'Document 2 of 9',
      '\f',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Council Votes for a New Bridge',
      'A bridge at dusk (AP)',
      'By Ann Roe',
      '26 August 2024',
      'Title: A bridge',
      'https://example.org/a',
      '© 2024 The Post',
    ),
  },
  { weight: 2, arbitrary: fc.lorem({ mode: 'sentences', maxCount: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
);
const dump = fc
  .array(line, { maxLength: 60 })
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((end) => lines.join(end)));

describe('for every text', () => {
  test('accounts for each byte and each line that is not blank', async () => {
    await fc.assert(
      fc.asyncProperty(dump, async (text) => {
        const outcome = await parseFile(bytesOf(text), 'any.txt');
        if ('refused' in outcome) return;
        const { articles, dropped, separators, unassigned, bytes } = outcome.ledger;
        expect(bytes).toBe(bytesOf(text).length);
        expect(articles + dropped + separators + unassigned).toBe(bytes);
        expect(unassigned).toBe(0);
      }),
      { numRuns: 400 },
    );
  });

  test('keeps articles apart, in order, with every dropped line as it was typed', async () => {
    await fc.assert(
      fc.asyncProperty(dump, async (text) => {
        const outcome = await parseFile(bytesOf(text), 'any.txt');
        if ('refused' in outcome) return;
        const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
        let last = 0;
        for (const article of outcome.articles) {
          const [from, to] = article.lines ?? [0, 0];
          expect(from).toBeGreaterThan(last);
          last = to;
          for (const gone of article.dropped) {
            expect(gone.text).toBe(lines[gone.line - 1]);
            expect(gone.line >= from && gone.line <= to).toBe(true);
          }
          for (const block of article.blocks) expect(block.line >= from && block.line <= to).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('loses no word: each stands in a block, a field, a caption, a dropped line or a separator', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.lorem({ mode: 'sentences', maxCount: 3 }), { minLength: 1, maxLength: 30 }),
        fc.nat(3),
        async (paragraphs, gap) => {
          const text = paragraphs.join('\n'.repeat(gap + 1));
          const outcome = await parseFile(bytesOf(text), 'any.txt');
          const articles = 'articles' in outcome ? outcome.articles : [];
          const kept = articles.flatMap(textsOf);
          expect(wordsOf(kept)).toEqual(wordsOf([text]));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const outcome = await parseFile(bytes, 'bytes.bin');
        if ('refused' in outcome) return;
        expect(outcome.ledger).toMatchObject({ bytes: bytes.length, unassigned: 0 });
      }),
      { numRuns: 400 },
    );
  });

  test('gives the same answer twice', async () => {
    await fc.assert(
      fc.asyncProperty(dump, async (text) => {
        expect(await parseFile(bytesOf(text), 'any.txt')).toEqual(await parseFile(bytesOf(text), 'any.txt'));
      }),
      { numRuns: 50 },
    );
  });
});
