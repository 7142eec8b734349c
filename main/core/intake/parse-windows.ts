/*
 * A large original, part by part: a window of it is sent to be parsed, the answer says how much of it ended with a whole
 * article, and the rest begins the next window. Each part is taken in like a file of its own.
 */

import { createHash } from 'node:crypto';
import type { Sha256 } from '../../../shared/model.ts';
import type { Span } from '../../../shared/span.ts';
import type { ParseResult, Parser } from '../import/parsed.ts';

export type LargeFile = {
  readonly file: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly blocks: AsyncIterable<Uint8Array>;
};

export type WindowSizes = {
  /** Bytes of a window, and of the largest one where no article ends in smaller ones. */
  readonly usual: number;
  readonly most: number;
};

/** Yields each part with its span; what the signal stopped is not yielded. Throws what reading the blocks throws. */
export async function* parseWindows(
  { file, sha256, bytes: total, blocks }: LargeFile,
  parser: Pick<Parser, 'parse'>,
  sizes: WindowSizes,
  signal: AbortSignal,
): AsyncGenerator<ParseResult> {
  const gather = createGatherer(blocks);
  let offset = 0;
  let linesBefore = 0;
  let encoding: string | undefined;
  let size = sizes.usual;
  for (let number = 1; offset < total && !signal.aborted;) {
    const window = await gather.fill(size);
    if (window.length === 0) return;
    const isLast = offset + window.length >= total;
    const asked = { isLast, mustCut: size >= sizes.most, encoding };
    const result = await parser.parse({ kind: 'window', file, bytes: window, window: asked }, signal);
    if (signal.aborted) return;
    const { used = isLast ? window.length : toLastLine(window), lines = 0 } = result;
    if (used === 0) {
      size = Math.min(sizes.most, size * 2);
      continue;
    }
    const bytes = new Uint8Array(window.subarray(0, used));
    const own = createHash('sha256').update(bytes).digest('hex') as Sha256;
    yield withSpan(result, { sha256, bytes }, { number, offset, bytes: used, linesBefore, sha256: own });
    if (!('refused' in result.outcome) && result.outcome.encoding !== 'utf-8') encoding = result.outcome.encoding;
    gather.take(used);
    offset += used;
    linesBefore += lines;
    number += 1;
    size = sizes.usual;
  }
}

type Whole = { readonly sha256: Sha256; readonly bytes: Uint8Array<ArrayBuffer> };

/** What was parsed says the hash of the whole file, under which its original lies. */
function withSpan(result: ParseResult, { sha256, bytes }: Whole, span: Span): ParseResult {
  if (!('bytes' in result)) return { outcome: { ...result.outcome, span } };
  const { outcome, identities } = result;
  return { outcome: { ...outcome, sha256, span }, identities, bytes };
}

/** Where nobody can say how far it got, the part ends with the last line of the window. */
function toLastLine(window: Uint8Array): number {
  return window.lastIndexOf(10) + 1 || window.length;
}

/** Gathers blocks to windows; what was not taken of one begins the next. */
function createGatherer(blocks: AsyncIterable<Uint8Array>) {
  const iterator = blocks[Symbol.asyncIterator]();
  let held: Uint8Array[] = [];
  let length = 0;
  return {
    /** At least `size` bytes, or all that are left. The array is a copy. */
    async fill(size: number): Promise<Uint8Array<ArrayBuffer>> {
      while (length < size) {
        const next = await iterator.next();
        if (next.done === true) break;
        held.push(next.value);
        length += next.value.length;
      }
      const window = new Uint8Array(length);
      let at = 0;
      for (const block of held) {
        window.set(block, at);
        at += block.length;
      }
      held = [window];
      return window;
    },
    take(bytes: number): void {
      const [window = new Uint8Array()] = held;
      held = [window.slice(bytes)];
      length -= bytes;
    },
  };
}
