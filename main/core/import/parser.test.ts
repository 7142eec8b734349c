import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { wordRefusal } from '../../../shared/words.ts';
import type { ParseResult } from './parsed.ts';
import { forkParser } from './parser-process.ts';
import { createParser } from './parser.ts';
import type { Parser } from './parsed.ts';

const text =
  'Owls Nest in Signal Box\n\nA pair of barn owls has moved into the old signal box, the railway said on Friday.\n';
let folder = '';
let parser: Parser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-parser-'));
  await writeFile(join(folder, 'owls.txt'), text);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => parser.close());

function bytesOf(result: ParseResult): string {
  return 'bytes' in result ? Buffer.from(result.bytes).toString() : '';
}

describe('a parser', () => {
  test('reads a file, parses it in its process and hands its bytes on', async () => {
    parser = createParser();
    const result = await parser.parse({
      kind: 'file',
      file: 'owls.txt',
      path: join(folder, 'owls.txt'),
      size: text.length,
    });
    expect(result.outcome).toMatchObject({
      file: 'owls.txt',
      bytes: text.length,
      articles: [{ title: 'Owls Nest in Signal Box', language: 'en' }],
    });
    expect(bytesOf(result)).toBe(text);
    expect(result).toMatchObject({ identities: [{ id: expect.stringMatching(/^[0-9a-f]{24}$/), direction: 'ltr' }] });
  });

  test('takes bytes, also a part of a larger buffer', async () => {
    parser = createParser();
    const whole = new TextEncoder().encode(text);
    const part = new Uint8Array(new TextEncoder().encode(`....${text}....`).buffer, 4, text.length);
    const results = await Promise.all([whole, part].map((bytes) => parser.parse({ kind: 'bytes', file: 'x', bytes })));
    expect(results.map(bytesOf)).toEqual([text, text]);
    expect([whole.length, part.length]).toEqual([text.length, text.length]);
  });

  test('answers many calls in their order', async () => {
    parser = createParser();
    const order: string[] = [];
    await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (file) => {
        await parser.parse({ kind: 'bytes', file, bytes: new TextEncoder().encode(text) });
        order.push(file);
      }),
    );
    expect(order).toEqual(['a', 'b', 'c', 'd']);
  });

  test('refuses what is not there, what is empty, and hands refusals on', async () => {
    parser = createParser();
    const refused = wordRefusal('directory-loop');
    const results = await Promise.all([
      parser.parse({ kind: 'file', file: 'gone.txt', path: join(folder, 'gone.txt'), size: 1 }),
      parser.parse({ kind: 'bytes', file: 'empty.txt', bytes: new Uint8Array() }),
      parser.parse({ kind: 'refused', file: 'loop', refused }),
    ]);
    expect(results).toEqual([
      { outcome: { file: 'gone.txt', refused: wordRefusal('unreadable', 'it does not exist') } },
      { outcome: { file: 'empty.txt', refused: wordRefusal('empty') } },
      { outcome: { file: 'loop', refused } },
    ]);
  });

  test('refuses after it was closed', async () => {
    parser = createParser();
    await parser.close();
    expect(await parser.parse({ kind: 'bytes', file: 'x', bytes: new Uint8Array([65]) })).toMatchObject({
      outcome: { refused: { code: 'failed' } },
    });
  });
});

/** A process that ends in the ways real ones do, by the name of the file. */
const ending = `
process.on('disconnect', () => process.exit());
process.on('message', ({ id, file }) => {
  if (file === 'throw') throw new Error('it broke');
  if (file === 'exit') process.exit(1);
  if (file === 'abort') process.abort();
  if (file === 'kill') process.kill(process.pid, 'SIGSEGV');
  if (file === 'never') return;
  process.send({ id, answer: { outcome: { file, refused: { code: 'empty', message: '' } } } });
  if (file === 'later') setTimeout(() => process.exit(1), 1);
});`;

function createEnding(name: string): Parser {
  return createParser((listeners) => forkParser(join(folder, name), listeners));
}

describe('when the process ends', () => {
  beforeAll(() => writeFile(join(folder, 'ending.mjs'), ending));

  test.each([
    ['throw', 'reading it was stopped'],
    ['exit', 'reading it was stopped'],
    ['abort', 'it needs more memory than there is'],
    ['kill', 'reading it was stopped'],
  ])('by %s, that file is refused and the next one is read', async (file, reason) => {
    parser = createEnding('ending.mjs');
    const results = await Promise.all([
      parser.parse({ kind: 'bytes', file, bytes: new Uint8Array([65]) }),
      parser.parse({ kind: 'bytes', file: 'next', bytes: new Uint8Array([65]) }),
    ]);
    expect(results.map(({ outcome }) => outcome)).toMatchObject([
      { file, refused: wordRefusal('failed', reason) },
      { file: 'next', refused: { code: 'empty' } },
    ]);
  });

  test('between two files, nobody notices', async () => {
    parser = createEnding('ending.mjs');
    await parser.parse({ kind: 'bytes', file: 'later', bytes: new Uint8Array([65]) });
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    expect(await parser.parse({ kind: 'bytes', file: 'next', bytes: new Uint8Array([65]) })).toMatchObject({
      outcome: { file: 'next', refused: { code: 'empty' } },
    });
  });

  test('because it cannot start, files are refused', async () => {
    parser = createEnding('missing.mjs');
    const { outcome } = await parser.parse({ kind: 'bytes', file: 'x', bytes: new Uint8Array([65]) });
    expect(outcome).toMatchObject({ refused: { code: 'failed' } });
  });

  test('because starting it throws, files are refused', async () => {
    parser = createParser(() => {
      throw new Error('there are too many processes');
    });
    const { outcome } = await parser.parse({ kind: 'bytes', file: 'x', bytes: new Uint8Array([65]) });
    expect(outcome).toMatchObject({ refused: wordRefusal('failed', 'there are too many processes') });
  });

  test('by a signal, the file under way and those after it with that signal are refused, others are read', async () => {
    parser = createEnding('ending.mjs');
    const stop = new AbortController();
    const bytes = new Uint8Array([65]);
    const stopped = ['never', 'after'].map((file) => parser.parse({ kind: 'bytes', file, bytes }, stop.signal));
    const other = parser.parse({ kind: 'bytes', file: 'other', bytes });
    setTimeout(() => stop.abort(), 50);
    const refused = wordRefusal('failed', 'the import was stopped');
    expect(await Promise.all(stopped)).toEqual([
      { outcome: { file: 'never', refused } },
      { outcome: { file: 'after', refused } },
    ]);
    expect((await other).outcome).toMatchObject({ refused: { code: 'empty' } });
  });

  test('by closing the parser, what is under way is refused', async () => {
    parser = createEnding('ending.mjs');
    const parsing = parser.parse({ kind: 'bytes', file: 'never', bytes: new Uint8Array([65]) });
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    await parser.close();
    expect((await parsing).outcome).toMatchObject({ refused: { code: 'failed' } });
  });
});
