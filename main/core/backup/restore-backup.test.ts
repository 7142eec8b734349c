import { mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { makeTestFolder } from '../store/test-folder.ts';
import { restoreBackup } from './restore-backup.ts';
import { toBackupZip } from './test-zip.ts';

async function makeBackup(content = 'body'): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = await makeTestFolder(onTestFinished);
  const file = join(folder, 'b.zip');
  await writeFile(file, toBackupZip({ 'library.json': '{}', 'bodies/a.pack': content }));
  return { folder, file };
}

describe('a backup is restored', () => {
  it('into an empty folder, and into what a link to one leads to', async () => {
    const { folder, file } = await makeBackup();
    await mkdir(join(folder, 'empty'));
    await mkdir(join(folder, 'linked'));
    await symlink(join(folder, 'linked'), join(folder, 'link'), 'junction');
    await restoreBackup({ file, folder: join(folder, 'empty') });
    await restoreBackup({ file, folder: join(folder, 'link') });
    expect(await readdir(join(folder, 'empty'))).toEqual(['bodies', 'library.json']);
    expect(await readdir(join(folder, 'linked'))).toEqual(['bodies', 'library.json']);
    expect((await readdir(folder)).toSorted()).toEqual(['b.zip', 'empty', 'link', 'linked']);
  });

  it('never into a folder that holds anything, nor over a file', async () => {
    const { folder, file } = await makeBackup();
    await mkdir(join(folder, 'full/.hidden'), { recursive: true });
    for (const place of ['full', 'b.zip', 'b.zip/below']) {
      await expect(restoreBackup({ file, folder: join(folder, place) })).rejects.toThrow(
        expect.objectContaining({ code: 'invalid-input' }),
      );
    }
    expect([await readdir(folder), await readdir(join(folder, 'full'))]).toEqual([['b.zip', 'full'], ['.hidden']]);
  });

  it('from a file that is there', async () => {
    const { folder } = await makeBackup();
    const restore = (name: string) => restoreBackup({ file: join(folder, name), folder: join(folder, 'new') });
    await expect(restore('missing.zip')).rejects.toThrow(expect.objectContaining({ code: 'not-found' }));
    await expect(restore('.')).rejects.toThrow(expect.objectContaining({ code: 'invalid-input' }));
    expect(await readdir(folder)).toEqual(['b.zip']);
  });

  it('or, when it is given up midway, leaves nothing, not even the folders above', async () => {
    const { folder, file } = await makeBackup('x'.repeat(1_000_000));
    const controller = new AbortController();
    const now = vi.spyOn(performance, 'now');
    onTestFinished(() => now.mockRestore());
    let time = 0;
    now.mockImplementation(() => (time += 1000));
    const restore = restoreBackup({
      file,
      folder: join(folder, 'new/deeper/library'),
      onProgress: () => controller.abort(),
      signal: controller.signal,
    });
    await expect(restore).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(await readdir(folder)).toEqual(['b.zip']);
  });

  it('or leaves an empty folder as it was', async () => {
    const { folder, file } = await makeBackup();
    const place = join(folder, 'empty');
    await mkdir(place);
    const before = await stat(place);
    await writeFile(file, toBackupZip({ a: 'x', 'a/b': 'y' }));
    await expect(restoreBackup({ file, folder: place })).rejects.toThrow('could not be restored');
    expect([(await stat(place)).ino, await readdir(place)]).toEqual([before.ino, []]);
    expect(await readdir(folder)).toEqual(['b.zip', 'empty']);
  });
});
