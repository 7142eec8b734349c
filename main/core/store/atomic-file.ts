/*
 * Files that are either wholly there or not at all: a temporary name of their own, write, fsync, rename, fsync of the
 * folder. Everything under a library's folder is written through here, but for the journal, which only grows.
 */

import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ReaderError } from '../../../shared/errors.ts';

const TEMPORARY = '.tmp';
/** Windows refuses a rename while a virus scanner or an indexer has the file open; it lets go within moments. */
const PASSING = new Set(['EPERM', 'EBUSY', 'EACCES']);
const WAITS_MS = [5, 10, 20, 50, 100, 200, 400, 800];

/** Writes `data` to `path` so that a crash leaves either the old file or the new one. Throws what the system throws. */
export async function writeAtomic(path: string, data: Uint8Array | string): Promise<void> {
  await writeAtomicWith(path, async (file) => {
    await file.writeFile(data);
  });
}

/** Like `writeAtomic` for what is written piece by piece. When `write` throws, nothing is left behind. */
export async function writeAtomicWith(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}${TEMPORARY}`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameDurably(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Renames within one folder and syncs the folder. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await renamePatiently(from, to);
  await syncFolder(dirname(to));
}

/** Makes a folder and those above it, each durable, for this user only. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let folder = resolve(path); folder.length >= resolve(first).length; folder = dirname(folder)) {
    await syncFolder(dirname(folder));
  }
}

/** Whether a name was left by a write that a crash cut short. */
export function isTemporary(name: string): boolean {
  return name.endsWith(TEMPORARY);
}

/** Makes renames and new names in a folder durable. Windows cannot sync a folder and need not. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The system's short name of an error (`ENOENT`), or an empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The refusal for a write that failed. `what` is a sentence without its full stop. */
export function unwritable(what: string, error: unknown): ReaderError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ReaderError('unwritable', `${what}: ${reason}.`, { cause: error });
}

async function renamePatiently(from: string, to: string): Promise<void> {
  for (const ms of WAITS_MS) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!PASSING.has(errorCode(error))) throw error;
      await wait(ms);
    }
  }
  await rename(from, to);
}
