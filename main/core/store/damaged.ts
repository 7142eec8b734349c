/* What could not be read is never thrown away: it is copied to `damaged/`, under the name of what it was read from. */

import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { makeFolder, writeAtomic } from './atomic-file.ts';
import type { Disk } from './disk.ts';

/**
 * Keeps the bytes of a damaged file (or of a stretch of one) in `damaged/` of the library and answers the path of the
 * copy. The same bytes of the same file are kept once, however often they are met.
 */
export async function putAside(disk: Disk, folder: string, path: string, bytes: Uint8Array): Promise<string> {
  const aside = join(folder, 'damaged');
  await makeFolder(disk, aside);
  const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const kept = join(aside, `${basename(path)}.${mark}`);
  if ((await disk.find(kept))?.size !== bytes.length) await writeAtomic(disk, kept, bytes);
  return kept;
}
