import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Disk } from '../disk.ts';
import { createFaultDisk, type FaultDisk } from './fault-disk.ts';
import { createSeededChooser, forEveryChoice } from './seeded.ts';

/** Everything that may be found after a loss of power, each as its files in words, sorted. */
async function findOutcomes(disk: FaultDisk): Promise<readonly string[]> {
  const seen = new Set<string>();
  await forEveryChoice((choose) => seen.add(describe(disk.crash('power', choose))));
  return [...seen].sort();
}

function describe(disk: FaultDisk): string {
  const files = [...disk.files()].map(([path, bytes]) => `${path}=${bytes.toString().replaceAll('\0', '0')}`);
  return files.sort().join(' ');
}

async function write(disk: Disk, path: string, text: string): Promise<void> {
  const file = await disk.open(path, 'change');
  await file.write(Buffer.from(text), 0);
  await file.close();
}

test('may undo a rename that no sync of the folder followed', async () => {
  const disk = createFaultDisk();
  disk.put('/a', 'new');
  disk.put('/b', 'old');
  await disk.disk.rename('/a', '/b');
  expect(await findOutcomes(disk)).toEqual(['/a=new /b=old', '/b=new']);
  await disk.disk.syncFolder('/');
  expect(await findOutcomes(disk)).toEqual(['/b=new']);
});

test('may forget a new name, and brings back a removed one, until the folder is synced', async () => {
  const disk = createFaultDisk();
  disk.put('/removed', 'r');
  const file = await disk.disk.open('/made', 'make');
  await file.write(Buffer.from('m'), 0);
  await file.sync();
  await disk.disk.remove('/removed');
  expect(await findOutcomes(disk)).toEqual(['', '/made=m', '/made=m /removed=r', '/removed=r']);
  await disk.disk.syncFolder('/');
  expect(await findOutcomes(disk)).toEqual(['/made=m']);
});

test('may leave a file whose name alone was synced empty, zero, partly written, or whole', async () => {
  const disk = createFaultDisk();
  const file = await disk.disk.open('/a', 'make');
  await file.write(Buffer.from('xyz'), 0);
  await disk.disk.syncFolder('/');
  expect(await findOutcomes(disk)).toEqual(['/a=', '/a=000', '/a=x', '/a=xy', '/a=xyz']);
});

test('keeps a prefix of the writes or any of them, the last one torn', async () => {
  const disk = createFaultDisk();
  disk.put('/a', '....');
  const file = await disk.disk.open('/a', 'change');
  await file.write(Buffer.from('12'), 0);
  await file.write(Buffer.from('34'), 2);
  const outcomes = await findOutcomes(disk);
  for (const found of ['....', '1...', '12..', '123.', '1234', '..34', '..3.'])
    expect(outcomes).toContain(`/a=${found}`);
  for (const found of outcomes) expect(found).toMatch(/^\/a=[1.][2.][3.][4.]$/);
});

test('keeps any sectors of a write, and the size without the others', async () => {
  const disk = createFaultDisk();
  disk.put('/a', '');
  await write(disk.disk, '/a', '1'.repeat(512) + '2'.repeat(512) + '3');
  const outcomes = await findOutcomes(disk);
  expect(outcomes).toContain(`/a=${'0'.repeat(512)}${'2'.repeat(512)}0`);
  expect(outcomes).toContain(`/a=${'0'.repeat(1024)}3`);
});

test('counts sectors from the start of the file and not of the write', async () => {
  const disk = createFaultDisk();
  disk.put('/a', '.'.repeat(1030));
  const file = await disk.disk.open('/a', 'change');
  await file.write(Buffer.from('1'.repeat(520)), 510);
  const outcomes = await findOutcomes(disk);
  expect(outcomes).toContain(`/a=${'.'.repeat(510)}11${'.'.repeat(512)}111111`);
  expect(outcomes).toContain(`/a=${'.'.repeat(512)}${'1'.repeat(512)}......`);
});

test('may undo a cut that was not synced, and keeps one that was', async () => {
  const disk = createFaultDisk();
  disk.put('/a', 'abc');
  const file = await disk.disk.open('/a', 'change');
  await file.truncate(1);
  expect(await findOutcomes(disk)).toEqual(['/a=a', '/a=abc']);
  await file.datasync();
  expect(await findOutcomes(disk)).toEqual(['/a=a']);
});

test('loses a synced file whose new folder was not synced into the one above', async () => {
  const disk = createFaultDisk();
  await disk.disk.makeFolder('/new');
  const file = await disk.disk.open('/new/a', 'make');
  await file.write(Buffer.from('x'), 0);
  await file.sync();
  await disk.disk.syncFolder('/new');
  expect(await findOutcomes(disk)).toEqual(['', '/new/a=x']);
  await disk.disk.syncFolder('/');
  expect(await findOutcomes(disk)).toEqual(['/new/a=x']);
});

test('needs both folders synced for a move between them, which is never half done', async () => {
  const disk = createFaultDisk();
  disk.put('/from/a', 'x');
  disk.putFolder('/to');
  await disk.disk.rename('/from/a', '/to/a');
  const either = ['/from/a=x', '/to/a=x'];
  expect(await findOutcomes(disk)).toEqual(either);
  await disk.disk.syncFolder('/to');
  expect(await findOutcomes(disk)).toEqual(either);
  await disk.disk.syncFolder('/from');
  expect(await findOutcomes(disk)).toEqual(['/to/a=x']);
});

test('makes durable with a synced name what it rests on, though that still waits for another folder', async () => {
  const disk = createFaultDisk();
  disk.put('/from/a', 'x');
  disk.putFolder('/to');
  await disk.disk.rename('/from/a', '/to/a');
  await disk.disk.rename('/to/a', '/to/b');
  expect(await findOutcomes(disk)).toEqual(['/from/a=x', '/to/a=x', '/to/b=x']);
  await disk.disk.syncFolder('/to');
  expect(await findOutcomes(disk)).toEqual(['/to/b=x']);
});

test('keeps a change of names only with those that it rests on', async () => {
  const disk = createFaultDisk();
  const file = await disk.disk.open('/a', 'make');
  await disk.disk.rename('/a', '/b');
  await disk.disk.rename('/b', '/c');
  await file.close();
  expect(await findOutcomes(disk)).toEqual(['', '/a=', '/b=', '/c=']);
});

test('loses no file that was moved out of a folder which another one then replaced', async () => {
  const disk = createFaultDisk();
  disk.put('/a/x', 'x');
  disk.put('/b/y', 'y');
  await disk.disk.rename('/b/y', '/a/y');
  await disk.disk.rename('/a', '/b');
  const either = ['/a/x=x /a/y=y', '/a/x=x /b/y=y', '/b/x=x /b/y=y'];
  expect(await findOutcomes(disk)).toEqual(either);
  expect(await findOutcomes(disk.clone())).toEqual(either);
  await disk.disk.syncFolder('/');
  expect(await findOutcomes(disk)).toEqual(['/b/x=x /b/y=y']);
});

test('leaves a file in its old folder where it was moved into a new one that is not kept', async () => {
  const disk = createFaultDisk();
  disk.put('/a', 'x');
  await disk.disk.makeFolder('/new');
  await disk.disk.makeFolder('/new/newer');
  await disk.disk.rename('/a', '/new/newer/a');
  expect(await findOutcomes(disk)).toEqual(['/a=x', '/new/newer/a=x']);
});

test('never makes a ring of folders that were moved into each other', async () => {
  const disk = createFaultDisk();
  disk.put('/a/x', 'x');
  disk.put('/b/y', 'y');
  await disk.disk.rename('/a', '/b/a');
  await disk.disk.rename('/b/a', '/a');
  await disk.disk.rename('/b', '/a/b');
  expect(await findOutcomes(disk)).toEqual(['/a/b/y=y /a/x=x', '/a/x=x /b/y=y', '/b/a/x=x /b/y=y']);
});

test('keeps a synced file whatever is chosen', async () => {
  const text = fc.uint8Array({ maxLength: 1500 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat({ max: 2000 }), text)), text, fc.nat(), async (writes, later, seed) => {
      const disk = createFaultDisk();
      const file = await disk.disk.open('/synced', 'make');
      for (const [at, bytes] of writes) await file.write(bytes, at);
      await file.datasync();
      await disk.disk.syncFolder('/');
      const other = await disk.disk.open('/other', 'make');
      await other.write(later, 0);
      await disk.disk.rename('/other', '/another');
      const expected = await disk.disk.readFile('/synced');
      for (let turn = 0; turn < 5; turn += 1) {
        const found = disk.crash('power', createSeededChooser(seed + turn));
        expect(await found.disk.readFile('/synced')).toEqual(expected);
      }
    }),
  );
});

test('leaves all of it to a process that was only killed, and none of it more durable than it was', async () => {
  const disk = createFaultDisk();
  disk.put('/a', 'old');
  await write(disk.disk, '/a', 'new');
  await disk.disk.rename('/a', '/b');
  const killed = disk.crash('kill');
  expect(describe(killed)).toBe('/b=new');
  expect(describe(killed.crash('power', () => 0))).toBe('/a=old');
  expect(await findOutcomes(killed)).toEqual(await findOutcomes(disk));
});

test('finds everything durable after a loss of power', async () => {
  const disk = createFaultDisk();
  disk.put('/a', 'old');
  await write(disk.disk, '/a', 'new');
  const found = disk.crash('power', () => 1);
  expect(await findOutcomes(found)).toEqual(['/a=new']);
});
