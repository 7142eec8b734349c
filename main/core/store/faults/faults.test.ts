import { expect, test } from 'vitest';
import { systemError, WorldStopped, isWorldStopped } from './errors.ts';
import { createFaultDisk, type FaultDisk } from './fault-disk.ts';
import type { Part, Stop } from './faults.ts';
import { forEveryChoice } from './seeded.ts';

function read(disk: FaultDisk, path = '/a'): string | undefined {
  return disk.files().get(path)?.toString();
}

/** What may be found at a path after a loss of power. */
async function findContents(disk: FaultDisk, path = '/a'): Promise<readonly (string | undefined)[]> {
  const seen = new Set<string | undefined>();
  await forEveryChoice((choose) => seen.add(read(disk.crash('power', choose), path)));
  return [...seen];
}

async function openOn(disk: FaultDisk, content: string) {
  disk.put('/a', content);
  return disk.disk.open('/a', 'change');
}

test('stops the world before or after an operation, and with it all that comes later', async () => {
  for (const [when, content] of [
    ['before', 'old'],
    ['after', 'new'],
  ] as const) {
    const disk = createFaultDisk();
    const file = await openOn(disk, 'old');
    disk.stopAt(disk.operations() + 2, when);
    await file.size();
    const all = await Promise.allSettled([file.write(Buffer.from('new'), 0), file.sync(), disk.disk.remove('/a')]);
    for (const outcome of all) expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(WorldStopped) });
    expect(disk.isStopped()).toBe(true);
    expect(read(disk)).toBe(content);
    expect(await disk.crash('kill').disk.readFile('/a')).toEqual(Buffer.from(content));
    expect(await findContents(disk)).toContain('old');
  }
});

test.each<{ part: Part; found: string }>([
  { part: { bytes: 0 }, found: '.'.repeat(1100) },
  { part: { bytes: 5 }, found: '11111'.padEnd(1100, '.') },
  { part: { sectors: [1] }, found: `${'.'.repeat(512)}${'1'.repeat(512)}`.padEnd(1100, '.') },
  { part: { sectors: [0, 2] }, found: `${'1'.repeat(512)}${'.'.repeat(512)}${'1'.repeat(26)}`.padEnd(1100, '.') },
])('stops the world in the middle of a write: $part', async ({ part, found }) => {
  const disk = createFaultDisk();
  const file = await openOn(disk, '.'.repeat(1100));
  disk.stopAt(2, part);
  await expect(file.write(Buffer.from('1'.repeat(1050)), 0)).rejects.toThrow(WorldStopped);
  expect(read(disk)).toBe(found);
});

test('recognises the end of the world in what it caused, and in nothing else', () => {
  expect(isWorldStopped(new Error('could not be saved', { cause: new WorldStopped() }))).toBe(true);
  expect(isWorldStopped(systemError('EIO', { call: 'write' }))).toBe(false);
});

test('fails the next operations of a kind, as often as told, and then no more', async () => {
  const disk = createFaultDisk();
  disk.put('/a', 'x');
  disk.failNext({ on: 'rename', code: 'EBUSY', times: 2 });
  disk.failNext({ on: ({ kind, path }) => kind === 'readFile' && path === '/a', code: 'EACCES' });
  await expect(disk.disk.readFile('/a')).rejects.toMatchObject({ code: 'EACCES' });
  for (let time = 0; time < 2; time += 1) {
    await expect(disk.disk.rename('/a', '/b')).rejects.toMatchObject({ code: 'EBUSY', syscall: 'rename' });
  }
  expect(read(disk)).toBe('x');
  await disk.disk.rename('/a', '/b');
  expect(await disk.disk.readFile('/b')).toEqual(Buffer.from('x'));
});

test('does what it reports as failed, where told so', async () => {
  const disk = createFaultDisk();
  disk.put('/a', 'x');
  disk.failNext({ on: 'rename', code: 'EIO', isDone: true });
  await expect(disk.disk.rename('/a', '/b')).rejects.toMatchObject({ code: 'EIO' });
  expect(read(disk, '/b')).toBe('x');
  await expect(disk.disk.rename('/a', '/b')).rejects.toMatchObject({ code: 'ENOENT' });
});

test('takes the first bytes of a write that fails', async () => {
  const disk = createFaultDisk();
  const file = await openOn(disk, '....');
  disk.failNext({ on: 'write', code: 'ENOSPC', partial: 2 });
  await expect(file.write(Buffer.from('new'), 0)).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(read(disk)).toBe('ne..');
});

/** What may be found where the world stops at an operation of a durable write. */
async function stopDurableWrite(operation: number, when: Stop): Promise<readonly (string | undefined)[]> {
  const disk = createFaultDisk();
  const file = await openOn(disk, 'old');
  disk.stopAt(disk.operations() + operation, when);
  await file.writeDurably(Buffer.from('new'), 0).catch(() => undefined);
  return findContents(disk);
}

test('makes a durable write in two operations, and is sure of it only after both', async () => {
  expect(await stopDurableWrite(1, 'before')).toEqual(['old']);
  expect(new Set(await stopDurableWrite(1, { bytes: 1 }))).toEqual(new Set(['old', 'nld']));
  const unsure = expect.arrayContaining(['old', 'nld', 'new']) as unknown;
  expect(await stopDurableWrite(1, 'after')).toEqual(unsure);
  expect(await stopDurableWrite(2, 'before')).toEqual(unsure);
  expect(await stopDurableWrite(2, 'after')).toEqual(['new']);
  expect(await stopDurableWrite(3, 'before')).toEqual(['new']);
});

test('fails a durable write as its write or as its sync, and then has it wholly, in part or not at all', async () => {
  const disk = createFaultDisk();
  const file = await openOn(disk, '...');
  disk.failNext({ on: 'write', code: 'ENOSPC', partial: 1 });
  await expect(file.writeDurably(Buffer.from('new'), 0)).rejects.toMatchObject({ code: 'ENOSPC', syscall: 'write' });
  expect(read(disk)).toBe('n..');
  disk.failNext({ on: 'datasync', code: 'EIO' });
  await expect(file.writeDurably(Buffer.from('new'), 0)).rejects.toMatchObject({ code: 'EIO', syscall: 'fdatasync' });
  expect(await findContents(disk)).toEqual(expect.arrayContaining(['...', 'n..', 'new']));
  await file.writeDurably(Buffer.from('new'), 0);
  expect(await findContents(disk)).toEqual(['new']);
  await file.writeDurably(Buffer.alloc(0), 0);
  expect(disk.log().map(({ kind }) => kind)).toEqual(['open', 'write', 'write', 'datasync', 'write', 'datasync']);
});

test('loses what was dirty when a sync failed, although a later sync succeeds', async () => {
  const disk = createFaultDisk();
  const file = await openOn(disk, 'old');
  await file.write(Buffer.from('new'), 0);
  disk.failNext({ on: 'datasync', code: 'EIO' });
  await expect(file.datasync()).rejects.toMatchObject({ code: 'EIO', message: 'EIO: i/o error, fdatasync' });
  await file.datasync();
  await file.sync();
  expect(read(disk)).toBe('new');
  expect(await findContents(disk)).toEqual(expect.arrayContaining(['old', 'new']));
});

test('makes durable what was written again after a failed sync, with the rest still unsure', async () => {
  const disk = createFaultDisk();
  const file = await openOn(disk, '....');
  await file.write(Buffer.from('12'), 0);
  disk.failNext({ on: 'sync', code: 'EIO' });
  await expect(file.sync()).rejects.toThrow('EIO');
  await file.write(Buffer.from('34'), 2);
  await file.sync();
  expect(new Set(await findContents(disk))).toEqual(new Set(['..34', '1.34', '1234']));
  await file.write(Buffer.from('12'), 0);
  await file.sync();
  expect(await findContents(disk)).toEqual(['1234']);
});

test('makes a cut durable that takes back what a failed sync lost', async () => {
  const disk = createFaultDisk();
  const file = await openOn(disk, 'whole');
  await file.write(Buffer.from('half'), 5);
  disk.failNext({ on: 'datasync', code: 'EIO' });
  await expect(file.datasync()).rejects.toThrow('EIO');
  await file.truncate(5);
  await file.datasync();
  expect(await findContents(disk)).toEqual(['whole']);
  await file.write(Buffer.from('!'), 5);
  await file.datasync();
  expect(await findContents(disk)).toEqual(['whole!']);
});

test('fills up: takes what fits, refuses the rest, and has room again after a removal', async () => {
  const disk = createFaultDisk();
  disk.put('/other', '12345');
  const file = await openOn(disk, '');
  disk.setCapacity(8);
  await expect(file.write(Buffer.from('abcdef'), 0)).rejects.toMatchObject({ code: 'ENOSPC', syscall: 'write' });
  expect(read(disk)).toBe('abc');
  await expect(file.truncate(4)).rejects.toMatchObject({ code: 'ENOSPC' });
  await file.write(Buffer.from('ABC'), 0);
  await file.truncate(1);
  await disk.disk.remove('/other');
  await file.write(Buffer.from('12345678'), 0);
  await disk.disk.remove('/a');
  const next = await disk.disk.open('/next', 'make');
  await expect(next.write(Buffer.from('x'), 0)).rejects.toMatchObject({ code: 'ENOSPC' });
  await file.close();
  await next.write(Buffer.from('x'), 0);
});

test('refuses every change while it can only be read, also through a file that is open', async () => {
  const disk = createFaultDisk();
  const file = await openOn(disk, 'old');
  await file.write(Buffer.from('new'), 0);
  disk.setReadOnly(true);
  for (const change of [
    () => file.write(Buffer.from('x'), 0),
    () => file.truncate(0),
    () => file.sync(),
    () => disk.disk.open('/b', 'make'),
    () => disk.disk.open('/a', 'change'),
    () => disk.disk.makeFolder('/c'),
    () => disk.disk.rename('/a', '/b'),
    () => disk.disk.remove('/a'),
  ]) {
    await expect(change()).rejects.toMatchObject({ code: 'EROFS' });
  }
  expect(await disk.disk.readFile('/a')).toEqual(Buffer.from('new'));
  expect(await findContents(disk)).toContain('old');
  disk.setReadOnly(false);
  await file.sync();
  expect(await findContents(disk)).toEqual(['new']);
});

test('is gone while it is pulled out, and comes back as it was', async () => {
  const disk = createFaultDisk();
  const file = await openOn(disk, 'old');
  await file.write(Buffer.from('new'), 0);
  disk.vanish();
  await expect(file.read(Buffer.alloc(1), 0)).rejects.toMatchObject({ code: 'EIO' });
  await expect(disk.disk.list('/')).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await disk.disk.find('/a')).toBeUndefined();
  disk.vanish('EIO');
  await expect(disk.disk.find('/a')).rejects.toMatchObject({ code: 'EIO' });
  disk.comeBack('all');
  await file.write(Buffer.from('er'), 3);
  expect(await disk.disk.readFile('/a')).toEqual(Buffer.from('newer'));
});

test('comes back with what was durable, and keeps files dead that were open', async () => {
  const disk = createFaultDisk();
  const file = await openOn(disk, 'old');
  await file.write(Buffer.from('new'), 0);
  disk.vanish();
  disk.comeBack('durable');
  expect(disk.openFiles()).toBe(0);
  await expect(file.write(Buffer.from('x'), 0)).rejects.toMatchObject({ code: 'EIO' });
  expect(await disk.disk.readFile('/a')).toEqual(Buffer.from('old'));
  await file.close();
});

test('numbers operations from 1 in the order in which they took effect, and those that fail too', async () => {
  const disk = createFaultDisk();
  const file = await disk.disk.open('/a', 'make');
  await file.write(Buffer.from('x'), 0);
  await expect(disk.disk.remove('/b')).rejects.toThrow('ENOENT');
  await file.close();
  expect(disk.log()).toEqual([
    { number: 1, kind: 'make', path: '/a' },
    { number: 2, kind: 'write', path: '/a' },
    { number: 3, kind: 'remove', path: '/b' },
    { number: 4, kind: 'close', path: '/a' },
  ]);
  expect(disk.operations()).toBe(4);
});
