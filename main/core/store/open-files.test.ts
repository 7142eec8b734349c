import { expect, test } from 'vitest';
import type { DiskFile } from './disk.ts';
import { createFaultDisk } from './faults/fault-disk.ts';
import { createOpenFiles } from './open-files.ts';

async function readByte(file: DiskFile): Promise<number> {
  const into = Buffer.alloc(1);
  await file.read(into, 0);
  return into[0] ?? -1;
}

function make(count: number) {
  const faults = createFaultDisk();
  for (let file = 0; file < count; file += 1) faults.put(`/${file}`, Buffer.from([file]));
  const files = createOpenFiles(faults.disk);
  return { ...faults, kept: files, read: (file: number) => files.use(`/${file}`, readByte) };
}

test('opens a file once for many readers, and few files at once', async () => {
  const { read, kept, log, openFiles } = make(100);
  const numbers = Array.from({ length: 100 }, (_, file) => file);
  expect(await Promise.all(numbers.map(read))).toEqual(numbers);
  expect(openFiles()).toBeLessThanOrEqual(32);
  const opened = log().filter(({ kind }) => kind === 'open').length;
  await Promise.all([99, 99, 98].map(read));
  expect(log().filter(({ kind }) => kind === 'open')).toHaveLength(opened);
  await kept.close();
  expect(openFiles()).toBe(0);
});

test('closes a file that is pushed out only when its last reader is done', async () => {
  const { kept, read, openFiles } = make(100);
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const slow = kept.use('/0', async (file) => {
    await promise;
    return readByte(file);
  });
  for (let file = 1; file < 100; file += 1) await read(file);
  resolve(undefined);
  expect(await slow).toBe(0);
  await kept.close();
  expect(openFiles()).toBe(0);
});

test('opens anew what failed: a disk that is there again gives other handles', async () => {
  const { read, vanish, comeBack, openFiles, kept } = make(2);
  expect(await read(1)).toBe(1);
  vanish();
  await expect(read(1)).rejects.toMatchObject({ code: 'EIO' });
  await expect(read(0)).rejects.toMatchObject({ code: 'ENOENT' });
  comeBack('durable');
  expect([await read(1), await read(0)]).toEqual([1, 0]);
  await kept.close();
  expect(openFiles()).toBe(0);
});
