import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { wordRefusal } from '../../../shared/words.ts';
import type { ParseResult } from './parsed.ts';
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
  test('reads a file in its worker and hands its bytes over', async () => {
    parser = createParser();
    const result = await parser.parse({ kind: 'file', file: 'owls.txt', path: join(folder, 'owls.txt') });
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
    expect(whole.length).toBe(0);
    expect(part.length).toBe(text.length);
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
      parser.parse({ kind: 'file', file: 'gone.txt', path: join(folder, 'gone.txt') }),
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

/** A worker that dies in the ways real ones do, by the name of the file. */
const dying = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, source }) => {
  if (source.file === 'throw') throw new Error('it broke');
  if (source.file === 'exit') process.exit(1);
  parentPort.postMessage({ id, result: { outcome: { file: source.file, refused: { code: 'empty', message: '' } } } });
  if (source.file === 'later') setTimeout(() => process.exit(1), 1);
});`;

describe('when the worker dies', () => {
  test.each([
    ['throw', 'it broke'],
    ['exit', 'reading it was stopped'],
  ])('by %s, that file is refused and the next one is read', async (file, reason) => {
    await writeFile(join(folder, 'dying.mjs'), dying);
    parser = createParser(pathToFileURL(join(folder, 'dying.mjs')));
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
    await writeFile(join(folder, 'dying.mjs'), dying);
    parser = createParser(pathToFileURL(join(folder, 'dying.mjs')));
    await parser.parse({ kind: 'bytes', file: 'later', bytes: new Uint8Array([65]) });
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    expect(await parser.parse({ kind: 'bytes', file: 'next', bytes: new Uint8Array([65]) })).toMatchObject({
      outcome: { file: 'next', refused: { code: 'empty' } },
    });
  });

  test('because it cannot start, files are refused', async () => {
    parser = createParser(pathToFileURL(join(folder, 'missing.mjs')));
    const { outcome } = await parser.parse({ kind: 'bytes', file: 'x', bytes: new Uint8Array([65]) });
    expect(outcome).toMatchObject({ refused: { code: 'failed' } });
  });
});
