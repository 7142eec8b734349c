import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ReaderError } from '../../../shared/errors.ts';
import { findAccess } from './access.ts';
import { unwritable } from './atomic-file.ts';
import { realDisk } from './disk.ts';
import { createFaultDisk } from './faults/fault-disk.ts';
import { identify } from './identify.ts';
import { manifestPath } from './manifest.ts';
import { sealLine } from './sealed-line.ts';
import { makeTestFolder } from './test-folder.ts';
import { makeNumbers, openNumbers, readNumbers } from './test-numbers.ts';

const folder = '/library';
const folders = ['catalogue', 'journal'];
const takeLock = async () => ({ release: () => undefined });
const refused = (code: string) =>
  Promise.reject(unwritable('no lock', Object.assign(new Error(`${code}: refused`), { code })));

async function made() {
  const faults = createFaultDisk();
  await makeNumbers({ disk: faults.disk, folder });
  return faults;
}

const refuseLocked = () => Promise.reject(new ReaderError('locked', 'open already'));
const failLock = () => Promise.reject(new Error('it was locked'));

describe('access', () => {
  test('to a folder that is missing is to a new library, and makes what it needs', async () => {
    const { disk } = createFaultDisk();
    const access = await findAccess({ disk, folder: '/deep/library', folders, readable: false, takeLock });
    expect(access).toMatchObject({ identity: { kind: 'new' }, readOnly: null });
    expect((await disk.list('/deep/library')).toSorted()).toEqual(folders);
  });

  test.each(['EROFS', 'EACCES', 'EPERM'])('to a library whose lock is refused by %s is for reading', async (code) => {
    const faults = await made();
    const before = faults.files();
    const access = await findAccess({
      disk: faults.disk,
      folder,
      folders,
      readable: false,
      takeLock: () => refused(code),
    });
    expect(access).toMatchObject({ identity: { kind: 'known' }, lock: null, readOnly: { code: 'read-only' } });
    expect(access.readOnly?.message).toMatch(code === 'EROFS' ? /its disk is read-only/ : new RegExp(code));
    expect(faults.files()).toEqual(before);
  });

  test('to a disk that takes nothing, with a folder missing, is for reading', async () => {
    const faults = await made();
    faults.setReadOnly(true);
    const access = await findAccess({ disk: faults.disk, folder, folders: ['new'], readable: false, takeLock });
    expect(access).toMatchObject({ lock: null, readOnly: { code: 'read-only' } });
  });

  test('where nothing is and nothing can be made is refused', async () => {
    const faults = createFaultDisk();
    faults.setReadOnly(true);
    const asked = findAccess({ disk: faults.disk, folder, folders, readable: false, takeLock });
    await expect(asked).rejects.toMatchObject({ code: 'unwritable' });
  });

  test('to a folder that cannot be looked into is refused', async () => {
    const faults = await made();
    faults.failNext({ on: 'readFile', code: 'EACCES' });
    const asked = findAccess({ disk: faults.disk, folder, folders, readable: false, takeLock });
    await expect(asked).rejects.toMatchObject({ code: 'unwritable' });
  });

  test('is refused while another has the library open, and never quietly for reading', async () => {
    const { disk } = await made();
    await expect(findAccess({ disk, folder, folders, readable: false, takeLock: refuseLocked })).rejects.toMatchObject({
      code: 'locked',
    });
  });

  test('for reading only takes no lock, and there must be a library', async () => {
    const { disk, put } = await made();
    const access = await findAccess({ disk, folder, folders, readable: true, takeLock: failLock });
    expect(access).toMatchObject({ lock: null, readOnly: { code: 'damaged' } });
    put('/other/file', '');
    await expect(findAccess({ disk, folder: '/other', folders, readable: true, takeLock })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('to a library of a newer format is for reading and takes no lock', async () => {
    const { disk, put } = await made();
    put('/library/library.json', `${sealLine({ format: 3, library: 'l', device: 'd' }).text}\n`);
    const access = await findAccess({ disk, folder, folders, readable: false, takeLock });
    expect(access).toMatchObject({ lock: null, readOnly: { code: 'newer-format' } });
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'to a real folder without rights reads',
    async () => {
      const real = join(await makeTestFolder(onTestFinished), 'library');
      await makeNumbers({ folder: real });
      await chmod(real, 0o500);
      onTestFinished(() => chmod(real, 0o700));
      const { store, list } = await openNumbers({ folder: real, disk: realDisk });
      expect([store.readOnly?.code, list.length]).toEqual(['read-only', 10]);
      await store.close();
    },
  );
});

describe('a library that may only be read', () => {
  test('shows what can be read of a library that is damaged, and leaves every byte', async () => {
    const faults = await made();
    for (const [path, bytes] of faults.files()) {
      if (path.includes('manifest')) faults.flip(path, 30, 1);
      if (path.includes('upto-2.')) faults.put(path, Buffer.alloc(bytes.length));
    }
    const before = faults.files();
    const { numbers } = await readNumbers({ disk: faults.disk, folder, readable: true });
    expect(numbers).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    expect(faults.files()).toEqual(before);
  });

  test('refuses every change', async () => {
    const faults = await made();
    const { store, add, compact } = await openNumbers({ disk: faults.disk, folder, readable: true });
    await expect(add(11)).rejects.toMatchObject({ code: 'read-only' });
    await expect(compact()).rejects.toMatchObject({ code: 'read-only' });
    expect(store.readOnly?.code).toBe('damaged');
    await store.close();
  });
});

describe('a library is known', () => {
  test('by its file, else by its newest whole generation, else by its journal', async () => {
    const faults = await made();
    const { disk } = faults;
    const known = await identify(disk, folder);
    expect(known).toMatchObject({ kind: 'known', file: { format: 2 } });
    const { file } = known.kind === 'new' ? { file: null } : known;
    faults.put('/library/library.json', '{"format":2');
    faults.flip(manifestPath('/library/catalogue', 8), 30, 1);
    expect(await identify(disk, folder)).toEqual({ kind: 'found', file });
    for (const path of faults.files().keys()) if (path.includes('manifest')) await disk.remove(path);
    expect(await identify(disk, folder)).toMatchObject({ kind: 'found', file: { format: 2, device: file?.device } });
  });

  test.each([
    { what: 'a pack', path: 'bodies/a-0.pack' },
    { what: 'an original', path: 'originals/ab/cd.gz' },
    { what: 'a damaged generation', path: 'catalogue/000000000001.manifest.json' },
  ])('to have been there by $what', async ({ path }) => {
    const { disk, put } = createFaultDisk();
    put(`${folder}/${path}`, 'x');
    expect(await identify(disk, folder)).toMatchObject({ kind: 'found', file: { format: 2 } });
  });

  test('as one of format 1 by its snapshots', async () => {
    const { disk, put } = createFaultDisk();
    put(`${folder}/catalogue/000000000001.snapshot`, 'x');
    expect(await identify(disk, folder)).toMatchObject({ kind: 'found', file: { format: 1 } });
  });

  test('to be new where nothing is, and damaged where only an unreadable library.json is', async () => {
    const { disk, put, putFolder } = createFaultDisk();
    putFolder(`${folder}/catalogue`);
    put(`${folder}/a-file-of-someone.txt`, 'x');
    expect(await identify(disk, folder)).toEqual({ kind: 'new' });
    put(`${folder}/library.json`, '');
    await expect(identify(disk, folder)).rejects.toMatchObject({ code: 'damaged' });
  });
});
