/*
 * From an older format to this one. A migration reads the old library as the changes that would make it, and writes
 * nothing; here these changes become the journal of a new device, and the last step is `library.json`. Cut short at any
 * point, the library is still wholly of its old format.
 */

import { join } from 'node:path';
import { writeAtomicWith } from './atomic-file.ts';
import { createCompaction } from './compaction.ts';
import type { Disk } from './disk.ts';
import { closedJournalPath } from './journal-files.ts';
import { newDeviceId, writeLibraryFile, type LibraryFile } from './library-file.ts';
import type { Codec } from './load.ts';
import { sealLine } from './sealed-line.ts';
import { beginning, nextTime } from './time.ts';

export type Migration<Change> = {
  /** The format that is read. */
  readonly from: number;
  /** The changes that tell the library from its beginning. Throws `damaged` when it cannot be read. */
  readonly read: (disk: Disk, folder: string) => Promise<readonly Change[]>;
  /** Whether old files lie in a library of the new format: a migration was cut short at its very end. */
  readonly isLeft: (disk: Disk, folder: string) => Promise<boolean>;
  /** Removes the old files, once the library is of the new format. */
  readonly clear: (disk: Disk, folder: string, device: string) => Promise<void>;
};

export type MigrateOptions<Document, Change> = {
  readonly disk: Disk;
  readonly folder: string;
  readonly codec: Codec<Document, Change>;
  readonly clock: () => number;
};

/** Writes the library anew from the changes that were read of it and answers what it is called now. */
export async function migrate<Document, Change extends object>(
  { disk, folder, codec, clock }: MigrateOptions<Document, Change>,
  old: LibraryFile,
  { changes, clear }: { readonly changes: readonly Change[]; readonly clear: Migration<Change>['clear'] },
): Promise<LibraryFile> {
  const identity = { library: old.library, device: newDeviceId() };
  const path = closedJournalPath(join(folder, 'journal'), identity.device, changes.length);
  if (changes.length > 0) {
    await writeAtomicWith(disk, path, async (append) => {
      let time = beginning;
      for (const [index, change] of changes.entries()) {
        time = nextTime(time, clock());
        const line = { v: 2, device: identity.device, seq: index + 1, time, change };
        await append(Buffer.from(`${sealLine(line).text}\n`));
      }
    });
  }
  await writeFirstGeneration({ disk, folder, codec }, identity);
  const file = await writeLibraryFile(disk, folder, identity);
  await clear(disk, folder, identity.device);
  return file;
}

/** The generation of a library in which nothing has happened yet: from here the journal tells the rest. */
export async function writeFirstGeneration<Document, Change>(
  { disk, folder, codec }: { disk: Disk; folder: string; codec: Codec<Document, Change> },
  identity: Pick<LibraryFile, 'library' | 'device'>,
): Promise<void> {
  const { write } = createCompaction({ disk, catalogue: join(folder, 'catalogue'), codec }, []);
  await write(codec.empty(), { ...identity, sequence: 0, time: beginning });
}
