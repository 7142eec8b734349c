/* Disks share bytes until either changes them, and a file its own with what is durable of it: none may notice. */

import { expect, test } from 'vitest';
import { createFaultDisk } from './fault-disk.ts';
import { forEveryChoice } from './seeded.ts';

const ones = (length: number) => Buffer.alloc(length, '1');

test('lets two disks append to what was one file', async () => {
  const first = createFaultDisk();
  const file = await first.disk.open('/a', 'make');
  // The second write leaves room behind the content, into which both could write.
  await file.write(ones(4), 0);
  await file.write(ones(1), 4);
  const second = first.clone();
  const other = await second.disk.open('/a', 'change');
  await file.write(Buffer.from('first'), 5);
  await other.write(Buffer.from('other'), 5);
  expect(first.files().get('/a')?.toString()).toBe('11111first');
  expect(second.files().get('/a')?.toString()).toBe('11111other');
});

test('fills with zeros where a file was cut and then written beyond its end', async () => {
  for (const isSynced of [false, true]) {
    const disk = createFaultDisk();
    const file = await disk.disk.open('/a', 'make');
    await file.write(ones(8), 0);
    await file.write(ones(1), 8);
    if (isSynced) await file.sync();
    await file.truncate(2);
    await file.write(Buffer.from('x'), 12);
    expect(disk.files().get('/a')?.toString()).toBe(`11${'\0'.repeat(10)}x`);
    await file.sync();
    expect(disk.crash('power').files().size).toBe(0);
    await disk.disk.syncFolder('/');
    expect(disk.crash('power').files()).toEqual(disk.files());
  }
});

test('keeps what is durable while the file is written over, cut and appended to', async () => {
  const disk = createFaultDisk();
  disk.put('/a', 'durable');
  const file = await disk.disk.open('/a', 'change');
  await file.write(Buffer.from('D'), 0);
  await file.truncate(3);
  await file.write(Buffer.from('!'), 3);
  expect(disk.files().get('/a')?.toString()).toBe('Dur!');
  expect(disk.crash('power').files().get('/a')?.toString()).toBe('durable');
});

test('keeps what was written although the writer uses its bytes for something else', async () => {
  const disk = createFaultDisk();
  disk.put('/a', '');
  const file = await disk.disk.open('/a', 'change');
  const bytes = Buffer.from('abc');
  await file.write(bytes, 0);
  bytes.fill('x');
  (await disk.disk.readFile('/a')).fill('y');
  disk.files().get('/a')?.fill('z');
  expect(disk.files().get('/a')?.toString()).toBe('abc');
  expect(
    disk
      .crash('power', () => 1)
      .files()
      .get('/a')
      ?.toString(),
  ).toBe('abc');
});

test('keeps apart what a failed sync loses on one disk and not on the other', async () => {
  const first = createFaultDisk();
  first.put('/a', 'old');
  const file = await first.disk.open('/a', 'change');
  await file.write(Buffer.from('new'), 0);
  const second = first.clone();
  first.failNext({ on: 'sync', code: 'EIO' });
  await expect(file.sync()).rejects.toThrow('EIO');
  await (await second.disk.open('/a', 'change')).sync();
  expect(first.crash('power').files().get('/a')?.toString()).toBe('old');
  expect(second.crash('power').files().get('/a')?.toString()).toBe('new');
});

test('makes a name durable on the disk whose folder is synced, and on that one only', async () => {
  const first = createFaultDisk();
  first.put('/from/a', 'x');
  first.putFolder('/to');
  await first.disk.rename('/from/a', '/to/a');
  const second = first.clone();
  await second.disk.syncFolder('/from');
  await first.disk.syncFolder('/to');
  const found = async (disk: typeof first) => {
    const seen = new Set<string>();
    await forEveryChoice((choose) => seen.add([...disk.crash('power', choose).files().keys()].join(' ')));
    return [...seen].sort();
  };
  expect(await found(first)).toEqual(['/from/a', '/to/a']);
  expect(await found(second)).toEqual(['/from/a', '/to/a']);
  await second.disk.syncFolder('/to');
  expect(await found(first)).toEqual(['/from/a', '/to/a']);
  expect(await found(second)).toEqual(['/to/a']);
});

test('puts a file in place of one whose name is not durable yet', async () => {
  const disk = createFaultDisk();
  disk.put('/b', 'b');
  await disk.disk.rename('/b', '/a');
  disk.put('/a', 'put');
  expect([...disk.crash('power').files().keys()]).toEqual(['/a']);
  await disk.disk.remove('/a');
  disk.put('/a', 'again');
  await forEveryChoice((choose) => {
    expect(disk.crash('power', choose).files()).toEqual(new Map([['/a', Buffer.from('again')]]));
  });
});
