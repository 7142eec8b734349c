/* A backup that is made unasked, before a library is written anew in a later format. */

import { lstat, mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ReaderError } from '../../../shared/errors.ts';
import { errorCode, realDisk } from '../store/disk.ts';
import { listLibrary } from './library-picture.ts';
import { writeBackupAnywhere, type BackupOptions } from './write-backup.ts';

export type MigrationBackupOptions = Pick<BackupOptions, 'clock' | 'onProgress' | 'signal' | 'openTarget'> & {
  /** The folder of a library that nobody writes to. */
  readonly folder: string;
  /** The format it has now. */
  readonly format: number;
};

/**
 * Writes and verifies `NAME-backup-formatN-DATE.zip` beside the library's folder, or in `backups/` within it where the
 * folder above cannot be written. Answers the path; never replaces a file. Throws what `writeBackup` throws.
 */
export async function backupBeforeMigration(options: MigrationBackupOptions): Promise<string> {
  const folder = resolve(options.folder);
  const date = new Date(options.clock()).toISOString().slice(0, 10);
  // The root of a drive has no name and nothing beside it.
  const name = `${basename(folder) || 'library'}-backup-format${options.format}-${date}`;
  const files = await listLibrary(folder);
  const writeInto = async (place: string): Promise<string> => {
    const target = await findFree(place, name);
    await writeBackupAnywhere({ ...options, folder, files, target });
    return target;
  };
  try {
    return await writeInto(dirname(folder) === folder ? await makeWithin(folder) : dirname(folder));
  } catch (error) {
    if (!(error instanceof ReaderError && error.code === 'unwritable')) throw error;
    return writeInto(await makeWithin(folder));
  }
}

async function makeWithin(folder: string): Promise<string> {
  const within = join(folder, 'backups');
  try {
    await mkdir(within, { recursive: true, mode: 0o700 });
    await realDisk.syncFolder(folder);
    return within;
  } catch (error) {
    throw unwritable(within, error);
  }
}

/** The first of `NAME.zip`, `NAME-2.zip` ... that is not there. Who migrates holds the lock; nobody else takes it meanwhile. */
async function findFree(place: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(place, `${name}${number === 1 ? '' : `-${number}`}.zip`);
    if (!(await isThere(path))) return path;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw unwritable(path, error);
  }
}

function unwritable(path: string, cause: unknown): ReaderError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ReaderError('unwritable', `No backup can be written to ${path}: ${reason}.`, { cause });
}
