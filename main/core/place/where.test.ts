import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeTestFolder } from '../store/test-folder.ts';
import { createRemember, findBeside, findWhere } from './where.ts';

describe('the folder beside the program', () => {
  it.each([
    ['linux', undefined, {}, undefined],
    ['linux', '/opt/broadsheet/broadsheet', {}, '/opt/broadsheet/library'],
    ['linux', '/tmp/.mount_x/broadsheet', { APPIMAGE: '/usb/Broadsheet.AppImage' }, '/usb/library'],
    ['darwin', '/Volumes/USB/Broadsheet.app/Contents/MacOS/Broadsheet', {}, '/Volumes/USB/library'],
    ['darwin', '/Users/ann/bin/broadsheet', {}, '/Users/ann/bin/library'],
    ['win32', 'E:\\Broadsheet\\Broadsheet.exe', {}, 'E:\\Broadsheet\\library'],
    ['win32', 'C:\\Temp\\x\\Broadsheet.exe', { PORTABLE_EXECUTABLE_DIR: 'E:\\' }, 'E:\\library'],
  ] as const)('on %s of %s with %j is %s', (platform, executable, environment, folder) => {
    expect(findBeside(executable, { platform, environment })).toBe(folder);
  });
});

async function prepare() {
  const root = await makeTestFolder(onTestFinished);
  const environment = { XDG_CONFIG_HOME: join(root, 'config'), XDG_DATA_HOME: join(root, 'data') };
  const surroundings = { platform: 'linux', environment, home: root } as const;
  return {
    root,
    surroundings,
    file: join(root, 'config/broadsheet/place.json'),
    usual: join(root, 'data/broadsheet'),
  };
}

describe.skipIf(process.platform === 'win32')('the library', () => {
  it('lies in the usual folder, where one may be made, when nobody chose another', async () => {
    const { surroundings, usual } = await prepare();
    expect(await findWhere({ surroundings })).toEqual({ folder: usual, portable: false, mayMake: true, trouble: null });
  });

  it('lies in the folder that was chosen last, where none may be made', async () => {
    const { surroundings, root } = await prepare();
    const remember = createRemember(surroundings);
    await remember(join(root, 'first'));
    await remember(join(root, 'second'));
    const chosen = { folder: join(root, 'second'), portable: false, mayMake: false, trouble: null };
    expect(await findWhere({ surroundings })).toEqual(chosen);
    expect(await findWhere({ surroundings, executable: join(root, 'program') })).toEqual(chosen);
  });

  it('lies beside the program before that, where such a folder is', async () => {
    const { surroundings, root } = await prepare();
    await createRemember(surroundings)(join(root, 'chosen'));
    await mkdir(join(root, 'library'));
    const executable = join(root, 'program');
    const beside = { folder: join(root, 'library'), portable: true, mayMake: true, trouble: null };
    expect(await findWhere({ surroundings, executable })).toEqual(beside);
  });

  it('does not lie beside the program where that folder holds other things', async () => {
    const { surroundings, root, usual } = await prepare();
    await mkdir(join(root, 'library'));
    await writeFile(join(root, 'library', 'code.so'), '');
    expect(await findWhere({ surroundings, executable: join(root, 'program') })).toMatchObject({ folder: usual });
  });

  it('lies where it did when a choice is taken back', async () => {
    const { surroundings, root, usual } = await prepare();
    const remember = createRemember(surroundings);
    const takeBackFirst = await remember(join(root, 'first'));
    const takeBackSecond = await remember(join(root, 'second'));
    await takeBackSecond();
    expect(await findWhere({ surroundings })).toMatchObject({ folder: join(root, 'first'), mayMake: false });
    await takeBackFirst();
    expect(await findWhere({ surroundings })).toMatchObject({ folder: usual, mayMake: true });
  });

  it('lies before all in the folder that was named', async () => {
    const { surroundings, root } = await prepare();
    await mkdir(join(root, 'library'));
    const named = { folder: '/named', portable: false, mayMake: true, trouble: null };
    expect(await findWhere({ surroundings, executable: join(root, 'program'), library: '/named' })).toEqual(named);
  });

  it.each(['', '{', '[]', '{"folder":""}', '{"folder":"relative"}', '{"folder":5}'])(
    'lies in the usual folder, and that is said, when %j stands where the choice is kept',
    async (content) => {
      const { surroundings, file, usual } = await prepare();
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(file, content);
      const where = await findWhere({ surroundings });
      expect(where).toMatchObject({ folder: usual, mayMake: true });
      expect(where.trouble).toContain(file);
    },
  );

  it('is remembered wholly or not at all', async () => {
    const { surroundings, file, root } = await prepare();
    await createRemember(surroundings)(join(root, 'first'));
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ folder: join(root, 'first') });
    const blocked = { ...surroundings, environment: { XDG_CONFIG_HOME: file } };
    await expect(createRemember(blocked)(join(root, 'second'))).rejects.toMatchObject({ code: 'unwritable' });
    expect(await findWhere({ surroundings })).toMatchObject({ folder: join(root, 'first') });
  });
});
