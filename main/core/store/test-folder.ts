/* A folder of its own for a test, gone when the test is over. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `onFinished` is vitest's `onTestFinished`. */
export async function makeTestFolder(onFinished: (clear: () => Promise<void>) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-test-'));
  onFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
