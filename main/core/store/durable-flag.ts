/*
 * Whether a file can be opened so that each write is durable when it returns, as if fdatasync followed it: one trip to the
 * thread pool in place of two, which is most of what a small change waits for beside the disk.
 */

import { constants } from 'node:fs';
import { statfs } from 'node:fs/promises';

/**
 * File systems of Linux that do for O_DSYNC what they do for fdatasync. Others may take the flag and do nothing for it, as
 * FUSE (ntfs-3g) did for many years.
 */
const KEEPING: ReadonlySet<number> = new Set([
  0xef53, // ext2, ext3, ext4
  0x58465342, // XFS
  0x9123683e, // Btrfs
  0xf2f52010, // F2FS
]);

/**
 * The flag to open a file with that is at a path, or to be made in a folder; 0 where only a sync is sure. Windows has none,
 * and that of macOS does not reach through the cache of the drive.
 */
export async function findDurableFlag(path: string): Promise<number> {
  if (process.platform !== 'linux') return 0;
  try {
    return KEEPING.has((await statfs(path)).type) ? constants.O_DSYNC : 0;
  } catch {
    // What is wrong with the path is for the opening itself to say.
    return 0;
  }
}
