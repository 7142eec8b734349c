/* The mistakes that lose data, each found by the simulated disk, beside the right way, in which it finds nothing. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Disk } from '../disk.ts';
import { createFaultDisk, type FaultDisk } from './fault-disk.ts';
import type { Stop } from './faults.ts';
import { createListChooser, forEveryChoice } from './seeded.ts';

const OLD = 'old content';
const NEW = 'NEW';

type Omitted = 'sync' | 'syncFolder';

/** Replaces a file by temporary name, sync, rename and sync of the folder, leaving out what is named. */
async function replace(disk: Disk, omitted?: Omitted): Promise<void> {
  const file = await disk.open('/a.tmp', 'make');
  await file.write(Buffer.from(NEW.slice(0, 2)), 0);
  await file.write(Buffer.from(NEW.slice(2)), 2);
  if (omitted !== 'sync') await file.sync();
  await file.close();
  await disk.rename('/a.tmp', '/a');
  if (omitted !== 'syncFolder') await disk.syncFolder('/');
}

/** Renames first and writes then. */
async function replaceTooEarly(disk: Disk): Promise<void> {
  const file = await disk.open('/a.tmp', 'make');
  await disk.rename('/a.tmp', '/a');
  await file.write(Buffer.from(NEW), 0);
  await file.sync();
  await file.close();
  await disk.syncFolder('/');
}

async function overwrite(disk: Disk): Promise<void> {
  const file = await disk.open('/a', 'change');
  await file.write(Buffer.from(NEW), 0);
  await file.truncate(NEW.length);
  await file.sync();
  await file.close();
}

type Work = (disk: Disk) => Promise<void>;

/** Does the work on a disk with the old file until the world stops, if it does; answers whether it was finished. */
async function workUntil(work: Work, stop?: { readonly at: number; readonly when: Stop }) {
  const disk = createFaultDisk();
  disk.put('/a', OLD);
  if (stop !== undefined) disk.stopAt(stop.at, stop.when);
  const [outcome] = await Promise.allSettled([work(disk.disk)]);
  return { disk, isFinished: outcome.status === 'fulfilled' };
}

const read = (disk: FaultDisk) => disk.files().get('/a')?.toString();

/** All contents that may be found after a stop anywhere, and those after the work was finished. */
async function findContents(work: Work) {
  const midway = new Set<string | undefined>();
  const finished = new Set<string | undefined>();
  const { disk: whole } = await workUntil(work);
  for (let at = 1; at <= whole.operations() + 1; at += 1) {
    for (const when of ['before', 'after', { bytes: 1 }] as const) {
      const { disk, isFinished } = await workUntil(work, { at, when });
      midway.add(read(disk.crash('kill')));
      await forEveryChoice((choose) => (isFinished ? finished : midway).add(read(disk.crash('power', choose))));
    }
  }
  return { midway, finished };
}

test('finds old or new and nothing else where the file is synced, renamed, and its folder synced', async () => {
  const { midway, finished } = await findContents(replace);
  expect(midway).toEqual(new Set([OLD, NEW]));
  expect(finished).toEqual(new Set([NEW]));
});

test('finds old or new wherever such a replacement stops and whatever is lost, twice in a row', async () => {
  const when = fc.constantFrom<Stop>('before', 'after', { bytes: 1 });
  const stop = fc.record({ at: fc.integer({ min: 1, max: 9 }), when });
  await fc.assert(
    fc.asyncProperty(stop, fc.array(fc.nat()), fc.array(fc.nat()), async (where, first, second) => {
      const { disk, isFinished } = await workUntil(replace, where);
      const found = disk.crash('power', createListChooser(first));
      expect(isFinished ? [NEW] : [OLD, NEW]).toContain(read(found));
      if (found.files().has('/a.tmp')) await found.disk.remove('/a.tmp');
      await replace(found.disk);
      expect(read(found.crash('power', createListChooser(second)))).toBe(NEW);
    }),
  );
});

test('finds an empty, a zero and a torn file where the sync before the rename is missing', async () => {
  const { finished } = await findContents((disk) => replace(disk, 'sync'));
  expect([...finished]).toEqual(expect.arrayContaining([NEW, '', '\0\0\0', 'N', 'NE', '\0\0W']));
  expect(finished).not.toContain(OLD);
});

test('finds the old file after the work was finished where the sync of the folder is missing', async () => {
  const { midway, finished } = await findContents((disk) => replace(disk, 'syncFolder'));
  expect(midway).toEqual(new Set([OLD, NEW]));
  expect(finished).toEqual(new Set([OLD, NEW]));
});

test('finds an empty file where the rename comes before the content', async () => {
  const { midway, finished } = await findContents(replaceTooEarly);
  expect([...midway]).toEqual(expect.arrayContaining([OLD, '', 'N', NEW]));
  expect(finished).toEqual(new Set([NEW]));
});

test('finds a mixture of both where a file is written over in its place', async () => {
  const { midway, finished } = await findContents(overwrite);
  expect([...midway]).toEqual(expect.arrayContaining([OLD, 'NEW content', 'N' + OLD.slice(1), 'old', NEW]));
  expect(finished).toEqual(new Set([NEW]));
});

/** Appends lines and answers those that were acknowledged, each after the syncs it is given. */
async function appendLines(disk: Disk, acknowledged: string[], omitted?: 'datasync' | 'syncFolder'): Promise<void> {
  const file = await disk.open('/journal', 'make');
  if (omitted !== 'syncFolder') await disk.syncFolder('/');
  let size = 0;
  for (const line of ['1\n', '2\n']) {
    await file.write(Buffer.from(line), size);
    if (omitted !== 'datasync') await file.datasync();
    size += line.length;
    acknowledged.push(line);
  }
  await file.close();
}

/** How many ways of stopping and losing there are in which an acknowledged line is not found. */
async function countLosses(omitted?: 'datasync' | 'syncFolder'): Promise<number> {
  let losses = 0;
  for (let at = 1; at <= 8; at += 1) {
    const disk = createFaultDisk();
    const acknowledged: string[] = [];
    disk.stopAt(at, 'before');
    await Promise.allSettled([appendLines(disk.disk, acknowledged, omitted)]);
    await forEveryChoice((choose) => {
      const found = disk.crash('power', choose).files().get('/journal')?.toString() ?? '';
      if (!found.startsWith(acknowledged.join(''))) losses += 1;
    });
  }
  return losses;
}

test('loses no acknowledged line of a journal that is synced before each, and whose name is', async () => {
  expect(await countLosses()).toBe(0);
});

test.each(['datasync', 'syncFolder'] as const)('loses acknowledged lines where the %s is missing', async (omitted) => {
  expect(await countLosses(omitted)).toBeGreaterThan(0);
});
