/* Originals that are too large to be held: packed, unpacked and read in part, block by block. */

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { ReaderError } from '../../../shared/errors.ts';
import type { Sha256 } from '../../../shared/model.ts';
import type { Append } from './atomic-file.ts';
import { errorCode, type Disk } from './disk.ts';

/** Bytes of an original from `offset` on, with the hash of these bytes alone. */
export type Part = { readonly offset: number; readonly bytes: number; readonly sha256: Sha256 };

const BLOCK = 1 << 20;

/** Packs blocks and writes them as they come. Throws when they were others than the hash says. */
export function packInto(
  sha256: Sha256,
  blocks: () => AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): (append: Append) => Promise<void> {
  return async (append) => {
    const digest = createHash('sha256');
    async function* hashed(): AsyncGenerator<Uint8Array> {
      for await (const block of blocks()) {
        digest.update(block);
        yield block;
      }
    }
    const write = async (packed: AsyncIterable<Buffer>): Promise<void> => {
      for await (const block of packed) await append(block);
    };
    await pipeline(
      Readable.from(hashed()),
      createGzip({ level: constants.Z_BEST_SPEED, chunkSize: BLOCK }),
      write,
      signal === undefined ? {} : { signal },
    );
    if (digest.digest('hex') !== sha256) throw new Error('it was changed while it was read');
  };
}

/** The stored blocks of a file. */
export async function* readBlocks(disk: Disk, path: string): AsyncGenerator<Buffer> {
  const file = await disk.open(path, 'read');
  try {
    const size = await file.size();
    for (let at = 0; at < size;) {
      // Most originals are small: a whole block for each would keep the garbage collector busier than the hash.
      const block = Buffer.allocUnsafe(Math.min(BLOCK, size - at));
      const length = await file.read(block, at);
      if (length === 0) return;
      yield block.subarray(0, length);
      at += length;
    }
  } finally {
    await file.close();
  }
}

/** What a packed file holds. Throws `not-found`, or `damaged` where it cannot be unpacked. */
export async function* unpackBlocks(disk: Disk, path: string): AsyncGenerator<Buffer> {
  const unpacked = createGunzip({ chunkSize: BLOCK });
  // What goes wrong reaches whoever reads the blocks; who stops reading ends the file too.
  pipeline(Readable.from(readBlocks(disk, path)), unpacked).catch(() => undefined);
  try {
    for await (const block of unpacked) yield block as Buffer;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT')
      throw new ReaderError('not-found', 'The library does not hold this original.', { cause: error });
    if (code.startsWith('Z_'))
      throw new ReaderError('damaged', 'A stored original is damaged on disk.', { cause: error });
    throw error;
  }
}

/** The bytes of a part. Reads all before it too: gzip has no way around that. Throws `damaged` when they are others. */
export async function readPart(blocks: AsyncIterable<Buffer>, { offset, bytes, sha256 }: Part): Promise<Buffer> {
  const part = Buffer.alloc(bytes);
  let at = 0;
  for await (const block of blocks) {
    const from = Math.max(0, offset - at);
    const to = Math.min(block.length, offset + bytes - at);
    if (from < to) block.copy(part, at + from - offset, from, to);
    at += block.length;
    if (at >= offset + bytes) break;
  }
  if (createHash('sha256').update(part).digest('hex') === sha256) return part;
  throw new ReaderError('damaged', 'A part of a stored original is damaged on disk.');
}
