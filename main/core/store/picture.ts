/* All files of a library at one moment, for a backup, a copy or a check. */

import { join } from 'node:path';
import { isTemporary } from './atomic-file.ts';
import type { Disk } from './disk.ts';

/** `path` is relative to the library's folder, with `/`. A file that grows counts up to `bytes`. */
export type Picture = readonly { readonly path: string; readonly bytes: number }[];

/** Of no use anywhere else: who has it open, what can be made again, and backups themselves. */
const LEFT_OUT = /^(?:lock(?:[.-].*)?|check\.json|index|backups)$/;

/** Links and other things that are neither file nor folder are left out. Sorted by path. */
export async function takePicture(disk: Disk, folder: string, path = ''): Promise<Picture> {
  const files: { readonly path: string; readonly bytes: number }[] = [];
  for (const name of [...(await disk.list(join(folder, path)))].sort()) {
    if (isTemporary(name) || (path === '' && LEFT_OUT.test(name))) continue;
    const inner = path === '' ? name : `${path}/${name}`;
    const found = await disk.find(join(folder, inner));
    if (found?.kind === 'file') files.push({ path: inner, bytes: found.size });
    else if (found?.kind === 'folder') files.push(...(await takePicture(disk, folder, inner)));
  }
  return files;
}
