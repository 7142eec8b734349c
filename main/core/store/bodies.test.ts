import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBodies } from './bodies.ts';
import { realDisk } from './disk.ts';
import { makeTestFolder } from './test-folder.ts';

const records = [{ text: 'one' }, { text: 'zwei: äöü\n"x"' }, { text: '三', lone: '\ud800' }];

test('gives back each record from its place, and a pack is lines of JSON', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const bodies = openBodies(realDisk, folder);
  const refs = await bodies.write('a-0', records);
  for (const [index, ref] of refs.entries()) expect(await bodies.read(ref)).toMatchObject(records[index] ?? {});
  await bodies.close();
  const lines = (await readFile(join(folder, 'a-0.pack'), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { text: string }).text)).toEqual(records.map(({ text }) => text));
});

test('says that a record is damaged, whichever byte of it is', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const bodies = openBodies(realDisk, folder);
  const [, ref] = await bodies.write('a-0', records);
  await bodies.close();
  if (ref === undefined) throw new Error('no place was given');
  const path = join(folder, 'a-0.pack');
  const stored = await readFile(path);
  for (let index = ref.offset; index < ref.offset + ref.length; index += 1) {
    const damaged = Buffer.from(stored);
    damaged[index] = (damaged[index] ?? 0) ^ 0x01;
    await writeFile(path, damaged);
    const reopened = openBodies(realDisk, folder);
    await expect(reopened.read(ref), `byte ${index}`).rejects.toMatchObject({ code: 'damaged' });
    await reopened.close();
  }
});

test('says that a record is damaged when its pack is gone or cut', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const bodies = openBodies(realDisk, folder);
  const refs = await bodies.write('a-0', records);
  const path = join(folder, 'a-0.pack');
  await writeFile(path, (await readFile(path)).subarray(0, 20));
  for (const ref of refs) await expect(bodies.read(ref)).rejects.toMatchObject({ code: 'damaged' });
  await bodies.close();
  await rm(path);
  for (const ref of refs)
    await expect(openBodies(realDisk, folder).read(ref)).rejects.toMatchObject({ code: 'damaged' });
});

test('reads many packs at once without keeping all of them open', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const bodies = openBodies(realDisk, folder);
  const refs = [];
  for (let pack = 0; pack < 100; pack += 1) refs.push(...(await bodies.write(`p-${pack}`, [{ pack }])));
  const read = await Promise.all(refs.map((ref) => bodies.read(ref)));
  expect(read.map((record) => (record as { pack: number }).pack)).toEqual(refs.map((_, index) => index));
  expect(await countOpenFiles()).toBeLessThan(80);
  await bodies.close();
});

/** Files this process has open; systems that do not tell count as none. */
async function countOpenFiles(): Promise<number> {
  return process.platform === 'linux' ? (await readdir('/proc/self/fd')).length : 0;
}

test('leaves no file behind when a record cannot be spelled out', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const bodies = openBodies(realDisk, folder);
  await expect(bodies.write('a-0', [{ fine: 1 }, { bad: 1n }])).rejects.toThrow(TypeError);
  expect(await readdir(folder)).toEqual([]);
});
