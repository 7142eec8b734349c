import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import type { Sha256 } from '../../../shared/model.ts';
import { realDisk } from './disk.ts';
import { openOriginals } from './originals.ts';
import { makeTestFolder } from './test-folder.ts';

const bytes = Buffer.from('Khartoum floods\r\n\r\nThe river rose.\u0000\n', 'utf8');
const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;

test('gives back every byte, and any tool can unpack what lies on disk', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const originals = openOriginals(realDisk, folder);
  await originals.put(sha256, bytes);
  expect(await originals.get(sha256)).toEqual(bytes);
  const path = join(folder, sha256.slice(0, 2), `${sha256.slice(2)}.gz`);
  expect(gunzipSync(await readFile(path))).toEqual(bytes);
});

test('writes the same original once', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const originals = openOriginals(realDisk, folder);
  await originals.put(sha256, bytes);
  const path = join(folder, sha256.slice(0, 2), `${sha256.slice(2)}.gz`);
  const before = await stat(path);
  await Promise.all([originals.put(sha256, bytes), originals.put(sha256, bytes)]);
  expect((await stat(path)).ino).toBe(before.ino);
  expect(await readdir(join(folder, sha256.slice(0, 2)))).toEqual([`${sha256.slice(2)}.gz`]);
});

test('writes an original anew when the copy that is there is damaged', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const originals = openOriginals(realDisk, folder);
  await originals.put(sha256, bytes);
  const path = join(folder, sha256.slice(0, 2), `${sha256.slice(2)}.gz`);
  const stored = await readFile(path);
  const other = gzipSync('another text');
  for (const damaged of [Buffer.alloc(0), stored.subarray(0, 30), flip(stored, 25), flip(stored, 2), other]) {
    await writeFile(path, damaged);
    await originals.put(sha256, bytes);
    expect(await originals.get(sha256)).toEqual(bytes);
  }
});

function flip(stored: Buffer, index: number): Buffer {
  const damaged = Buffer.from(stored);
  damaged[index] = (damaged[index] ?? 0) ^ 0xff;
  return damaged;
}

test('says that an original is damaged, whichever byte of it is', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const originals = openOriginals(realDisk, folder);
  await originals.put(sha256, bytes);
  const path = join(folder, sha256.slice(0, 2), `${sha256.slice(2)}.gz`);
  const stored = await readFile(path);
  for (let index = 10; index < stored.length; index += 1) {
    const damaged = Buffer.from(stored);
    damaged[index] = (damaged[index] ?? 0) ^ 0xff;
    await writeFile(path, damaged);
    await expect(originals.get(sha256), `byte ${index}`).rejects.toMatchObject({ code: 'damaged' });
  }
});

test('says that it does not hold an original', async () => {
  const originals = openOriginals(realDisk, await makeTestFolder(onTestFinished));
  await expect(originals.get(sha256)).rejects.toMatchObject({ code: 'not-found' });
});
