/* What could not be read is never thrown away: it is copied to `damaged/`, beside what it was read from. */

import { basename, dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { makeFolder, writeAtomic } from './atomic-file.ts';

/** Keeps the bytes of a damaged file (or of a stretch of one) and answers the path of the copy. */
export async function putAside(path: string, bytes: Uint8Array, folder: string = dirname(path)): Promise<string> {
  const aside = join(folder, 'damaged');
  await makeFolder(aside);
  const kept = join(aside, `${basename(path)}.${randomBytes(4).toString('hex')}`);
  await writeAtomic(kept, bytes);
  return kept;
}
