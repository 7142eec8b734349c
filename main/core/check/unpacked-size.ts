/* How large an original is unpacked, without unpacking it: RFC 1952 puts that at the end of a gzip file, modulo 4 GiB. */

import { join } from 'node:path';
import type { Sha256 } from '../../../shared/model.ts';
import { errorCode } from '../store/disk.ts';
import type { Context } from './context.ts';
import { pathOf } from './original-check.ts';

const TRAILER = 4;

/** Undefined when there is no such file. It is only as true as the file is whole. */
export async function readUnpackedSize(
  { disk, folder }: Pick<Context['store'], 'disk' | 'folder'>,
  sha256: Sha256,
): Promise<number | undefined> {
  try {
    const file = await disk.open(join(folder, pathOf(sha256)), 'read');
    try {
      const trailer = Buffer.alloc(TRAILER);
      await file.read(trailer, Math.max(0, (await file.size()) - TRAILER));
      return trailer.readUInt32LE();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (['ENOENT', 'EIO', 'EISDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}
