/*
 * Everything that touches the disk: one folder per library, readable without the app. FORMAT.md says what lies where.
 * Order of a write: original, pack, journal line, and only then an answer.
 */

import { join } from 'node:path';
import type { ErrorReply } from '../../../shared/errors.ts';
import type { Recovery, Repair } from '../../../shared/place.ts';
import { findAccess, type Access } from './access.ts';
import { isTemporary, removeDurably, toRefusal } from './atomic-file.ts';
import { openBodies, type Bodies } from './bodies.ts';
import { realDisk, type Disk } from './disk.ts';
import { FORMAT, newDeviceId, newLibraryId, writeLibraryFile, type LibraryFile } from './library-file.ts';
import type { Codec } from './load.ts';
import { takeLock, type Lock } from './lock.ts';
import { migrate, writeFirstGeneration, type Migration } from './migrate.ts';
import { openOriginals, type Originals } from './originals.ts';
import { takePicture, type Picture } from './picture.ts';
import { logRepairs } from './recovery-log.ts';
import { openSettings, type SettingsFile } from './settings-file.ts';
import { createSnapshotAdapter, type Rescue, type SnapshotAdapter } from './snapshot.ts';

export type Store<Document, Change> = {
  readonly disk: Disk;
  readonly folder: string;
  readonly identity: LibraryFile;
  /** For `new Low(adapter, ...)`. */
  readonly adapter: SnapshotAdapter<Document, Change>;
  readonly originals: Originals;
  readonly bodies: Bodies;
  readonly settings: SettingsFile;
  /** Why nothing may be changed; null when everything may. */
  readonly readOnly: ErrorReply | null;
  /** What was repaired since the library was opened. */
  readonly recovery: () => Recovery | null;
  /** Does work with all files as they are at one moment; those that grow count up to the size given. */
  readonly withPicture: <Value>(work: (files: Picture) => Promise<Value>) => Promise<Value>;
  /** Closes the files and lets go of the lock. It does not compact. */
  readonly close: () => Promise<void>;
};

/** Where texts lie. */
export type Texts = { readonly bodies: Bodies; readonly originals: Originals };

export type StoreOptions<Document, Change> = {
  readonly folder: string;
  readonly clock: () => number;
  readonly codec: Codec<Document, Change>;
  /** Finds what the catalogue does not know of the texts that are there. */
  readonly rescue: (texts: Texts, document: Document, thorough: boolean) => Promise<Rescue<Change>>;
  readonly migrations: readonly Migration<Change>[];
  /** Makes a backup before the format changes; when it throws, nothing is changed. */
  readonly beforeMigration: (folder: string, format: number) => Promise<void>;
  /** Opens what can be read, for a library that cannot be opened otherwise; nothing on disk is changed. */
  readonly readable?: boolean;
  /** Says what was repaired, in words. */
  readonly notice: (line: string) => void;
  readonly disk?: Disk;
  readonly lock?: (folder: string, at: number) => Promise<Lock>;
};

const FOLDERS = ['originals', 'bodies', 'catalogue', 'journal'];

/** Opens the folder of a library, making it where it is new. Throws `locked`, `damaged` or `unwritable`. */
export async function openStore<Document, Change extends object>(
  options: StoreOptions<Document, Change>,
): Promise<Store<Document, Change>> {
  const { folder, clock, disk = realDisk, lock = takeLock, readable = false } = options;
  const access = await findAccess({ disk, folder, folders: FOLDERS, readable, takeLock: () => lock(folder, clock()) });
  try {
    return await openParts({ ...options, disk }, access);
  } catch (error) {
    access.lock?.release();
    throw toRefusal(folder, error);
  }
}

type WithDisk<Document, Change> = StoreOptions<Document, Change> & { readonly disk: Disk };

async function openParts<Document, Change extends object>(
  options: WithDisk<Document, Change>,
  access: Access,
): Promise<Store<Document, Change>> {
  const { disk, folder, clock, rescue } = options;
  const mayWrite = access.readOnly === null;
  const repairs: Repair[] = [];
  const repairedAt = clock();
  const onRepairs = async (found: readonly Repair[]): Promise<void> => {
    repairs.push(...found);
    for (const { words } of found) options.notice(words);
    if (mayWrite)
      await logRepairs(disk, folder, repairedAt, found).catch((error: unknown) => options.notice(String(error)));
  };
  const { file, old, isMigrated } = await settle(options, access);
  const bodies = openBodies(disk, join(folder, 'bodies'));
  const originals = openOriginals(disk, join(folder, 'originals'));
  const adapter = createSnapshotAdapter<Document, Change>({
    ...options,
    ...file,
    mayWrite,
    compactAtOnce: isMigrated,
    told: old,
    rescue: (document, thorough) => rescue({ bodies, originals }, document, thorough),
    async beforeWriting() {
      await removeTemporary(disk, [folder, ...FOLDERS.map((name) => join(folder, name))]);
      for (const migration of options.migrations) {
        if (await migration.isLeft(disk, folder)) await migration.clear(disk, folder, file.device);
      }
      if (access.identity.kind === 'found' && !isMigrated) await writeLibraryFile(disk, folder, file);
    },
    onRepairs: (found) => onRepairs(access.identity.kind === 'found' ? [identityLost(mayWrite), ...found] : found),
  });
  const settings = await openSettings({ disk, folder, mayWrite, notice: options.notice });
  return {
    disk,
    folder,
    identity: file,
    adapter,
    originals,
    bodies,
    settings,
    readOnly: access.readOnly,
    recovery: () => (repairs.length === 0 ? null : { at: repairedAt, repairs: [...repairs] }),
    withPicture: (work) =>
      settings.whileStill(() =>
        adapter.whileStill(async () =>
          work(cutJournal(await takePicture(disk, folder), file.device, adapter.journalSize())),
        ),
      ),
    async close() {
      await bodies.close();
      await adapter.close();
      access.lock?.release();
    },
  };
}

/** Of the journal in use only what is known to be whole: a line may be half written at this moment. */
function cutJournal(files: Picture, device: string, { bytes }: { readonly bytes: number }): Picture {
  const path = `journal/${device}.ndjson`;
  return files.map((file) => (file.path === path ? { path, bytes } : file));
}

type Settled<Change> = {
  readonly file: LibraryFile;
  /** A library of an older format that may only be read, as changes. */
  readonly old?: readonly Change[];
  readonly isMigrated: boolean;
};

/** Makes sure that there is a library of this format, or one that can be read as if it were. */
async function settle<Document, Change extends object>(
  options: WithDisk<Document, Change>,
  { identity, readOnly }: Access,
): Promise<Settled<Change>> {
  const { disk, folder } = options;
  if (identity.kind === 'new') return { file: await createLibrary(options), isMigrated: false };
  const { file } = identity;
  const migration = options.migrations.find(({ from }) => from === file.format);
  if (migration === undefined) return { file, isMigrated: false };
  const changes = await migration.read(disk, folder);
  if (readOnly !== null) return { file, old: changes, isMigrated: false };
  await options.beforeMigration(folder, file.format);
  return { file: await migrate(options, file, { changes, clear: migration.clear }), isMigrated: true };
}

function identityLost(mayWrite: boolean): Repair {
  return { words: `library.json was missing or damaged${mayWrite ? ' and was written anew' : ''}.`, lost: false };
}

/** `library.json` is written last: where it is, there was a generation. */
async function createLibrary<Document, Change>(options: WithDisk<Document, Change>): Promise<LibraryFile> {
  const identity = { format: FORMAT, library: newLibraryId(), device: newDeviceId() };
  await writeFirstGeneration(options, identity);
  return writeLibraryFile(options.disk, options.folder, identity);
}

async function removeTemporary(disk: Disk, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const names = (await disk.list(folder)).filter(isTemporary);
    await removeDurably(
      disk,
      names.map((name) => join(folder, name)),
    );
  }
}
