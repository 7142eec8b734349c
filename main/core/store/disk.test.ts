import { constants } from 'node:fs';
import { open, readdir, readFile, readlink, realpath, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { realDisk } from './disk.ts';
import { findDurableFlag } from './durable-flag.ts';
import { makeTestFolder } from './test-folder.ts';

test.each([undefined, 'durably'] as const)('writes %s at its place and grows the file with it', async (writes) => {
  const path = join(await makeTestFolder(onTestFinished), 'file');
  const made = await realDisk.open(path, 'make', writes);
  await made.writeDurably(Buffer.from('one\n'), 0);
  await made.writeDurably(Buffer.from('two\n'), 4);
  await made.close();
  const changed = await realDisk.open(path, 'change', writes);
  await changed.writeDurably(Buffer.from('2'), 5);
  await changed.writeDurably(Buffer.alloc(0), 100);
  await changed.truncate(7);
  await changed.datasync();
  await changed.writeDurably(Buffer.from('!\nthree\n'), 7);
  expect(await changed.size()).toBe(15);
  await changed.close();
  expect(await readFile(path, 'utf8')).toBe('one\nt2o!\nthree\n');
});

test('refuses a durable write as the system words it, and what cannot be opened', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const path = join(folder, 'file');
  await expect(realDisk.open(path, 'change', 'durably')).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(realDisk.open(join(folder, 'no', 'file'), 'make', 'durably')).rejects.toMatchObject({ code: 'ENOENT' });
  await (await realDisk.open(path, 'make', 'durably')).close();
  await expect(realDisk.open(path, 'make', 'durably')).rejects.toMatchObject({ code: 'EEXIST' });
  const file = await realDisk.open(path, 'read', 'durably');
  await expect(file.writeDurably(Buffer.from('x'), 0)).rejects.toMatchObject({ syscall: 'write' });
  await file.close();
});

/** The methods that all open files of this process share. */
async function findShared(path: string): Promise<FileHandle> {
  const handle = await open(path, 'w');
  await handle.close();
  return Object.getPrototypeOf(handle) as FileHandle;
}

type Write = (bytes: Uint8Array, from: number, length: number, at: number) => Promise<unknown>;

test.each(['write', 'writeDurably'] as const)('%s goes on where the system took only a part', async (method) => {
  const path = join(await makeTestFolder(onTestFinished), 'file');
  const shared = await findShared(path);
  const write = Reflect.get(shared, 'write') as Write;
  const spy = vi.spyOn(shared, 'write').mockImplementation(function (this: FileHandle, ...args: Parameters<Write>) {
    const [bytes, from, length, at] = args;
    return write.call(this, bytes, from, Math.min(length, 3), at);
  } as never);
  onTestFinished(() => spy.mockRestore());
  const file = await realDisk.open(path, 'change', 'durably');
  await file[method](Buffer.from('..........'), 0);
  await file[method](Buffer.from('12345678'), 1);
  await file.close();
  expect(spy).toHaveBeenCalledTimes(4 + 3);
  expect(await readFile(path, 'utf8')).toBe('.12345678.');
});

/** The flags with which this process has a file open, as Linux tells them. */
async function readFlags(path: string): Promise<number | undefined> {
  for (const id of await readdir('/proc/self/fd')) {
    const target = await readlink(join('/proc/self/fd', id)).catch(() => '');
    if (target !== (await realpath(path))) continue;
    return Number.parseInt(/^flags:\s+([0-7]+)/m.exec(await readFile(`/proc/self/fdinfo/${id}`, 'utf8'))?.[1] ?? '', 8);
  }
  return undefined;
}

test.runIf(process.platform === 'linux')(
  'has the system sync each write of what is opened for it, and of nothing else',
  async () => {
    const folder = await makeTestFolder(onTestFinished);
    const flag = await findDurableFlag(folder);
    for (const how of ['make', 'change'] as const) {
      for (const [writes, expected] of [
        ['durably', flag],
        [undefined, 0],
      ] as const) {
        const path = join(folder, String(writes));
        const file = await realDisk.open(path, how, writes);
        expect(((await readFlags(path)) ?? NaN) & constants.O_DSYNC).toBe(expected);
        await file.close();
      }
    }
  },
);

test.runIf(process.platform === 'linux')('trusts only a sync on a file system that is not known', async () => {
  expect(await findDurableFlag('/proc')).toBe(0);
  expect(await findDurableFlag('/nowhere/at/all')).toBe(0);
});
