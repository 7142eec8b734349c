/* How far a backup is, on a terminal: one line that is written over. A pipe or a log gets nothing. */

import type { BackupProgress } from '../core/backup/progress.ts';

/** Node leaves `isTTY` out where the stream is no terminal. */
type Terminal = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

export type ProgressLine = {
  readonly show: (progress: BackupProgress) => void;
  /** Clears the line for what is printed next. */
  readonly end: () => void;
};

const words = { writing: 'Writing', checking: 'Reading back', restoring: 'Restoring' } as const;
const clearLine = '\r\u001B[K';

export function createProgressLine(terminal: Terminal = process.stderr): ProgressLine {
  const isTerminal = terminal.isTTY === true;
  return {
    show({ step, bytes, total }) {
      if (!isTerminal) return;
      const percent = total === 0 ? 100 : Math.floor((bytes / total) * 100);
      terminal.write(`${clearLine}${words[step]} ${percent}% of ${wordBytes(total)}`);
    },
    end() {
      if (isTerminal) terminal.write(clearLine);
    },
  };
}

function wordBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
