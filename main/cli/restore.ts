/* `restore`: a library from a backup, in a folder that is new or empty. */

import { countOf } from '../../shared/words.ts';
import type { BackupManifest } from '../core/backup/manifest.ts';
import { restoreBackup } from '../core/backup/restore-backup.ts';
import type { RestoreCommand } from './arguments.ts';
import type { Output } from './output.ts';
import { createProgressLine } from './progress-line.ts';
import { onStopSignal } from './stop-signal.ts';
import { displayName } from './words.ts';

/** 0 when the library is there, 1 when the restore was stopped. Throws `ReaderError`. */
export async function restoreCommand({ json, library, file }: RestoreCommand, output: Output): Promise<number> {
  const manifest = await restoreUntilStopped(file, library);
  if (manifest === undefined) {
    output.problem('The restore was stopped; nothing was written.');
    return 1;
  }
  const { files, madeAt } = manifest;
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
  if (json) await output.json({ library, files: files.length, bytes, madeAt });
  else {
    const what = `${countOf(files.length, 'file')}, ${countOf(bytes, 'byte')}`;
    await output.line(`${displayName(library)}: ${what}, from the backup of ${madeAt}.`);
  }
  return 0;
}

/** Undefined when a signal stopped it. */
async function restoreUntilStopped(file: string, folder: string): Promise<BackupManifest | undefined> {
  const controller = new AbortController();
  const stopWaiting = onStopSignal(() => controller.abort());
  const progress = createProgressLine();
  try {
    return await restoreBackup({ file, folder, onProgress: progress.show, signal: controller.signal });
  } catch (error) {
    if (controller.signal.aborted) return undefined;
    throw error;
  } finally {
    progress.end();
    stopWaiting();
  }
}
