/* Reads a backup back as it lies on the disk, before anyone relies on it. */

import { isDeepStrictEqual } from 'node:util';
import { ReaderError } from '../../../shared/errors.ts';
import type { ManifestFile } from './manifest.ts';
import { openBackup } from './open-backup.ts';
import { createMeter, type BackupProgress } from './progress.ts';

export type VerifyOptions = {
  /** What went into the backup, in order. */
  readonly written: readonly ManifestFile[];
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Throws `damaged` where the zip at `path` does not hold just what was written. */
export async function verifyBackup(path: string, { written, onProgress, signal }: VerifyOptions): Promise<void> {
  const total = written.reduce((sum, { bytes }) => sum + bytes, 0);
  const meter = createMeter({ step: 'checking', total, onProgress });
  const backup = await openBackup(path);
  try {
    if (!isDeepStrictEqual(backup.manifest.files, written)) {
      throw new ReaderError('damaged', 'The backup does not read back as it was written. The disk may be failing.');
    }
    for (const file of written) {
      for await (const piece of backup.read(file)) {
        signal?.throwIfAborted();
        meter.add(piece.length);
      }
    }
  } finally {
    await backup.close();
  }
  meter.finish();
}
