import * as fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeTestFolder } from '../store/test-folder.ts';
import { listLibrary } from './library-picture.ts';
import { readBackup } from './open-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { leftOut, readTree, smallLibrary, toContents, writeTree, type Tree } from './test-library.ts';
import { effort } from '../store/test-effort.ts';
import { writeBackup } from './write-backup.ts';
import { streamBackup, zipPieces } from './zip-stream.ts';

const clock = (): number => Date.UTC(2026, 10, 25, 8);

type Places = { readonly library: string; readonly target: string; readonly restored: string };

async function makePlaces(tree: Tree): Promise<Places> {
  const folder = await makeTestFolder(onTestFinished);
  const library = join(folder, 'library');
  await writeTree(library, tree);
  return { library, target: join(folder, 'backup.zip'), restored: join(folder, 'restored') };
}

async function backUp({ library, target }: Places): Promise<void> {
  await writeBackup({ folder: library, target, files: await listLibrary(library), clock });
}

const names = fc.constantFrom('a', 'B', 'خبر عاجل', '📰', '見出し', 'naïve', 'with blank', '.dot', 'x'.repeat(200));
const paths = fc
  .tuple(
    fc.constantFrom('originals', 'bodies', 'catalogue', 'journal', 'damaged'),
    names,
    names,
    fc.constantFrom('', '.gz'),
  )
  .map(([top, folder, name, ending]) => `${top}/${folder}/${name}${ending}`);
const contents = fc.oneof(fc.constant(new Uint8Array()), fc.uint8Array({ maxLength: 3000 }), fc.string());

describe('a library that is backed up and restored', () => {
  it('has every file with the same bytes, whatever its name and content', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(paths, contents, { maxKeys: 12 }), async (tree) => {
        const places = await makePlaces(tree);
        await backUp(places);
        await restoreBackup({ file: places.target, folder: places.restored });
        expect(await readTree(places.restored)).toEqual(toContents(tree));
      }),
      { numRuns: 40 },
    );
  });

  it('leaves out the lock, what can be made again, and what is not finished', async () => {
    const places = await makePlaces({ ...smallLibrary, ...leftOut });
    await backUp(places);
    await restoreBackup({ file: places.target, folder: places.restored });
    expect(await readTree(places.restored)).toEqual(toContents(smallLibrary));
  });

  it('goes without links, which could lead anywhere', async () => {
    const places = await makePlaces(smallLibrary);
    await symlink(join(places.library, 'settings.json'), join(places.library, 'bodies', 'link'));
    expect((await listLibrary(places.library)).map(({ path }) => path)).toEqual(Object.keys(smallLibrary).toSorted());
  });

  it('holds the journal as it was at the moment of the picture, though it grew', async () => {
    const places = await makePlaces(smallLibrary);
    const files = await listLibrary(places.library);
    await writeFile(join(places.library, 'journal/d1.ndjson'), '{"seq":3}\n', { flag: 'a' });
    await writeBackup({ folder: places.library, target: places.target, files, clock });
    await restoreBackup({ file: places.target, folder: places.restored });
    expect(await readTree(places.restored)).toEqual(toContents(smallLibrary));
  });

  it('may be damaged: what is restored is what was there', async () => {
    const tree = { 'library.json': '{ not json', 'journal/d1.ndjson': '\0\0', 'originals/ab/cd.gz': 'not gzip' };
    const places = await makePlaces(tree);
    await backUp(places);
    const { format, library } = await restoreBackup({ file: places.target, folder: places.restored });
    expect([format, library, await readTree(places.restored)]).toEqual([null, null, toContents(tree)]);
  });

  it.runIf(process.platform !== 'win32')('is for its user alone', async () => {
    const places = await makePlaces(smallLibrary);
    await backUp(places);
    await restoreBackup({ file: places.target, folder: places.restored });
    const modes = ['', 'originals', 'originals/ab', 'originals/ab/cdef.gz', 'library.json'].map(
      async (path) => (await stat(join(places.restored, path))).mode & 0o777,
    );
    expect(await Promise.all(modes)).toEqual([0o700, 0o700, 0o700, 0o600, 0o600]);
    expect((await stat(places.target)).mode & 0o777).toBe(0o600);
  });

  it('comes out the same through a stream for a download', async () => {
    const places = await makePlaces(smallLibrary);
    const files = await listLibrary(places.library);
    await writeBackup({ folder: places.library, target: places.target, files, clock });
    const streamed = await buffer(streamBackup({ folder: places.library, files, clock }));
    expect(streamed.equals(await readFile(places.target))).toBe(true);
  });

  it('fits into a zip with sizes of 64 bits', async () => {
    const places = await makePlaces(smallLibrary);
    const pieces = zipPieces({
      folder: places.library,
      files: await listLibrary(places.library),
      clock,
      forceZip64: true,
    });
    await writeFile(places.target, pieces);
    await restoreBackup({ file: places.target, folder: places.restored });
    expect(await readTree(places.restored)).toEqual(toContents(smallLibrary));
  });
});

describe('the zip of a backup', () => {
  it('says first what it is and last what it holds', async () => {
    const places = await makePlaces(smallLibrary);
    await backUp(places);
    const manifest = await readBackup(places.target);
    expect(manifest).toMatchObject({ version: 1, format: 1, library: 'b0a7', madeAt: '2026-11-25T08:00:00.000Z' });
    expect(manifest.files.find(({ path }) => path === 'damaged/settings.json')).toEqual({
      path: 'damaged/settings.json',
      bytes: 0,
      sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    });
    const zip = await readFile(places.target);
    expect(zip.subarray(30, 40).toString()).toBe('README.txt');
    expect(zip.lastIndexOf('MANIFEST.json')).toBeGreaterThan(zip.lastIndexOf('settings.json'));
  });

  it('opens with other tools, which find the same files', async (context) => {
    const places = await makePlaces({ ...smallLibrary, 'damaged/خبر 📰.json': 'x' });
    await backUp(places);
    const script =
      'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip());print(len(z.namelist()));z.extractall(sys.argv[2])';
    const python = spawnSync('python3', ['-c', script, places.target, places.restored], { encoding: 'utf8' });
    if (python.error !== undefined) return context.skip('python3 is not here');
    expect(python.stdout.split('\n').slice(0, 2)).toEqual(['None', String(Object.keys(smallLibrary).length + 3)]);
    const { 'README.txt': readme, 'MANIFEST.json': manifest, ...files } = await readTree(places.restored);
    expect([typeof readme, typeof manifest]).toEqual(['string', 'string']);
    expect(files).toEqual(toContents({ ...smallLibrary, 'damaged/خبر 📰.json': 'x' }));
  });

  it('passes the test of unzip', async (context) => {
    const places = await makePlaces(smallLibrary);
    await backUp(places);
    const unzip = spawnSync('unzip', ['-t', places.target], { encoding: 'utf8' });
    if (unzip.error !== undefined) return context.skip('unzip is not here');
    expect([unzip.status, unzip.stdout]).toEqual([0, expect.stringContaining('No errors detected')]);
  });

  it('may be unpacked and packed again by hand', async (context) => {
    const places = await makePlaces({ ...smallLibrary, 'damaged/خبر 📰.json': 'x' });
    await backUp(places);
    const [unpacked, again] = [`${places.library}-unpacked`, `${places.library}-again.zip`];
    await mkdir(unpacked);
    // Where the locale knows only ASCII, unzip makes other names of those it cannot write.
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    const unzip = spawnSync('unzip', ['-q', places.target, '-d', unpacked], { env });
    const zip = spawnSync('zip', ['-q', '-r', again, '.'], { cwd: unpacked, env });
    if (unzip.error !== undefined || zip.error !== undefined) return context.skip('zip and unzip are not here');
    await restoreBackup({ file: again, folder: places.restored });
    expect(await readTree(places.restored)).toEqual(toContents({ ...smallLibrary, 'damaged/خبر 📰.json': 'x' }));
  });

  // A minute of small files: in `npm run soak` only.
  it.skipIf(effort('zips', 1) === 1)(
    'takes more files than a zip of old could count',
    { timeout: 600_000 },
    async () => {
      const places = await makePlaces({ 'library.json': '{}' });
      const many = Array.from({ length: 65_536 }, (_, index) => `originals/${index}.gz`);
      mkdirSync(join(places.library, 'originals'));
      for (const path of many) writeFileSync(join(places.library, path), '');
      const files = await listLibrary(places.library);
      await writeBackup({ folder: places.library, target: places.target, files, clock, verify: false });
      expect((await readBackup(places.target)).files.length).toBe(many.length + 1);
      expect(await readdir(join(places.library, '..'))).toEqual(['backup.zip', 'library']);
    },
  );
});
