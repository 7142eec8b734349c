/* Backups as the place needs them: how far they are counts in bytes of all their steps together. */

import type { Readable } from 'node:stream';
import type { BackupProgress } from '../backup/progress.ts';
import type { Picture } from '../store/picture.ts';
import type { Progress } from './tasks.ts';

type Writing = { readonly folder: string; readonly files: Picture; readonly clock: () => number };
type Watched = { readonly onProgress: Progress; readonly signal: AbortSignal };

/** How backups are made and read. All throw ReaderError. */
export type Backups = {
  readonly writeBackup: (job: Writing & Watched & { readonly target: string }) => Promise<unknown>;
  readonly restoreBackup: (job: Watched & { readonly file: string; readonly folder: string }) => Promise<unknown>;
  readonly streamBackup: (job: Writing) => Promise<Readable>;
};

/** Each is loaded when it is asked for, so that a start does not wait for it. */
export const zipBackups: Backups = {
  async writeBackup(job) {
    const { writeBackup } = await import('../backup/write-backup.ts');
    await writeBackup({ ...job, onProgress: (progress) => job.onProgress(...addUp(progress)) });
  },
  async restoreBackup(job) {
    const { restoreBackup } = await import('../backup/restore-backup.ts');
    await restoreBackup({ ...job, onProgress: ({ bytes, total }) => job.onProgress(bytes, total) });
  },
  async streamBackup(job) {
    const { streamBackup } = await import('../backup/zip-stream.ts');
    return streamBackup(job);
  },
};

/** A backup is written, and then read back: twice its bytes. */
function addUp({ step, bytes, total }: BackupProgress): [number, number] {
  return [step === 'checking' ? total + bytes : bytes, 2 * total];
}
