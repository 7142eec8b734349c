/* The dropped files, unchanged: `originals/ab/cdef....gz`, named by the SHA-256 of their content, gzip so that any tool opens them. */

import { createHash, hash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { constants, createGunzip, gunzip, gzip } from 'node:zlib';
import { ReaderError } from '../../../shared/errors.ts';
import type { Sha256 } from '../../../shared/model.ts';
import { makeFolder, writeAtomicWith, type Append } from './atomic-file.ts';
import { errorCode, type Disk } from './disk.ts';
import { packInto, readBlocks, readPart, unpackBlocks, type Part } from './original-blocks.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** `bytes` is the unpacked size, as far as it could be unpacked. */
export type Verified = { readonly state: 'whole' | 'damaged' | 'missing'; readonly bytes: number };

export type Originals = {
  /** Stores bytes under their hash and answers when they are on disk. A whole copy that is there already is left alone. */
  readonly put: (sha256: Sha256, bytes: Uint8Array) => Promise<void>;
  /**
   * Like `put`, for what is too large to be held: `blocks` is read once or twice. Throws `changed` in words when its
   * bytes are not those of the hash; nothing is stored then. Throws when the signal says to stop.
   */
  readonly putBlocks: (sha256: Sha256, blocks: () => AsyncIterable<Uint8Array>, signal?: AbortSignal) => Promise<void>;
  /** A part of an original, checked against the hash of its own bytes. Throws as `get` does. */
  readonly getPart: (sha256: Sha256, part: Part) => Promise<Buffer>;
  /** The bytes as they were dropped, block by block; not checked. Throws `not-found` or what the disk says. */
  readonly readBlocks: (sha256: Sha256) => AsyncGenerator<Buffer>;
  /** The bytes as they were dropped. Throws `not-found`, or `damaged` when they are not what their name says. */
  readonly get: (sha256: Sha256) => Promise<Buffer>;
  /** Re-hashes what is stored, streamed, so that a large one takes no memory. Throws when the signal says to stop. */
  readonly verify: (sha256: Sha256, signal?: AbortSignal) => Promise<Verified>;
  /** Every original there is, whole or not. */
  readonly list: () => Promise<readonly Sha256[]>;
};

const FOLDER = /^[0-9a-f]{2}$/;
const FILE = /^([0-9a-f]{62})\.gz$/;

export function openOriginals(disk: Disk, folder: string): Originals {
  /** Folders whose own names are known to be durable: a process that was killed may have made one and not synced it. */
  const durable = new Set<string>();
  const pathOf = (sha256: Sha256): string => join(folder, sha256.slice(0, 2), `${sha256.slice(2)}.gz`);

  async function get(sha256: Sha256): Promise<Buffer> {
    const bytes = await unpackWhole(await readStored(disk, pathOf(sha256)), sha256);
    if (hash('sha256', bytes, 'hex') !== sha256) throw damaged(sha256);
    return bytes;
  }

  /** Writes an original that is not there, or there and damaged, and makes it durable. */
  async function putWith(
    sha256: Sha256,
    write: (append: Append) => Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> {
    const path = pathOf(sha256);
    // A whole copy may be one that a killed process renamed without syncing the folder.
    if ((await verify(disk, { path, sha256 }, signal)).state === 'whole') await disk.syncFolder(dirname(path));
    else {
      await makeFolder(disk, dirname(path));
      await writeAtomicWith(disk, path, write);
    }
    if (durable.has(dirname(path))) return;
    await disk.syncFolder(folder);
    durable.add(dirname(path));
  }

  return {
    put: (sha256, bytes) =>
      putWith(sha256, async (append) => append(await pack(bytes, { level: constants.Z_BEST_SPEED }))),
    putBlocks: (sha256, blocks, signal) => putWith(sha256, packInto(sha256, blocks, signal), signal),
    getPart: (sha256, part) => readPart(unpackBlocks(disk, pathOf(sha256)), part),
    readBlocks: (sha256) => unpackBlocks(disk, pathOf(sha256)),
    get,
    verify: (sha256, signal) => verify(disk, { path: pathOf(sha256), sha256 }, signal),
    async list() {
      const found: Sha256[] = [];
      for (const name of (await disk.list(folder)).filter((each) => FOLDER.test(each))) {
        for (const file of await disk.list(join(folder, name))) {
          const rest = FILE.exec(file)?.[1];
          if (rest !== undefined) found.push(`${name}${rest}` as Sha256);
        }
      }
      return found.sort();
    },
  };
}

type Place = { readonly path: string; readonly sha256: Sha256 };

async function verify(disk: Disk, { path, sha256 }: Place, signal?: AbortSignal): Promise<Verified> {
  if ((await disk.find(path)) === undefined) return { state: 'missing', bytes: 0 };
  const digest = createHash('sha256');
  let bytes = 0;
  const measure = async (unpacked: AsyncIterable<Buffer>): Promise<void> => {
    for await (const block of unpacked) {
      digest.update(block);
      bytes += block.length;
    }
  };
  try {
    await pipeline(
      Readable.from(readBlocks(disk, path)),
      createGunzip(),
      measure,
      signal === undefined ? {} : { signal },
    );
  } catch (error) {
    // What the disk cannot read is as lost as what it read wrong.
    if (errorCode(error).startsWith('Z_') || UNREADABLE.has(errorCode(error))) return { state: 'damaged', bytes };
    throw error;
  }
  return { state: digest.digest('hex') === sha256 ? 'whole' : 'damaged', bytes };
}

const UNREADABLE = new Set(['EIO', 'EISDIR']);

async function readStored(disk: Disk, path: string): Promise<Buffer> {
  try {
    return await disk.readFile(path);
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
