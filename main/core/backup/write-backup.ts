/*
 * Backup of a whole library: one zip that any tool opens, with the SHA-256 of each file in it. It is written beside its
 * target, synced, read back, and only then takes the target's name: a backup that is there is a whole one.
 */

import { randomBytes } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { open, realpath, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ReaderError } from '../../../shared/errors.ts';
import { renameDurably } from '../store/atomic-file.ts';
import { realDisk } from '../store/disk.ts';
import type { LibraryFileSize } from './library-picture.ts';
import type { ManifestFile } from './manifest.ts';
import { isBackedUp } from './names.ts';
import { createMeter, type BackupProgress } from './progress.ts';
import { verifyBackup } from './verify-backup.ts';
import { zipPieces } from './zip-stream.ts';

export type BackupOptions = {
  /** The folder of the library. */
  readonly folder: string;
  /** The zip to write; what is there is replaced. Outside the library's folder. */
  readonly target: string;
  /** What the library held at one moment. A file that grew since is read up to its size then. */
  readonly files: readonly LibraryFileSize[];
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
  /** Gives the backup up, and throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Whether to read the zip back before it takes the target's name. True unless said otherwise. */
  readonly verify?: boolean;
  /** Opens a new file, for tests. */
  readonly openTarget?: (path: string) => Promise<TargetFile>;
};

/** The part of an open file that is used. */
export type TargetFile = Pick<FileHandle, 'appendFile' | 'sync' | 'close'>;

/** How many files of the library the zip holds, and their bytes before packing. */
export type BackupResult = { readonly target: string; readonly files: number; readonly bytes: number };

/**
 * Writes a backup. Throws `invalid-input` for a target within the library or a file no zip can hold, `not-found` or
 * `damaged` where a file of the library has vanished, is shorter than `files` says or cannot be read, `busy` where one
 * was replaced since, `unwritable`
 * where the target cannot be written. Whatever it throws, nothing new is left and what was at the target still is.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupResult> {
  if (await isWithin(options.target, options.folder)) {
    throw new ReaderError(
      'invalid-input',
      `${options.target} lies within the library. Choose a place outside of ${options.folder} for the backup.`,
    );
  }
  return writeBackupAnywhere(options);
}

/** Like `writeBackup`, also within the library's own folder. */
export async function writeBackupAnywhere(options: BackupOptions): Promise<BackupResult> {
  const { target, signal } = options;
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const written = await writeZip(temporary, options);
    if (options.verify !== false) await verifyBackup(temporary, { ...options, written });
    signal?.throwIfAborted();
    await renameDurably(realDisk, temporary, target);
    return { target, files: written.length, bytes: sumOf(written) };
  } catch (error) {
    await rm(temporary, { force: true });
    signal?.throwIfAborted();
    if (error instanceof ReaderError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReaderError('unwritable', `The backup ${target} could not be written: ${reason}.`, { cause: error });
  }
}

async function writeZip(path: string, options: BackupOptions): Promise<readonly ManifestFile[]> {
  const { files, signal, onProgress, openTarget = openNew } = options;
  const total = sumOf(files.filter((file) => isBackedUp(file.path)));
  const meter = createMeter({ step: 'writing', total, onProgress });
  const written: ManifestFile[] = [];
  signal?.throwIfAborted();
  const target = await openTarget(path);
  try {
    for await (const piece of zipPieces({
      ...options,
      onBytes: meter.add,
      onFile: (file) => void written.push(file),
    })) {
      signal?.throwIfAborted();
      await target.appendFile(piece);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  meter.finish();
  return written;
}

/** For this user only: it holds what the library holds. */
function openNew(path: string): Promise<FileHandle> {
  return open(path, 'wx', 0o600);
}

/** By what the folders are and not by their names, which links and letter case can make differ. */
async function isWithin(target: string, folder: string): Promise<boolean> {
  const library = await findLibrary(folder);
  let above = await findRealFolder(dirname(resolve(target)));
  for (;;) {
    const { dev, ino } = await stat(above, { bigint: true });
    if (dev === library.dev && ino === library.ino) return true;
    if (above === dirname(above)) return false;
    above = dirname(above);
  }
}

async function findLibrary(folder: string): Promise<BigIntStats> {
  try {
    return await stat(folder, { bigint: true });
  } catch (error) {
    throw new ReaderError('not-found', `There is no library in ${folder}.`, { cause: error });
  }
}

async function findRealFolder(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    throw new ReaderError('invalid-input', `There is no folder ${path} to write the backup into.`, { cause: error });
  }
}

function sumOf(files: readonly LibraryFileSize[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
