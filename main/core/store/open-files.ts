/* Keeps the files read last open. One that is pushed out, or that failed, is closed when its last reader is done. */

import type { Disk, DiskFile } from './disk.ts';

export type OpenFiles = {
  /** Does something with a file that is open for reading. Throws what the disk throws. */
  readonly use: <Value>(path: string, work: (file: DiskFile) => Promise<Value>) => Promise<Value>;
  readonly close: () => Promise<void>;
};

type Kept = { readonly file: Promise<DiskFile>; readers: number; dropped: boolean };

const MOST = 32;

export function createOpenFiles(disk: Disk): OpenFiles {
  const kept = new Map<string, Kept>();

  function take(path: string): Kept {
    const found = kept.get(path) ?? { file: disk.open(path, 'read'), readers: 0, dropped: false };
    kept.delete(path);
    kept.set(path, found);
    found.readers += 1;
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST) break;
      void drop(oldest);
    }
    return found;
  }

  async function drop(path: string): Promise<void> {
    const found = kept.get(path);
    if (found === undefined) return;
    kept.delete(path);
    found.dropped = true;
    if (found.readers === 0) await closeQuietly(found);
  }

  return {
    async use(path, work) {
      const found = take(path);
      try {
        return await work(await found.file);
      } catch (error) {
        // A disk that went away and came back gives new handles; this one stays dead.
        if (kept.get(path) === found) void drop(path);
        throw error;
      } finally {
        found.readers -= 1;
        if (found.dropped && found.readers === 0) await closeQuietly(found);
      }
    },
    close: async () => {
      await Promise.all([...kept.keys()].map(drop));
    },
  };
}

/** It was read only: whether it closes well is nobody's concern. */
async function closeQuietly({ file }: Kept): Promise<void> {
  try {
    await (await file).close();
  } catch {
    // It never opened, or is gone already.
  }
}
