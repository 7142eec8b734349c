/*
 * Everything that touches the disk: one folder per library, readable without the app. FORMAT.md says what lies where.
 * Order of a write: original, pack, journal line, and only then an answer.
 */

import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ReaderError } from '../../../shared/errors.ts';
import { isTemporary, makeFolder, unwritable } from './atomic-file.ts';
import { openBodies, type Bodies } from './bodies.ts';
import { findDevice, findGenerations, writeGeneration } from './generations.ts';
import { findJournalFiles, type JournalOptions } from './journal.ts';
import { readLibraryFile, writeLibraryFile, type LibraryFile } from './library-file.ts';
import type { Codec } from './load.ts';
import { takeLock } from './lock.ts';
import { openOriginals, type Originals } from './originals.ts';
import { openSettings, type SettingsFile } from './settings-file.ts';
import { createSnapshotAdapter, type SnapshotAdapter } from './snapshot.ts';

export type Store<Document, Change> = {
  /** For `new Low(adapter, ...)`. */
  readonly adapter: SnapshotAdapter<Document, Change>;
  readonly originals: Originals;
  readonly bodies: Bodies;
  readonly settings: SettingsFile;
  /** Closes the files and lets go of the lock. It does not compact. */
  readonly close: () => Promise<void>;
};

export type StoreOptions<Document, Change> = {
  readonly folder: string;
  readonly clock: () => number;
  readonly codec: Codec<Document, Change>;
  /** Says damage and what was done about it, in words. */
  readonly notice: (line: string) => void;
  readonly openFile?: NonNullable<JournalOptions['openFile']>;
};

const FOLDERS = ['originals', 'bodies', 'catalogue', 'journal'];

/** Opens the folder of a library, making it where it is new. Throws `locked`, `damaged`, `newer-format` or `unwritable`. */
export async function openStore<Document, Change extends object>(
  options: StoreOptions<Document, Change>,
): Promise<Store<Document, Change>> {
  const { folder, clock, notice } = options;
  await makeFolders(folder);
  const lock = await takeLock(folder, clock());
  try {
    const { device } = await identify(options);
    await removeTemporary([folder, join(folder, 'bodies')]);
    const adapter = createSnapshotAdapter({ ...options, device });
    const bodies = openBodies(join(folder, 'bodies'));
    return {
      adapter,
      originals: openOriginals(join(folder, 'originals')),
      bodies,
      settings: await openSettings(folder, notice),
      async close() {
        bodies.close();
        await adapter.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function makeFolders(folder: string): Promise<void> {
  try {
    for (const name of FOLDERS) await makeFolder(join(folder, name));
  } catch (error) {
    throw unwritable(`The library's folder ${folder} cannot be used`, error);
  }
}

/** Finds out who we are here. A library whose `library.json` is lost is known by its snapshots or its journal. */
async function identify<Document, Change>({
  folder,
  codec,
  notice,
}: StoreOptions<Document, Change>): Promise<LibraryFile> {
  const file = await readLibraryFile(folder);
  if (file !== undefined && file !== 'unreadable') return file;
  const known = (await findDevice(join(folder, 'catalogue'))) ?? (await findJournalDevice(folder));
  if (known !== undefined) {
    notice('library.json was missing or unreadable and was written anew from the snapshots and the journal.');
    return writeLibraryFile(folder, known);
  }
  const isNew = file === undefined && (await isEmpty(folder));
  if (!isNew) {
    throw new ReaderError('damaged', `The library in ${folder} is damaged: its catalogue and journal are missing.`);
  }
  return createLibrary(folder, codec);
}

/** `library.json` is written last: where it is, there was a snapshot. */
async function createLibrary<Document, Change>(folder: string, codec: Codec<Document, Change>): Promise<LibraryFile> {
  const catalogue = join(folder, 'catalogue');
  const device = randomUUID().slice(0, 8);
  await writeGeneration(catalogue, { sequence: 0, device }, codec.toChunks(codec.empty()));
  return writeLibraryFile(folder, device);
}

async function findJournalDevice(folder: string): Promise<string | undefined> {
  return (await findJournalFiles(join(folder, 'journal'))).at(-1)?.device;
}

async function isEmpty(folder: string): Promise<boolean> {
  const packs = await readdir(join(folder, 'bodies'));
  const generations = await findGenerations(join(folder, 'catalogue'));
  return packs.length === 0 && generations.length === 0;
}

async function removeTemporary(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    for (const name of (await readdir(folder)).filter(isTemporary)) await rm(join(folder, name));
  }
}
