/* A dropped file that is too large to be held, block by block. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Sha256 } from '../../../shared/model.ts';

const BLOCK = 1 << 20;

export async function* readBlocks(path: string): AsyncGenerator<Buffer> {
  for await (const block of createReadStream(path, { highWaterMark: BLOCK })) yield block as Buffer;
}

/** Throws what the system throws, or when the signal says to stop. */
export async function hashFile(
  path: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<{ readonly sha256: Sha256; readonly bytes: number }> {
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const block of readBlocks(path)) {
    signal.throwIfAborted();
    digest.update(block);
    bytes += block.length;
    onBytes(bytes);
  }
  return { sha256: digest.digest('hex') as Sha256, bytes };
}
