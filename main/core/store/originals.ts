/* The dropped files, unchanged: `originals/ab/cdef....gz`, named by the SHA-256 of their content, gzip so that any tool opens them. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { constants, createGunzip, gunzip, gzip } from 'node:zlib';
import { ReaderError } from '../../../shared/errors.ts';
import type { Sha256 } from '../../../shared/model.ts';
import { errorCode, makeFolder, writeAtomic } from './atomic-file.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

export type Originals = {
  /** Stores bytes under their hash and answers when they are on disk. A whole copy that is there already is left alone. */
  readonly put: (sha256: Sha256, bytes: Uint8Array) => Promise<void>;
  /** The bytes as they were dropped. Throws `not-found`, or `damaged` when they are not what their name says. */
  readonly get: (sha256: Sha256) => Promise<Buffer>;
};

export function openOriginals(folder: string): Originals {
  const pathOf = (sha256: Sha256): string => join(folder, sha256.slice(0, 2), `${sha256.slice(2)}.gz`);
  return {
    async put(sha256, bytes) {
      const path = pathOf(sha256);
      if (await isWhole(path, sha256)) return;
      await makeFolder(dirname(path));
      await writeAtomic(path, await pack(bytes, { level: constants.Z_BEST_SPEED }));
    },
    async get(sha256) {
      const bytes = await unpackWhole(await readStored(pathOf(sha256)), sha256);
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw damaged(sha256);
      return bytes;
    },
  };
}

/** Whether what lies there unpacks to what its name says. Streamed, so that a large one takes no memory. */
async function isWhole(path: string, sha256: Sha256): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), createGunzip(), hash);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code.startsWith('Z_')) return false;
    throw error;
  }
  return hash.digest('hex') === sha256;
}

async function readStored(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new ReaderError('not-found', 'The library does not hold this original.', { cause: error });
  }
}

async function unpackWhole(stored: Buffer, sha256: Sha256): Promise<Buffer> {
  try {
    return await unpack(stored);
  } catch (error) {
    throw damaged(sha256, error);
  }
}

function damaged(sha256: Sha256, cause?: unknown): ReaderError {
  return new ReaderError('damaged', `The stored original ${sha256.slice(0, 12)} is damaged on disk.`, { cause });
}
