import { expect, test } from 'vitest';
import { createFaultDisk } from './faults/fault-disk.ts';
import { takePicture } from './picture.ts';
import { makeNumbers, openNumbers } from './test-numbers.ts';

test('names every file that belongs to a library, with its size, and nothing else', async () => {
  const { disk, put } = createFaultDisk();
  for (const path of ['library.json', 'originals/ab/lock', 'bodies/a-0.pack', 'damaged/x'])
    put(`/library/${path}`, path);
  for (const path of ['lock', 'lock.json', 'index/a', 'backups/b.zip', 'library.json.00.tmp', 'bodies/a.pack.0.tmp']) {
    put(`/library/${path}`, 'left out');
  }
  expect(await takePicture(disk, '/library')).toEqual(
    ['bodies/a-0.pack', 'damaged/x', 'library.json', 'originals/ab/lock'].map((path) => ({ path, bytes: path.length })),
  );
});

test('stays true while changes are written and a generation waits', async () => {
  const faults = createFaultDisk();
  await makeNumbers({ disk: faults.disk, folder: '/library' });
  const { store, add, compact } = await openNumbers({ disk: faults.disk, folder: '/library' });
  let compacted: Promise<void> | undefined;
  const copy = createFaultDisk();
  await store.withPicture(async (files) => {
    compacted = compact();
    await add(11);
    for (const { path, bytes } of files) {
      copy.put(`/library/${path}`, (await faults.disk.readFile(`/library/${path}`)).subarray(0, bytes));
    }
  });
  await compacted;
  await store.close();
  const { list, notices, store: copied } = await openNumbers({ disk: copy.disk, folder: '/library' });
  expect([list, notices]).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], []]);
  await copied.close();
});
