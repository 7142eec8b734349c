/*
 * Whether a library may be written to. It may not when a later version wrote it, when its disk takes nothing, or when
 * only what can be read of it was asked for; then it is opened for reading.
 */

import { dirname, join } from 'node:path';
import { ReaderError, type ErrorReply } from '../../../shared/errors.ts';
import { makeFolder, unwritable } from './atomic-file.ts';
import { errorCode, type Disk } from './disk.ts';
import { identify, type Identity } from './identify.ts';
import { FORMAT } from './library-file.ts';
import type { Lock } from './lock.ts';

export type Access = {
  readonly identity: Identity;
  readonly lock: Lock | null;
  readonly readOnly: ErrorReply | null;
};

export type AccessOptions = {
  readonly disk: Disk;
  readonly folder: string;
  /** Folders that a library has. */
  readonly folders: readonly string[];
  readonly readable: boolean;
  readonly takeLock: () => Promise<Lock>;
};

/** Throws `locked`, `damaged`, or `unwritable` where there is no library and none can be made. */
export async function findAccess(options: AccessOptions): Promise<Access> {
  const { disk, folder, readable } = options;
  const identity = await identifyOrSay(disk, folder);
  if (readable) return { identity: notNew(identity, folder), lock: null, readOnly: asked };
  if (identity.kind !== 'new' && identity.file.format > FORMAT)
    return { identity, lock: null, readOnly: newer(folder) };
  try {
    for (const name of options.folders) await makeFolder(disk, join(folder, name));
    await syncNames(disk, folder);
    return { identity, lock: await options.takeLock(), readOnly: null };
  } catch (error) {
    const isRefused = !(error instanceof ReaderError) || error.code === 'unwritable';
    if (!isRefused) throw error;
    if (identity.kind === 'new') throw unwritable(`The library's folder ${folder} cannot be used`, error);
    return { identity, lock: null, readOnly: unwritableDisk(error) };
  }
}

/** A process that was killed may have made folders whose names are not durable yet. The folder above is often not ours to sync. */
async function syncNames(disk: Disk, folder: string): Promise<void> {
  await disk.syncFolder(folder);
  await disk.syncFolder(dirname(folder)).catch(() => undefined);
}

async function identifyOrSay(disk: Disk, folder: string): Promise<Identity> {
  try {
    return await identify(disk, folder);
  } catch (error) {
    if (error instanceof ReaderError) throw error;
    throw unwritable(`The library's folder ${folder} cannot be read`, error);
  }
}

function notNew(identity: Identity, folder: string): Identity {
  if (identity.kind === 'new') throw new ReaderError('not-found', `There is no library in ${folder}.`);
  return identity;
}

const asked: ErrorReply = {
  code: 'damaged',
  message: 'This library is damaged. You see what can be read of it; nothing on disk is changed.',
};

function newer(folder: string): ErrorReply {
  const message = `The library in ${folder} was written by a newer version of Broadsheet. You can read it; nothing is changed.`;
  return { code: 'newer-format', message };
}

function unwritableDisk(error: unknown): ErrorReply {
  const code = errorCode(error instanceof ReaderError ? error.cause : error);
  const reason = code === 'EROFS' ? 'its disk is read-only' : error instanceof Error ? error.message : String(error);
  return {
    code: 'read-only',
    message: `The library cannot be written to: ${reason}. You can read; nothing is changed.`,
  };
}
