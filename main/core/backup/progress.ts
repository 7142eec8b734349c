/* How far a backup or a restore is, told often enough to watch and seldom enough to cost nothing. */

import { performance } from 'node:perf_hooks';

export type BackupProgress = {
  readonly step: 'writing' | 'checking' | 'restoring';
  /** Bytes of the library's files, as they are unpacked. */
  readonly bytes: number;
  readonly total: number;
};

export type Meter = {
  /** So many more bytes are done. */
  readonly add: (bytes: number) => void;
  /** Tells the end, whatever was told last. */
  readonly finish: () => void;
};

/** With the end of each step it stays within ten a second. */
const PAUSE_MS = 150;

export type MeterOptions = Pick<BackupProgress, 'step' | 'total'> & {
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
};

export function createMeter({ step, total, onProgress, now = () => performance.now() }: MeterOptions): Meter {
  let bytes = 0;
  let toldAt = now();
  return {
    add(more) {
      bytes += more;
      if (onProgress === undefined || now() - toldAt < PAUSE_MS) return;
      toldAt = now();
      onProgress({ step, bytes, total });
    },
    finish: () => onProgress?.({ step, bytes, total }),
  };
}
