import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTemporaryFolder } from './temporary-folder.ts';

let parent = '';
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'broadsheet-temporary-'));
});
afterEach(async () => rm(parent, { recursive: true, force: true }));

describe('the folder for uploads', () => {
  it('can be entered by this user alone', async () => {
    expect((await stat(await createTemporaryFolder(vi.fn(), parent))).mode & 0o777).toBe(0o700);
  });

  it('takes away what a dead process left behind, and leaves alone what is not its own', async () => {
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    const left = path.join(parent, `broadsheet-uploads-${dead}-AbC123`);
    const others = [`broadsheet-uploads-${process.pid}-AbC123`, 'broadsheet-uploads-notes', 'notes'].map((name) =>
      path.join(parent, name),
    );
    for (const folder of [left, ...others]) {
      await mkdir(path.join(folder, '1'), { recursive: true });
      await writeFile(path.join(folder, '1', '2'), 'text');
    }
    await createTemporaryFolder(vi.fn(), parent);
    expect([left, ...others].map((folder) => existsSync(folder))).toEqual([false, true, true, true]);
  });
});
