/*
 * A backup becomes a library again, in a new folder. It is unpacked beside it, every file checked and synced, and takes
 * the folder's name at the end: a library that is there is a whole one.
 */

import { randomBytes } from 'node:crypto';
import { mkdir, readdir, realpath, rm, rmdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ReaderError } from '../../../shared/errors.ts';
import { renameDurably } from '../store/atomic-file.ts';
import { errorCode, realDisk } from '../store/disk.ts';
import type { BackupManifest } from './manifest.ts';
import { openBackup } from './open-backup.ts';
import { createMeter, type BackupProgress } from './progress.ts';
import { unpackAll } from './unpack.ts';

export type RestoreOptions = {
  /** The zip. */
  readonly file: string;
  /** Where the library is to be: missing or empty. */
  readonly folder: string;
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
  /** Gives the restore up, and throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
};

/**
 * Restores a backup and answers its manifest. Throws `invalid-input` for a folder that holds something, what
 * `readBackup` throws, `damaged` for a file that is not what was backed up, `unwritable` where the folder cannot be
 * written. Whatever it throws, nothing is left.
 */
export async function restoreBackup({ file, folder, onProgress, signal }: RestoreOptions): Promise<BackupManifest> {
  const place = await findPlace(folder);
  const backup = await openBackup(file);
  try {
    const total = backup.manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
    const meter = createMeter({ step: 'restoring', total, onProgress });
    await fillPlace(place, (temporary) => unpackAll(backup, { temporary, meter, signal }));
    meter.finish();
    return backup.manifest;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ReaderError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReaderError('unwritable', `The library could not be restored to ${folder}: ${reason}.`, { cause: error });
  } finally {
    await backup.close();
  }
}

type Place = { readonly path: string; readonly isThere: boolean };

/** A folder that is there may be a link; what it leads to is what gets replaced. */
async function findPlace(folder: string): Promise<Place> {
  try {
    const path = await realpath(folder);
    const names = await readdir(path);
    if (names.length === 0) return { path, isThere: true };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { path: resolve(folder), isThere: false };
    const isFile = errorCode(error) === 'ENOTDIR';
    const why = isFile ? 'is no folder' : `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    throw new ReaderError('invalid-input', `${folder} ${why}. Choose a new or an empty folder.`, { cause: error });
  }
  throw new ReaderError(
    'invalid-input',
    `${folder} is not empty. A backup is restored only into a new or empty folder.`,
  );
}

async function fillPlace({ path, isThere }: Place, fill: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.restoring-${randomBytes(6).toString('hex')}`;
  const firstMade = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await mkdir(temporary, { mode: 0o700 });
    await fill(temporary);
    if (firstMade !== undefined) await syncAbove(dirname(path), firstMade);
    await takePlace(temporary, { path, isThere });
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (firstMade !== undefined) await removeEmpty(dirname(path), firstMade);
    throw error;
  }
}

/** Windows renames no folder over another, not even over an empty one; no system over one that holds something. */
async function takePlace(temporary: string, { path, isThere }: Place): Promise<void> {
  if (isThere) await rmdir(path);
  try {
    await renameDurably(realDisk, temporary, path);
  } catch (error) {
    if (isThere) await mkdir(path, { recursive: true, mode: 0o700 });
    throw error;
  }
}

/** The folders above the library that had to be made, from `lowest` up to `highest`. */
function* foldersUpTo(lowest: string, highest: string): Generator<string> {
  for (let folder = resolve(lowest); folder.length >= resolve(highest).length; folder = dirname(folder)) yield folder;
}

async function syncAbove(lowest: string, highest: string): Promise<void> {
  for (const folder of foldersUpTo(lowest, highest)) await realDisk.syncFolder(dirname(folder));
}

async function removeEmpty(lowest: string, highest: string): Promise<void> {
  for (const folder of foldersUpTo(lowest, highest)) {
    try {
      await rmdir(folder);
    } catch (error) {
      // Somebody else has put something there meanwhile; it stays, and the first error is the one to tell.
      if (errorCode(error) === '') throw error;
      return;
    }
  }
}
