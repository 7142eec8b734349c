/*
 * Copies a closed library to an empty folder so that the copy is whole or not there: into a folder of its own first,
 * each file synced, read back and compared, then renamed into place, what makes it a library last. A copy keeps the
 * library's id: the two are one library that went separate ways.
 */

import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, rmdir, stat, statfs, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { ReaderError } from '../../../shared/errors.ts';
import { wordBytes } from '../../../shared/words.ts';
import { isTemporary, makeFolder, unwritable } from '../store/atomic-file.ts';
import { errorCode, realDisk } from '../store/disk.ts';
import { checkEmpty } from './spot.ts';
import { resolveReal } from './surroundings.ts';
import type { Progress } from './tasks.ts';

export type CopyJob = {
  readonly source: string;
  /** Missing, or empty. */
  readonly target: string;
  readonly onProgress: Progress;
  readonly signal: AbortSignal;
  /** Called between any two steps on disk. */
  readonly onStep?: () => Promise<void>;
};

/** A file that was copied and compared: its path within the library, and how it was when it was read. */
export type CopiedFile = { readonly name: string; readonly bytes: number; readonly changedAt: number };

export type Copy = {
  readonly files: readonly CopiedFile[];
  /** Removes the copy again. */
  readonly remove: () => Promise<void>;
};

const staging = 'broadsheet-copy.partial';
/** With what SQLite lays beside it while it is held. */
const lockFile = /^lock(?:[.-].*)?$/;
/** What a folder is known by as a library comes last; until then it is no library. */
const last = ['journal', 'catalogue', 'library.json'];
const pieceBytes = 1 << 20;
/** A file takes whole blocks of a disk. */
const blockBytes = 4096;

/**
 * Copies. Throws `invalid-input` for a folder that will not do, `unwritable` where the disk refuses or
 * is too small, the signal's reason when aborted; nothing of the copy is left then.
 */
export async function copyLibrary(job: CopyJob): Promise<Copy> {
  await checkTarget(job);
  const { folders, files } = await listLibrary(job.source);
  await checkRoom(job.target, files);
  const moved: string[] = [];
  try {
    await makeFolder(realDisk, job.target);
    const copied = await fillStaging(job, folders, files);
    await moveIntoPlace(job, moved);
    return { files: copied, remove: () => clear(job.target, moved) };
  } catch (error) {
    await clear(job.target, moved);
    if (error instanceof ReaderError) throw error;
    throw unwritable(`The library could not be copied to ${job.target}`, error);
  }
}

async function checkTarget({ source, target }: CopyJob): Promise<void> {
  const way = path.relative(await resolveReal(source), await resolveReal(target));
  const isOutside = way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way);
  if (!isOutside) throw new ReaderError('invalid-input', 'A library cannot be put into itself. Choose another folder.');
  // What a crash left of an earlier copy counts for nothing.
  await checkEmpty(target, [staging]);
}

type Listed = { readonly name: string; readonly bytes: number };

/** All folders and files of a library but its lock and what a crash left of a write. Throws on links and the like. */
async function listLibrary(
  source: string,
): Promise<{ readonly folders: readonly string[]; readonly files: readonly Listed[] }> {
  const folders: string[] = [];
  const files: Listed[] = [];
  async function walk(folder: string): Promise<void> {
    for (const entry of await readdir(path.join(source, folder), { withFileTypes: true })) {
      const name = path.join(folder, entry.name);
      if ((folder === '' && lockFile.test(entry.name)) || isTemporary(entry.name)) continue;
      if (entry.isDirectory()) {
        folders.push(name);
        await walk(name);
      } else if (entry.isFile()) files.push({ name, bytes: (await stat(path.join(source, name))).size });
      else
        throw new ReaderError('invalid-input', `${name} in the library is a link. Put what it leads to in its place.`);
    }
  }
  await walk('');
  return { folders, files };
}

async function checkRoom(target: string, files: readonly Listed[]): Promise<void> {
  const needed = files.reduce((sum, { bytes }) => sum + bytes + blockBytes, 0);
  const { bavail, bsize } = await statfs(await findExisting(target));
  if (bavail * bsize >= needed) return;
  throw new ReaderError(
    'unwritable',
    `There is not enough room in ${target}: the library takes ${wordBytes(needed)}, and ${wordBytes(bavail * bsize)} are free.`,
  );
}

async function findExisting(folder: string): Promise<string> {
  try {
    await readdir(folder);
    return folder;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || path.dirname(folder) === folder) throw error;
    return findExisting(path.dirname(folder));
  }
}

async function fillStaging(
  job: CopyJob,
  folders: readonly string[],
  files: readonly Listed[],
): Promise<readonly CopiedFile[]> {
  const root = path.join(job.target, staging);
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { mode: 0o700 });
  for (const folder of folders) await mkdir(path.join(root, folder), { mode: 0o700 });
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const copied: CopiedFile[] = [];
  let done = 0;
  for (const { name } of files) {
    job.signal.throwIfAborted();
    copied.push({ name, ...(await copyFile(job, name, (bytes) => job.onProgress((done += bytes), total))) });
  }
  for (const folder of [...folders.toReversed(), '']) await realDisk.syncFolder(path.join(root, folder));
  return copied;
}

/** Copies a file, reads the copy back and compares. */
async function copyFile(
  { source, target, signal, onStep }: CopyJob,
  name: string,
  onBytes: (bytes: number) => void,
): Promise<Omit<CopiedFile, 'name'>> {
  const from = await open(path.join(source, name), 'r');
  try {
    const to = await open(path.join(target, staging, name), 'wx+', 0o600);
    try {
      const { size, mtimeMs } = await from.stat();
      const sha256 = await readThrough(from, async (piece, at) => {
        signal.throwIfAborted();
        await writeAll(to, piece, at);
        onBytes(piece.length);
      });
      await to.sync();
      await onStep?.();
      const again = await readThrough(to, async () => signal.throwIfAborted());
      if (again !== sha256) throw new Error(`the copy of ${name} is not what was written`);
      return { bytes: size, changedAt: mtimeMs };
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** Hands a file over piece by piece. Answers its SHA-256. */
async function readThrough(file: FileHandle, take: (piece: Buffer, at: number) => Promise<void>): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(pieceBytes);
  let at = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return hash.digest('hex');
    const piece = buffer.subarray(0, bytesRead);
    hash.update(piece);
    await take(piece, at);
    at += bytesRead;
  }
}

async function writeAll(file: FileHandle, piece: Buffer, at: number): Promise<void> {
  let done = 0;
  while (done < piece.length) {
    const { bytesWritten } = await file.write(piece, done, piece.length - done, at + done);
    if (bytesWritten === 0) throw new Error('the disk took no more bytes');
    done += bytesWritten;
  }
}

async function moveIntoPlace({ target, onStep }: CopyJob, moved: string[]): Promise<void> {
  const root = path.join(target, staging);
  const names = await readdir(root);
  const order = [...names.filter((name) => !last.includes(name)), ...last.filter((name) => names.includes(name))];
  for (const name of order) {
    moved.push(name);
    await rename(path.join(root, name), path.join(target, name));
    // One after the other on disk too, whatever order the system writes names in.
    await realDisk.syncFolder(target);
    await onStep?.();
  }
  await rmdir(root);
  await realDisk.syncFolder(target);
}

/** Takes back what was made of a copy. The library is whole where it was, so a rest that cannot be removed harms nothing. */
async function clear(target: string, moved: readonly string[]): Promise<void> {
  for (const name of [...moved.toReversed(), staging]) {
    await rm(path.join(target, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
