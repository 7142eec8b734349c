/*
 * Finds out which library a folder holds and who writes to it. `library.json` says so; where it is lost, the newest
 * generation does, or the names of the journals.
 */

import { join } from 'node:path';
import { ReaderError } from '../../../shared/errors.ts';
import { errorCode, type Disk } from './disk.ts';
import { findJournalFiles } from './journal-files.ts';
import { FORMAT, newDeviceId, newLibraryId, readLibraryFile, type LibraryFile } from './library-file.ts';
import { findManifests, readManifest } from './manifest.ts';

export type Identity =
  /** As `library.json` says. */
  | { readonly kind: 'known'; readonly file: LibraryFile }
  /** `library.json` is lost; the rest says who it was, or nobody knows and it gets new names. */
  | { readonly kind: 'found'; readonly file: LibraryFile }
  /** Nothing is there. */
  | { readonly kind: 'new' };

/** Throws `damaged` where something was there of which nothing is left. */
export async function identify(disk: Disk, folder: string): Promise<Identity> {
  const file = await readLibraryFile(disk, folder);
  if (file !== undefined && file !== 'unreadable') return { kind: 'known', file };
  const found = await findIdentity(disk, folder);
  if (found !== undefined) return { kind: 'found', file: found };
  if (file === undefined) return { kind: 'new' };
  throw new ReaderError('damaged', `The library in ${folder} is damaged: nothing in it can be read.`);
}

async function findIdentity(disk: Disk, folder: string): Promise<LibraryFile | undefined> {
  const catalogue = join(folder, 'catalogue');
  for (const sequence of await ifThere(findManifests(disk, catalogue))) {
    const manifest = await readManifest(disk, catalogue, sequence);
    if (manifest !== undefined) {
      const { format, library, device } = manifest;
      return { format, library, device };
    }
  }
  const library = newLibraryId();
  if ((await ifThere(disk.list(catalogue))).some((name) => name.endsWith('.snapshot'))) {
    return { format: 1, library, device: newDeviceId() };
  }
  const journal = (await ifThere(findJournalFiles(disk, join(folder, 'journal')))).at(-1);
  if (journal !== undefined) return { format: FORMAT, library, device: journal.device };
  const remains = [
    ...(await ifThere(disk.list(join(folder, 'bodies')))),
    ...(await ifThere(disk.list(join(folder, 'originals')))),
    ...(await ifThere(findManifests(disk, catalogue))),
  ];
  return remains.length === 0 ? undefined : { format: FORMAT, library, device: newDeviceId() };
}

async function ifThere<Value>(listing: Promise<readonly Value[]>): Promise<readonly Value[]> {
  try {
    return await listing;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
