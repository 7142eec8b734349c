/* The files of a backup into a folder of their own, each checked and synced, for this user only. */

import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { realDisk } from '../store/disk.ts';
import type { OpenBackup } from './open-backup.ts';
import type { Meter } from './progress.ts';

export type UnpackOptions = {
  /** An empty folder that nobody else knows of. */
  readonly temporary: string;
  readonly meter: Meter;
  readonly signal?: AbortSignal | undefined;
};

/** Throws what `OpenBackup.read` throws, and what the system throws where the folder cannot be written. */
export async function unpackAll(backup: OpenBackup, { temporary, meter, signal }: UnpackOptions): Promise<void> {
  const folders = new Set<string>([temporary]);
  for (const listed of backup.manifest.files) {
    const path = join(temporary, ...listed.path.split('/'));
    await makeFolders(dirname(path), folders);
    signal?.throwIfAborted();
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const piece of backup.read(listed)) {
        signal?.throwIfAborted();
        await file.appendFile(piece);
        meter.add(piece.length);
      }
      await file.sync();
    } finally {
      await file.close();
    }
  }
  for (const folder of folders) await realDisk.syncFolder(folder);
}

/** `made` holds the folder that everything is in, so that this never leads above it. */
async function makeFolders(path: string, made: Set<string>): Promise<void> {
  if (made.has(path)) return;
  await makeFolders(dirname(path), made);
  await mkdir(path, { mode: 0o700 });
  made.add(path);
}
