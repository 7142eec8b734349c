import { mkdir, open, readdir, readFile, readlink, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ReaderError } from '../../../shared/errors.ts';
import { makeTestFolder } from '../store/test-folder.ts';
import { listLibrary } from './library-picture.ts';
import type { BackupProgress } from './progress.ts';
import { restoreBackup } from './restore-backup.ts';
import { readTree, smallLibrary, toContents, writeTree } from './test-library.ts';
import { writeBackup, type BackupOptions, type TargetFile } from './write-backup.ts';
import { streamBackup } from './zip-stream.ts';

async function makeLibrary() {
  const folder = await makeTestFolder(onTestFinished);
  const library = join(folder, 'library');
  await writeTree(library, smallLibrary);
  const options: BackupOptions = {
    folder: library,
    target: join(folder, 'b.zip'),
    files: await listLibrary(library),
    clock: () => 1e12,
  };
  return { folder, library, options };
}

/** The refusal, once it is known that only `left` is in the folder. */
async function refusalOf(options: BackupOptions, left: readonly string[] = ['library']): Promise<ReaderError> {
  const refusal = await writeBackup(options).catch((error: unknown) => error);
  expect(await readdir(join(options.folder, '..'))).toEqual(left);
  if (!(refusal instanceof ReaderError)) throw new Error(`not refused in words: ${String(refusal)}`);
  return refusal;
}

/** A disk that is full after so many bytes. */
function fullAfter(limit: number): (path: string) => Promise<TargetFile> {
  return async (path) => {
    const file = await open(path, 'wx');
    let bytes = 0;
    return {
      async appendFile(piece) {
        bytes += (piece as Buffer).length;
        if (bytes > limit) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
        await file.appendFile(piece as Buffer);
      },
      sync: () => file.sync(),
      close: () => file.close(),
    };
  };
}

/** A disk that keeps one bit of an original other than it was given. */
async function failingDisk(path: string): Promise<TargetFile> {
  const file = await open(path, 'wx');
  return {
    async appendFile(piece) {
      const kept = Buffer.from(piece as Buffer);
      const at = kept.indexOf(smallLibrary['originals/ab/cdef.gz'] ?? '');
      kept[at] = 0x1e;
      await file.appendFile(kept);
    },
    sync: () => file.sync(),
    close: () => file.close(),
  };
}

describe('a backup is refused, and nothing is left,', () => {
  it('where its target lies in the library, by whatever way', async () => {
    const { folder, library, options } = await makeLibrary();
    for (const target of ['b.zip', 'bodies/b.zip', '../library/b.zip']) {
      const refusal = await refusalOf({ ...options, target: join(library, target) });
      expect([refusal.code, refusal.message]).toEqual(['invalid-input', expect.stringContaining('within the library')]);
    }
    await symlink(join(library, 'bodies'), join(folder, 'way'), 'junction');
    expect((await refusalOf({ ...options, target: join(folder, 'way/b.zip') }, ['library', 'way'])).code).toBe(
      'invalid-input',
    );
    expect(await readTree(library)).toEqual(toContents(smallLibrary));
  });

  it('where there is no folder for it', async () => {
    const { folder, options } = await makeLibrary();
    const refusal = await refusalOf({ ...options, target: join(folder, 'missing/b.zip') });
    expect([refusal.code, refusal.message]).toEqual(['invalid-input', expect.stringContaining('There is no folder')]);
  });

  it('where its name is that of a folder', async () => {
    const { options } = await makeLibrary();
    await mkdir(options.target);
    expect((await refusalOf(options, ['b.zip', 'library'])).code).toBe('unwritable');
  });

  it.each([0, 1000])('where the disk is full after %i bytes', async (limit) => {
    const { options } = await makeLibrary();
    const refusal = await refusalOf({ ...options, openTarget: fullAfter(limit) });
    expect([refusal.code, refusal.message]).toEqual(['unwritable', expect.stringContaining('no space left')]);
  });

  it('where a file has vanished', async () => {
    const { library, options } = await makeLibrary();
    await rm(join(library, 'catalogue/7.chunk'));
    expect((await refusalOf(options)).message).toContain('catalogue/7.chunk has vanished');
  });

  it('where a file is shorter than it was', async () => {
    const { library, options } = await makeLibrary();
    await truncate(join(library, 'journal/d1.ndjson'), 5);
    expect((await refusalOf(options)).message).toContain('journal/d1.ndjson has 5 bytes where 20 were expected');
  });

  it('where a file was replaced by another since, of which a part would make no sense', async () => {
    const { library, options } = await makeLibrary();
    await writeFile(join(library, 'settings.json'), '{"theme":"dark"}');
    const refusal = await refusalOf(options);
    expect([refusal.code, refusal.message]).toEqual(['busy', expect.stringContaining('settings.json was changed')]);
  });

  it('where there is no library', async () => {
    const { library, options } = await makeLibrary();
    await rm(library, { recursive: true });
    expect((await refusalOf(options, [])).code).toBe('not-found');
  });

  it('where a folder or a link stands for a file', async () => {
    const { library, options } = await makeLibrary();
    const files = [{ path: 'bodies', bytes: 10 }];
    expect((await refusalOf({ ...options, files })).message).toContain('bodies cannot be read');
    if (process.platform === 'win32') return;
    await symlink(join(library, 'library.json'), join(library, 'bodies/link'));
    const link = [{ path: 'bodies/link', bytes: 3 }];
    expect((await refusalOf({ ...options, files: link })).message).toContain('bodies/link cannot be read');
  });

  it('where a name cannot be restored on every system, or is given twice', async () => {
    const { options } = await makeLibrary();
    for (const path of ['../secret', 'bodies/a:b', 'con.txt']) {
      expect((await refusalOf({ ...options, files: [{ path, bytes: 1 }] })).code).toBe('invalid-input');
    }
    const files = [...options.files, ...options.files];
    expect((await refusalOf({ ...options, files })).message).toContain('named twice');
  });

  it('where it does not read back as it was written', async () => {
    const { options } = await makeLibrary();
    expect((await refusalOf({ ...options, openTarget: failingDisk })).message).toContain(
      '“originals/ab/cdef.gz” is not what was',
    );
  });

  it.each(['writing', 'checking'] as const)('when it is given up while %s', async (step) => {
    const { library, options } = await makeLibrary();
    await writeFile(join(library, 'bodies/long.pack'), Buffer.alloc(20_000_000, 'never the same '));
    const controller = new AbortController();
    const onProgress = (progress: BackupProgress): void => {
      if (progress.step === step) controller.abort();
    };
    const now = vi.spyOn(performance, 'now');
    onTestFinished(() => now.mockRestore());
    let time = 0;
    now.mockImplementation(() => (time += 1000));
    const files = await listLibrary(library);
    const aborted = writeBackup({ ...options, files, onProgress, signal: controller.signal });
    await expect(aborted).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(await readdir(join(library, '..'))).toEqual(['library']);
  });
});

describe('a backup', () => {
  it('replaces an older one only when it is whole', async () => {
    const { library, options } = await makeLibrary();
    await writeFile(options.target, 'the older one');
    await refusalOf({ ...options, openTarget: fullAfter(1000) }, ['b.zip', 'library']);
    expect(await readFile(options.target, 'utf8')).toBe('the older one');
    await writeBackup(options);
    const restored = `${library}-restored`;
    await restoreBackup({ file: options.target, folder: restored });
    expect(await readTree(restored)).toEqual(toContents(smallLibrary));
  });

  it('says how far it is, to the end of each step', async () => {
    const { options } = await makeLibrary();
    const told: BackupProgress[] = [];
    const result = await writeBackup({ ...options, onProgress: (progress) => void told.push(progress) });
    const total = options.files.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(result).toEqual({ target: options.target, files: options.files.length, bytes: total });
    expect(told.filter(({ bytes }) => bytes === total).map(({ step }) => step)).toEqual(['writing', 'checking']);
  });

  it('as a stream fails with the name of the file, and harms nobody who never reads it', async () => {
    const { library, options } = await makeLibrary();
    await rm(join(library, 'settings.json'));
    const unread = streamBackup(options);
    await new Promise((resolve) => void setTimeout(resolve, 50));
    unread.destroy();
    await expect(buffer(streamBackup(options))).rejects.toThrow('settings.json has vanished');
  });

  it('as a stream closes its files when the reader leaves', async () => {
    const { library, options } = await makeLibrary();
    await writeFile(join(library, 'bodies/long.gz'), Buffer.alloc(5_000_000));
    const stream = streamBackup({ ...options, files: [{ path: 'bodies/long.gz', bytes: 5_000_000 }] });
    await new Promise((resolve) => void stream.once('data', resolve));
    stream.destroy();
    await vi.waitFor(async () => {
      expect(await findOpen('long.gz')).toEqual([]);
    });
  });
});

/** Which files of a name this process has open, where the system tells. */
async function findOpen(name: string): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  const numbers = await readdir('/proc/self/fd');
  const paths = await Promise.all(numbers.map((number) => readlink(`/proc/self/fd/${number}`).catch(() => '')));
  return paths.filter((path) => path.endsWith(name));
}
