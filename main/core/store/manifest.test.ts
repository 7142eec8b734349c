import { expect, test } from 'vitest';
import { createFaultDisk } from './faults/fault-disk.ts';
import { findManifests, manifestPath, readManifest, writeManifest, type Manifest } from './manifest.ts';
import { isPartName, readPart, writePart } from './parts.ts';

const folder = '/catalogue';

function makeDisk() {
  const faults = createFaultDisk();
  faults.putFolder(folder);
  return faults;
}

const put = (key: string, text: string) => ({ key, text, isThere: () => false });

test('a part is named by its content, is not written twice, and is read back', async () => {
  const { disk, log } = makeDisk();
  const first = await writePart(disk, folder, put('heads-0001', '{"a":[1]}'));
  expect(isPartName(first.file)).toBe(true);
  const operations = log().length;
  const again = await writePart(disk, folder, {
    ...put('heads-0001', '{"a":[1]}'),
    isThere: (file) => file === first.file,
  });
  expect([again, log().length]).toEqual([first, operations]);
  expect((await writePart(disk, folder, put('heads-0001', '{"a":[2]}'))).file).not.toBe(first.file);
  expect(await readPart(disk, folder, first)).toEqual({ ref: first, content: Buffer.from('{"a":[1]}\n') });
});

test('a part is damaged when any byte of it is another, when it is cut, unreadable or gone', async () => {
  const { disk, flip, files, clone, cut, failNext } = makeDisk();
  const ref = await writePart(disk, folder, put('colours', '{"colours":[["war",1]]}'));
  const path = `${folder}/${ref.file}`;
  for (let byte = 0; byte < ref.bytes; byte += 1) {
    for (const mask of [1, 0x20, 0x80]) {
      flip(path, byte, mask);
      expect(await readPart(disk, folder, ref), `byte ${byte}`).toEqual({ ref, damaged: files().get(path) });
      flip(path, byte, mask);
    }
  }
  failNext({ on: 'read', code: 'EIO' });
  expect(await readPart(disk, folder, ref)).toEqual({ ref, content: files().get(path) });
  failNext({ on: 'read', code: 'EIO' });
  failNext({ on: 'readFile', code: 'EIO' });
  expect(await readPart(disk, folder, ref)).toEqual({ ref, damaged: 'missing' });
  failNext({ on: 'open', code: 'EACCES' });
  await expect(readPart(disk, folder, ref)).rejects.toMatchObject({ code: 'EACCES' });
  const longer = clone();
  const file = await longer.disk.open(path, 'change');
  await file.write(Buffer.from(' '), ref.bytes);
  await file.close();
  expect(await readPart(longer.disk, folder, ref)).toMatchObject({ damaged: { length: ref.bytes + 1 } });
  const other = clone();
  await other.disk.remove(path);
  expect(await readPart(other.disk, folder, ref)).toEqual({ ref, damaged: 'missing' });
  cut(path, 5);
  expect(await readPart(disk, folder, ref)).toMatchObject({ damaged: { length: 5 } });
});

const sha256 = 'ab'.repeat(32);
const manifest: Manifest = {
  format: 2,
  library: 'library',
  device: 'device',
  sequence: 12,
  time: [7, 1],
  parts: [{ key: 'colours', file: `colours.${sha256.slice(0, 16)}.json`, bytes: 3, sha256 }],
};

test('a manifest says what was written, and nothing when any byte of it is another or missing', async () => {
  const { disk, flip, cut, files } = makeDisk();
  await writeManifest(disk, folder, manifest);
  const path = manifestPath(folder, 12);
  expect(await readManifest(disk, folder, 12)).toEqual(manifest);
  const length = files().get(path)?.length ?? 0;
  for (let byte = 0; byte < length; byte += 1) {
    for (const mask of [1, 0x20, 0x80]) {
      flip(path, byte, mask);
      expect(await readManifest(disk, folder, 12), `byte ${byte}`).toBeUndefined();
      flip(path, byte, mask);
    }
  }
  for (let left = length - 1; left >= 0; left -= 1) {
    cut(path, left);
    expect(await readManifest(disk, folder, 12), `cut to ${left}`).toBeUndefined();
  }
});

test('a manifest under another number, or that leads out of the folder, is none', async () => {
  const { disk, put: putFile, files } = makeDisk();
  await writeManifest(disk, folder, manifest);
  putFile(manifestPath(folder, 13), files().get(manifestPath(folder, 12)) ?? '');
  expect(await readManifest(disk, folder, 13)).toBeUndefined();
  const parts = manifest.parts.map((part) => ({ ...part, file: `../${part.file}` }));
  await writeManifest(disk, folder, { ...manifest, sequence: 14, parts });
  expect(await readManifest(disk, folder, 14)).toBeUndefined();
});

test('generations are found newest first, whatever else lies there', async () => {
  const { disk, put: putFile } = makeDisk();
  for (const sequence of [9, 100, 0]) putFile(manifestPath(folder, sequence), '');
  for (const name of ['1.manifest.json', '000000000007.manifest.json.aa.tmp', '000000000005.snapshot', 'notes.txt']) {
    putFile(`${folder}/${name}`, '');
  }
  expect(await findManifests(disk, folder)).toEqual([100, 9, 0]);
});
