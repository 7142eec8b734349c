/* The dropped files, unchanged: `originals/ab/cdef....gz`, named by the SHA-256 of their content, gzip so that any tool opens them. */

import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';
import { ReaderError } from '../../../shared/errors.ts';
import type { Sha256 } from '../../../shared/model.ts';
import { errorCode, makeFolder, writeAtomic } from './atomic-file.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

export type Originals = {
  /** Stores bytes under their hash and answers when they are on disk. Those that are there already are left alone. */
  readonly put: (sha256: Sha256, bytes: Uint8Array) => Promise<void>;
  /** The bytes as they were dropped. Throws `not-found`, or `damaged` when they are not what their name says. */
  readonly get: (sha256: Sha256) => Promise<Buffer>;
};

export function openOriginals(folder: string): Originals {
  const pathOf = (sha256: Sha256): string => join(folder, sha256.slice(0, 2), `${sha256.slice(2)}.gz`);
  return {
    async put(sha256, bytes) {
      const path = pathOf(sha256);
      if (await isThere(path)) return;
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

async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).size > 0;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
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
