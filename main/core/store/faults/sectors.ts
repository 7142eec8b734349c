/* Writes that a disk took in part: by sectors, the unit of which it writes all or nothing. */

import { writeFile, type FileNode } from './inodes.ts';

export const SECTOR = 512;

/** Writes the sectors of a write that `isKept` accepts; they are counted from 0, the first one the write touches. */
export function writeSectors(
  file: FileNode,
  { at, bytes }: { readonly at: number; readonly bytes: Uint8Array },
  isKept: (sector: number) => boolean,
): void {
  let sector = 0;
  for (let from = 0; from < bytes.length;) {
    const to = Math.min(bytes.length, from + SECTOR - ((at + from) % SECTOR));
    if (isKept(sector)) writeFile(file, bytes.subarray(from, to), at + from);
    from = to;
    sector += 1;
  }
}
