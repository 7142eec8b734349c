/*
 * Files that are either wholly there or not at all: a temporary name of their own, write, fsync, rename, fsync of the
 * folder. Everything under a library's folder is written through here, but for the journal, which only grows.
 */

import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ReaderError } from '../../../shared/errors.ts';
import { errorCode, type Disk } from './disk.ts';

const TEMPORARY = '.tmp';
/** Windows refuses a rename while a virus scanner or an indexer has the file open; it lets go within moments. */
const PASSING = new Set(['EPERM', 'EBUSY', 'EACCES']);
const WAITS_MS = [5, 10, 20, 50, 100, 200, 400, 800];

/** Adds bytes to the end of the file being written. */
export type Append = (bytes: Uint8Array) => Promise<void>;

/** Writes `data` to `path` so that a crash leaves either the old file or the new one. Throws what the system throws. */
export async function writeAtomic(disk: Disk, path: string, data: Uint8Array | string): Promise<void> {
  await writeAtomicWith(disk, path, (append) => append(typeof data === 'string' ? Buffer.from(data) : data));
}

/** Like `writeAtomic` for what is written piece by piece. When `write` throws, nothing is left behind. */
export async function writeAtomicWith(
  disk: Disk,
  path: string,
  write: (append: Append) => Promise<void>,
): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}${TEMPORARY}`;
  try {
    const file = await disk.open(temporary, 'make');
    try {
      let size = 0;
      await write(async (bytes) => {
        await file.write(bytes, size);
        size += bytes.length;
      });
      await file.sync();
    } finally {
      await file.close();
    }
    await renameDurably(disk, temporary, path);
  } catch (error) {
    // What failed is what the caller must hear; a leftover is cleared away when the library is opened.
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
}

/** Renames within one folder and syncs the folder. */
export async function renameDurably(disk: Disk, from: string, to: string): Promise<void> {
  await patiently(() => disk.rename(from, to));
  await disk.syncFolder(dirname(to));
}

/** Removes files of one folder, those that are there, and makes that durable. */
export async function removeDurably(disk: Disk, paths: readonly string[]): Promise<void> {
  const [first] = paths;
  if (first === undefined) return;
  for (const path of paths) await removeIfThere(disk, path);
  await disk.syncFolder(dirname(first));
}

/** Makes a folder and those above it, each durable, for this user only. */
export async function makeFolder(disk: Disk, path: string): Promise<void> {
  const found = await disk.find(path);
  if (found?.kind === 'folder') return;
  const parent = dirname(path);
  if (parent !== path && found === undefined) await makeFolder(disk, parent);
  try {
    await disk.makeFolder(path);
  } catch (error) {
    // Another process made it meanwhile, or a link leads to it.
    if (errorCode(error) === 'EEXIST' && (await isListable(disk, path))) return;
    throw error;
  }
  await disk.syncFolder(parent);
}

/** Whether a name was left by a write that a crash cut short. */
export function isTemporary(name: string): boolean {
  return name.endsWith(TEMPORARY);
}

/** The refusal for a write that failed. `what` is a sentence without its full stop. */
export function unwritable(what: string, error: unknown): ReaderError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ReaderError('unwritable', `${what}: ${reason}.`, { cause: error });
}

/** What the disk refused while a library was opened, in words; any other error is a fault of ours and stays as it is. */
export function toRefusal(folder: string, error: unknown): unknown {
  if (error instanceof ReaderError || errorCode(error) === '') return error;
  return unwritable(`The library in ${folder} could not be opened`, error);
}

async function removeIfThere(disk: Disk, path: string): Promise<void> {
  try {
    await patiently(() => disk.remove(path));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

async function isListable(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.list(path);
    return true;
  } catch {
    return false;
  }
}

async function patiently(work: () => Promise<void>): Promise<void> {
  for (const ms of WAITS_MS) {
    try {
      await work();
      return;
    } catch (error) {
      if (!PASSING.has(errorCode(error))) throw error;
      await wait(ms);
    }
  }
  await work();
}
