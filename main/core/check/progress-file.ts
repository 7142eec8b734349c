/* `check.json`: how far a check is, so that it goes on there after a restart. Never worth an error. */

import { join } from 'node:path';
import { writeAtomic } from '../store/atomic-file.ts';
import { errorCode, type Disk } from '../store/disk.ts';
import { openSealed, sealLine } from '../store/sealed-line.ts';
import { noProblems, type Problems } from './problems.ts';
import { start, type UnitKey } from './units.ts';

/** A check that was begun and is not over. `next` is the unit it goes on with. Times are epoch milliseconds. */
export type Begun = {
  readonly startedAt: number;
  readonly next: UnitKey;
  readonly done: number;
  readonly total: number;
  readonly problems: Problems;
};
export type Ended = { readonly finishedAt: number; readonly files: number; readonly problems: Problems };
export type Progress = { readonly begun: Begun | null; readonly ended: Ended | null };

const VERSION = 1;
export const nothingYet: Progress = { begun: null, ended: null };

export function beginning(at: number): Begun {
  return { startedAt: at, next: start, done: 0, total: 0, problems: noProblems };
}

/** What cannot be read is as if there had been no check. */
export async function readProgress(disk: Disk, folder: string): Promise<Progress> {
  try {
    const bytes = await disk.readFile(join(folder, 'check.json'));
    const saved = openSealed(bytes.subarray(0, -1))?.value as { readonly version?: unknown } | undefined;
    return saved?.version === VERSION ? (saved as unknown as Progress) : nothingYet;
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return nothingYet;
  }
}

export async function writeProgress(disk: Disk, folder: string, { begun, ended }: Progress): Promise<void> {
  await writeAtomic(disk, join(folder, 'check.json'), `${sealLine({ version: VERSION, begun, ended }).text}\n`);
}
