/* The journal files of this device, as they are at one moment. */

import { join } from 'node:path';
import { findJournalFiles } from '../store/journal-files.ts';
import type { Context } from './context.ts';

export type OwnJournal = {
  /** Name within `journal/`. */
  readonly name: string;
  readonly path: string;
  /** What of it is known to be whole. */
  readonly size: number;
  /** Sequence of its last line; null for the file in use. */
  readonly last: number | null;
};

/** In the order in which they were written. Only while no generation is written, or one may be renamed meanwhile. */
export async function findOwnJournals({ store }: Pick<Context, 'store'>): Promise<readonly OwnJournal[]> {
  const { disk, folder, identity, adapter, readOnly } = store;
  const own: OwnJournal[] = [];
  for (const { name, device, last } of await findJournalFiles(disk, join(folder, 'journal'))) {
    if (device !== identity.device) continue;
    const path = join(folder, 'journal', name);
    const isInUse = last === null && readOnly === null;
    const size = isInUse ? adapter.journalSize().bytes : ((await disk.find(path))?.size ?? 0);
    own.push({ name, path, size, last });
  }
  return own;
}
