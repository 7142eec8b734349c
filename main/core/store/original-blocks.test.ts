import { createHash, hash } from 'node:crypto';
import { readFile, readdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import type { Sha256 } from '../../../shared/model.ts';
import { realDisk } from './disk.ts';
import { openOriginals } from './originals.ts';
import { makeTestFolder } from './test-folder.ts';

const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => `line ${index} of a long dump\n`).join(''));
const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;

async function* inBlocks(from: Buffer = bytes): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < from.length; at += 100_000) yield from.subarray(at, at + 100_000);
}

async function openAny() {
  const folder = await makeTestFolder(onTestFinished);
  const path = join(folder, sha256.slice(0, 2), `${sha256.slice(2)}.gz`);
  return { originals: openOriginals(realDisk, folder), path, folder };
}

function partAt(offset: number, length: number) {
  return { offset, bytes: length, sha256: hash('sha256', bytes.subarray(offset, offset + length), 'hex') as Sha256 };
}

test('stores blocks as any tool unpacks them, and gives them back as blocks and as a whole', async () => {
  const { originals, path } = await openAny();
  await originals.putBlocks(sha256, () => inBlocks());
  expect(gunzipSync(await readFile(path)).equals(bytes)).toBe(true);
  expect((await originals.get(sha256)).equals(bytes)).toBe(true);
  const blocks: Buffer[] = [];
  for await (const block of originals.readBlocks(sha256)) blocks.push(block);
  expect(Buffer.concat(blocks).equals(bytes)).toBe(true);
});

test.each([
  [0, 1],
  [0, bytes.length],
  [1_048_570, 20],
  [3_000_001, 2_500_000],
  [bytes.length - 1, 1],
])('gives the part at %i of %i bytes', async (offset, length) => {
  const { originals } = await openAny();
  await originals.put(sha256, bytes);
  const part = await originals.getPart(sha256, partAt(offset, length));
  expect(part.equals(bytes.subarray(offset, offset + length))).toBe(true);
});

test('refuses a part whose bytes are others, that was cut off, or that is not there', async () => {
  const { originals, path } = await openAny();
  await originals.put(sha256, bytes);
  await expect(originals.getPart(sha256, { ...partAt(0, 10), offset: 1 })).rejects.toMatchObject({ code: 'damaged' });
  await truncate(path, 50_000);
  await expect(originals.getPart(sha256, partAt(bytes.length - 10, 10))).rejects.toMatchObject({ code: 'damaged' });
  const other = '0'.repeat(64) as Sha256;
  await expect(originals.getPart(other, partAt(0, 10))).rejects.toMatchObject({ code: 'not-found' });
});

test('stores nothing of blocks that are others than their hash, or when it is told to stop', async () => {
  const { originals, path, folder } = await openAny();
  await expect(originals.putBlocks(sha256, () => inBlocks(bytes.subarray(1)))).rejects.toThrow('it was changed');
  const stop = new AbortController();
  const slow = async function* (): AsyncGenerator<Uint8Array> {
    yield* inBlocks(bytes.subarray(0, 300_000));
    stop.abort();
    yield* inBlocks(bytes.subarray(300_000));
  };
  await expect(originals.putBlocks(sha256, slow, stop.signal)).rejects.toMatchObject({ code: 'ABORT_ERR' });
  expect(await readdir(join(folder, sha256.slice(0, 2)))).toEqual([]);
  await originals.putBlocks(sha256, () => inBlocks());
  expect(gunzipSync(await readFile(path)).equals(bytes)).toBe(true);
});
