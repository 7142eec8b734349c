import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sha256 } from '../../../shared/model.ts';
import type { FileSource, ParseResult } from '../import/parsed.ts';
import { parseWindows } from './parse-windows.ts';

/** Takes so many bytes of each window; -1: its process ended. */
function parserThatUses(uses: readonly number[]) {
  const asked: Extract<FileSource, { kind: 'window' }>[] = [];
  const parse = async (source: FileSource): Promise<ParseResult> => {
    if (source.kind !== 'window') throw new Error('a window was expected');
    asked.push(source);
    const planned = uses[asked.length - 1] ?? source.bytes.length;
    const refused = { outcome: { file: source.file, refused: { code: 'failed', message: '' } } } as const;
    if (planned < 0) return refused;
    const used = source.window.isLast ? source.bytes.length : Math.min(planned, source.bytes.length);
    if (used === 0 && source.window.mustCut) return { ...refused, used: source.bytes.length, lines: 1 };
    return { ...refused, used, lines: 1 };
  };
  return { parse, asked };
}

async function* inBlocks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(bytes: Uint8Array, uses: readonly number[], block = 7, signal = new AbortController().signal) {
  const parser = parserThatUses(uses);
  const spans = [];
  const file = { file: 'x', sha256: 'whole' as Sha256, bytes: bytes.length, blocks: inBlocks(bytes, block) };
  for await (const { outcome } of parseWindows(file, parser, { usual: 20, most: 50 }, signal)) spans.push(outcome.span);
  return { spans, asked: parser.asked };
}

describe('a large file in windows', () => {
  test('is read part after part, what is left of one window beginning the next', async () => {
    const bytes = new Uint8Array(50).map((_, index) => index);
    const { spans, asked } = await collect(bytes, [15, 10, 18]);
    expect(spans).toMatchObject([
      { number: 1, offset: 0, bytes: 15, linesBefore: 0 },
      { number: 2, offset: 15, bytes: 10, linesBefore: 1 },
      { number: 3, offset: 25, bytes: 18, linesBefore: 2 },
      { number: 4, offset: 43, bytes: 7, linesBefore: 3 },
    ]);
    expect(asked.map(({ bytes: [first] }) => first)).toEqual([0, 15, 25, 43]);
    expect(asked.map(({ window }) => window.isLast)).toEqual([false, false, false, true]);
  });

  test('gets larger windows where no article ends, up to the largest, which must be cut', async () => {
    const { asked } = await collect(new Uint8Array(200), [0, 0, 0]);
    expect(asked.slice(0, 3).map(({ bytes, window }) => [bytes.length, window.mustCut])).toEqual([
      [21, false],
      [42, false],
      [56, true],
    ]);
  });

  test('goes on after the last line of a window whose process ended', async () => {
    const bytes = new Uint8Array(40).fill(65);
    bytes[12] = 10;
    expect((await collect(bytes, [-1])).spans[0]).toMatchObject({ offset: 0, bytes: 13 });
  });

  test('stops at a signal', async () => {
    const stop = new AbortController();
    stop.abort();
    expect((await collect(new Uint8Array(40), [], 7, stop.signal)).spans).toEqual([]);
  });

  test('never leaves a byte out and never reads one twice', async () => {
    const uses = fc.array(fc.integer({ min: -1, max: 60 }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        uses,
        fc.integer({ min: 1, max: 90 }),
        async (bytes, planned, block) => {
          const { spans } = await collect(bytes, planned, block);
          let next = 0;
          for (const span of spans) {
            expect(span?.offset).toBe(next);
            next += span?.bytes ?? 0;
          }
          expect(next).toBe(bytes.length);
        },
      ),
    );
  });
});
