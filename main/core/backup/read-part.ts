/* Reads a file of the library as the picture has it: up to its size then, and never less. */

import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { displayName } from '../../../shared/display-name.ts';
import { ReaderError } from '../../../shared/errors.ts';
import { errorCode } from '../store/disk.ts';
import type { LibraryFileSize } from './library-picture.ts';

const PIECE_BYTES = 128 * 1024;
/** Windows has no such flag, and no one who may not could lay a link into the folder of this user. */
const NO_LINK = constants.O_NOFOLLOW ?? 0;

/** Replaced as a whole whenever they change: of a later one, the first bytes would be neither the old nor the new. */
const replaced = /^[^/]+\.json$/;

/**
 * The first `bytes` of a file, in pieces. Throws `not-found` where it has vanished and `damaged` where it is shorter or
 * cannot be read, naming it: a backup with a hole would be none. Throws `busy` for a file that was replaced since.
 */
export async function* readPart(folder: string, { path, bytes }: LibraryFileSize): AsyncGenerator<Buffer> {
  const name = displayName(path);
  const file = await refuseWith(name, () => open(join(folder, path), constants.O_RDONLY | NO_LINK));
  try {
    if (replaced.test(path) && (await file.stat()).size !== bytes) {
      throw new ReaderError('busy', `${name} was changed while the backup was made. Start the backup again.`);
    }
    let done = 0;
    while (done < bytes) {
      const piece = await refuseWith(name, () => readPiece(file, Math.min(PIECE_BYTES, bytes - done)));
      if (piece.length === 0) {
        throw new ReaderError(
          'damaged',
          `${name} has ${done} bytes where ${bytes} were expected; the backup was given up.`,
        );
      }
      done += piece.length;
      yield piece;
    }
  } finally {
    await file.close();
  }
}

async function readPiece(file: FileHandle, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  const { bytesRead } = await file.read(buffer, 0, length, null);
  return buffer.subarray(0, bytesRead);
}

async function refuseWith<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      throw new ReaderError('not-found', `${name} has vanished from the library; the backup was given up.`, {
        cause: error,
      });
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReaderError('damaged', `${name} cannot be read; the backup was given up: ${reason}.`, { cause: error });
  }
}
