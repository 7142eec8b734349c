import { open, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeTestFolder } from '../store/test-folder.ts';
import { backupBeforeMigration } from './before-migration.ts';
import { restoreBackup } from './restore-backup.ts';
import { leftOut, readTree, smallLibrary, toContents, writeTree } from './test-library.ts';

const clock = (): number => Date.UTC(2026, 10, 25, 8);

async function makeLibrary(): Promise<{ readonly folder: string; readonly above: string }> {
  const above = await makeTestFolder(onTestFinished);
  await writeTree(join(above, 'News'), { ...smallLibrary, ...leftOut });
  return { above, folder: join(above, 'News') };
}

function refuseAll(): never {
  throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });
}

describe('the backup before a migration', () => {
  it('lies beside the library, holds all of it, and never replaces another', async () => {
    const { above, folder } = await makeLibrary();
    const paths = [];
    for (let count = 0; count < 3; count += 1) paths.push(await backupBeforeMigration({ folder, format: 1, clock }));
    const name = 'News-backup-format1-2026-11-25';
    expect(paths).toEqual([`${name}.zip`, `${name}-2.zip`, `${name}-3.zip`].map((file) => join(above, file)));
    await restoreBackup({ file: join(above, `${name}-2.zip`), folder: join(above, 'restored') });
    expect(await readTree(join(above, 'restored'))).toEqual(toContents(smallLibrary));
  });

  it('lies in the library where the folder above cannot be written, and is in no later backup', async () => {
    const { above, folder } = await makeLibrary();
    const openTarget = (path: string) => {
      if (dirname(path) === above) throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });
      return open(path, 'wx');
    };
    const first = await backupBeforeMigration({ folder, format: 1, clock, openTarget });
    const second = await backupBeforeMigration({ folder, format: 1, clock, openTarget });
    const name = join(folder, 'backups', 'News-backup-format1-2026-11-25');
    expect([first, second]).toEqual([`${name}.zip`, `${name}-2.zip`]);
    expect(await readdir(above)).toEqual(['News']);
    const { files } = await restoreBackup({ file: second, folder: join(above, 'restored') });
    expect(files.map(({ path }) => path)).toEqual(Object.keys(smallLibrary).toSorted());
  });

  it('says so where neither place can be written', async () => {
    const { above, folder } = await makeLibrary();
    await expect(backupBeforeMigration({ folder, format: 1, clock, openTarget: refuseAll })).rejects.toThrow(
      expect.objectContaining({ code: 'unwritable' }),
    );
    expect(await readdir(above)).toEqual(['News']);
  });

  it('fails where the library itself cannot be read, without trying elsewhere', async () => {
    const { above, folder } = await makeLibrary();
    await writeFile(join(folder, 'con.txt'), 'x');
    await expect(backupBeforeMigration({ folder, format: 1, clock })).rejects.toThrow('con.txt has a name');
    expect([await readdir(above), await readdir(join(folder, 'backups'))]).toEqual([['News'], ['older.zip']]);
  });
});
