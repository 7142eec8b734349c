/*
 * Moves a library. At every moment a whole library is on disk and the remembered folder holds one: copy and compare,
 * remember the new folder, open the library there, and only then remove what was copied from the old one.
 */

import { rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { ReaderError } from '../../../shared/errors.ts';
import { errorCode, realDisk } from '../store/disk.ts';
import { takeLock } from '../store/lock.ts';
import { copyLibrary, type CopiedFile, type Copy, type CopyJob } from './copy.ts';
import type { Remember } from './where.ts';

export type MoveJob = CopyJob & {
  readonly clock: () => number;
  readonly log: (line: string, error?: unknown) => void;
  readonly remember: Remember;
  /** Opens the library in its new folder. */
  readonly open: () => Promise<void>;
};

/** Nobody may open the library while it is copied. On a disk that takes no lock nobody can change it either. */
export async function copyLocked(job: CopyJob & Pick<MoveJob, 'clock'>): Promise<void> {
  const lock = await takeLock(job.source, job.clock()).catch((error: unknown) => {
    if (error instanceof ReaderError && error.code === 'unwritable') return undefined;
    throw error;
  });
  try {
    await copyLibrary(job);
  } finally {
    lock?.release();
  }
}

/** Moves a closed library. When it throws, the library is where it was, and that is remembered. */
export async function moveLibrary(job: MoveJob): Promise<void> {
  const lock = await takeLock(job.source, job.clock());
  let copy: Copy;
  try {
    copy = await copyLibrary(job);
    await job.onStep?.();
    await openThere(job, await rememberThere(job, copy));
  } catch (error) {
    lock.release();
    throw error;
  }
  // The library has moved by now; what is left of the old folder is no reason to go back.
  try {
    await removeCopied(job, copy.files);
    lock.release();
    await removeRest(job);
  } catch (error) {
    job.log(`The folder ${job.source}, from where the library was moved, could not be cleared`, error);
  }
}

async function rememberThere({ remember, target, onStep }: MoveJob, copy: Copy): Promise<() => Promise<void>> {
  try {
    const takeBack = await remember(target);
    await onStep?.();
    return takeBack;
  } catch (error) {
    await copy.remove();
    throw error;
  }
}

/** A copy that cannot be opened is left alone: it may be another Broadsheet that has it open. */
async function openThere({ open, log, source, target, onStep }: MoveJob, takeBack: () => Promise<void>): Promise<void> {
  try {
    await open();
    await onStep?.();
  } catch (error) {
    await takeBack().catch((again: unknown) => log(`It is still remembered that the library lies in ${target}`, again));
    const code = error instanceof ReaderError ? error.code : 'internal';
    throw new ReaderError(
      code,
      `${error instanceof Error ? error.message : String(error)} The library stays in ${source}; its copy in ${target} may be deleted.`,
      {
        cause: error,
      },
    );
  }
}

/** First what makes the folder a library, so that a rest of it is never taken for a whole one. */
async function removeCopied({ source, log, onStep }: MoveJob, copied: readonly CopiedFile[]): Promise<void> {
  const isHead = copied.map(({ name }) => /^(library\.json$|catalogue|journal)/.test(name));
  const order = [true, false].flatMap((head) => copied.filter((_file, index) => isHead[index] === head));
  for (const file of order) {
    await removeUnchanged(path.join(source, file.name), file).catch((error: unknown) =>
      log(`${file.name} could not be removed from ${source}, from where the library was moved`, error),
    );
    await onStep?.();
  }
  const folders = new Set(copied.flatMap(({ name }) => foldersOf(name)));
  for (const folder of [...folders].toSorted((one, other) => other.length - one.length)) {
    await removeEmpty(path.join(source, folder));
  }
}

/** A file that was changed since it was copied is not what was copied. */
async function removeUnchanged(file: string, { bytes, changedAt }: CopiedFile): Promise<void> {
  const { size, mtimeMs } = await stat(file);
  if (size === bytes && mtimeMs === changedAt) await rm(file);
}

function foldersOf(name: string): readonly string[] {
  const folder = path.dirname(name);
  return folder === '.' ? [] : [folder, ...foldersOf(folder)];
}

/** The lock goes last; Windows removes no file that is open. */
async function removeRest({ source }: MoveJob): Promise<void> {
  for (const name of ['lock', 'lock.json']) await rm(path.join(source, name), { force: true });
  // Folders that a library makes and that held no file.
  for (const name of ['originals', 'bodies', 'catalogue', 'journal', '']) await removeEmpty(path.join(source, name));
  await realDisk.syncFolder(path.dirname(source));
}

async function removeEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EBUSY', 'EPERM', 'EACCES'].includes(errorCode(error))) throw error;
  }
}
