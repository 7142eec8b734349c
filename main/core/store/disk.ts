/*
 * The part of a file system that the store uses. Everything the store reads or writes goes through here, so that a test
 * can hand in a disk that fails, fills up, or loses what was not synced.
 */

import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { findDurableFlag } from './durable-flag.ts';

/** An open file. Places and lengths are in bytes. */
export type DiskFile = {
  /** Fills `into` from a place on and answers how many bytes there were; fewer only at the end of the file. */
  readonly read: (into: Buffer, at: number) => Promise<number>;
  /** Writes all of `bytes`. When it throws, any part of them may have been written. */
  readonly write: (bytes: Uint8Array, at: number) => Promise<void>;
  /**
   * Writes all of `bytes` and makes them durable, and with them the size. When it throws, any part of them may have been
   * written, and any part of that may be durable.
   */
  readonly writeDurably: (bytes: Uint8Array, at: number) => Promise<void>;
  /** Makes content and size durable, with all that is known of the file. */
  readonly sync: () => Promise<void>;
  /** Makes content and size durable. */
  readonly datasync: () => Promise<void>;
  readonly truncate: (length: number) => Promise<void>;
  readonly size: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/** `read`: must be there. `change`: must be there, read and written. `make`: must not be there, for this user only. */
export type OpenFor = 'read' | 'change' | 'make';

export type Found = { readonly kind: 'file' | 'folder' | 'other'; readonly size: number };

/** Every method throws what the system throws (`ENOENT`, `ENOSPC`, `EROFS` ...) as the `code` of an Error. */
export type Disk = {
  /** `writes`: nearly all of them will be durable. Then one costs a single call to the system, where that is possible. */
  readonly open: (path: string, how: OpenFor, writes?: 'durably') => Promise<DiskFile>;
  readonly readFile: (path: string) => Promise<Buffer>;
  /** Names in a folder, in no order. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Makes one folder, for this user only. Throws `EEXIST` where something of that name is. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** Replaces what is at `to`. Durable only once the folder is synced. */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file. Durable only once the folder is synced. */
  readonly remove: (path: string) => Promise<void>;
  /** Makes new, renamed and removed names of a folder durable. Windows cannot sync a folder and need not. */
  readonly syncFolder: (path: string) => Promise<void>;
  /** What is at a path, links not followed; undefined where nothing is. */
  readonly find: (path: string) => Promise<Found | undefined>;
};

const flags: Record<OpenFor, number> = {
  read: constants.O_RDONLY,
  change: constants.O_RDWR,
  make: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
};

export const realDisk: Disk = {
  async open(path, how, writes) {
    const durable = writes === 'durably' ? await findDurableFlag(how === 'make' ? dirname(path) : path) : 0;
    return toDiskFile(await open(path, flags[how] | durable, 0o600), durable !== 0);
  },
  readFile: (path) => readFile(path),
  list: (folder) => readdir(folder),
  makeFolder: (path) => mkdir(path, { mode: 0o700 }),
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path),
  async syncFolder(path) {
    if (process.platform === 'win32') return;
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
  async find(path) {
    try {
      const stats = await lstat(path);
      return { kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other', size: stats.size };
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
      throw error;
    }
  },
};

/** The system's short name of an error (`ENOENT`), or an empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** `isDurable`: what the handle writes is durable once it is written. */
function toDiskFile(handle: FileHandle, isDurable: boolean): DiskFile {
  async function write(bytes: Uint8Array, at: number): Promise<void> {
    let done = 0;
    while (done < bytes.length) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
      if (bytesWritten === 0) throw new Error('the disk took no more bytes');
      done += bytesWritten;
    }
  }

  return {
    async read(into, at) {
      let done = 0;
      while (done < into.length) {
        const { bytesRead } = await handle.read(into, done, into.length - done, at + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return done;
    },
    write,
    async writeDurably(bytes, at) {
      await write(bytes, at);
      if (!isDurable && bytes.length > 0) await handle.datasync();
    },
    sync: () => handle.sync(),
    datasync: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    size: async () => (await handle.stat()).size,
    close: () => handle.close(),
  };
}
