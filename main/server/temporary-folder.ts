/* A folder for uploads, named after this process so that what a killed one left behind can be told and removed. */

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const prefix = 'broadsheet-uploads-';

/** Makes the folder, which only this user may enter (mkdtemp makes it 0700), and removes those of dead processes. */
export async function createTemporaryFolder(
  log: (line: string, error?: unknown) => void,
  parent = tmpdir(),
): Promise<string> {
  await removeLeftBehind(parent, log);
  return mkdtemp(path.join(parent, `${prefix}${process.pid}-`));
}

async function removeLeftBehind(parent: string, log: (line: string, error?: unknown) => void): Promise<void> {
  for (const name of await readdir(parent)) {
    const [, pid] = new RegExp(`^${prefix}(\\d+)-\\w+$`).exec(name) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      await rm(path.join(parent, name), { recursive: true, force: true });
    } catch (error) {
      log(`Files left behind in ${path.join(parent, name)} could not be removed`, error);
    }
  }
}

/** Signal 0 only asks. EPERM: it runs, under another user. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
