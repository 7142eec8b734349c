/* `backup`: the whole of a library that nobody has open, as one zip. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ReaderError } from '../../shared/errors.ts';
import { countOf } from '../../shared/words.ts';
import { listLibrary } from '../core/backup/library-picture.ts';
import { writeBackup, type BackupResult } from '../core/backup/write-backup.ts';
import { takeLock } from '../core/store/lock.ts';
import type { BackupCommand } from './arguments.ts';
import { findLibrary } from './library.ts';
import type { Output } from './output.ts';
import { createProgressLine } from './progress-line.ts';
import { onStopSignal } from './stop-signal.ts';
import { displayName } from './words.ts';

/** 0 when the backup is written and read back, 1 when it was stopped. Throws `ReaderError`. */
export async function backupCommand({ json, library: named, file }: BackupCommand, output: Output): Promise<number> {
  const library = await findLibrary(named, output);
  // Looked at before the lock is taken, which would make its files in a folder that is no library.
  if (!['library.json', 'catalogue', 'journal'].some((name) => existsSync(join(library, name)))) {
    throw new ReaderError('not-found', `There is no library in ${displayName(library)}.`);
  }
  if (existsSync(file)) throw new ReaderError('invalid-input', `${displayName(file)} is there already.`);
  const lock = await takeLock(library, Date.now());
  try {
    const result = await writeUntilStopped(library, file);
    if (result === undefined) {
      output.problem('The backup was stopped; nothing was written.');
      return 1;
    }
    const { files, bytes } = result;
    if (json) await output.json({ file, files, bytes });
    else await output.line(`${displayName(file)}: ${countOf(files, 'file')}, ${countOf(bytes, 'byte')}, read back.`);
    return 0;
  } finally {
    lock.release();
  }
}

/** Undefined when a signal stopped it. */
async function writeUntilStopped(folder: string, target: string): Promise<BackupResult | undefined> {
  const controller = new AbortController();
  const stopWaiting = onStopSignal(() => controller.abort());
  const progress = createProgressLine();
  try {
    const files = await listLibrary(folder);
    const { signal } = controller;
    return await writeBackup({ folder, target, files, clock: Date.now, onProgress: progress.show, signal });
  } catch (error) {
    if (controller.signal.aborted) return undefined;
    throw error;
  } finally {
    progress.end();
    stopWaiting();
  }
}
