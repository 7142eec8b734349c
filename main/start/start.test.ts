import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale } from './build.ts';
import { downloadServer, findInstalled, findObstacle } from './electron-runtime.ts';
import { findOpener } from './opener.ts';
import { runElectron } from './run-electron.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-start-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

async function write(name: string, at = 1000, content = ''): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content, { mode: 0o755 });
  await utimes(file, at, at);
  return file;
}

describe('a part', () => {
  const part = { sources: ['src/**/*'], made: ['dist/a.js', 'dist/b.js'] };

  it.each([
    ['was never built', { 'src/a.ts': 1000 }, true],
    ['lacks one of its files', { 'src/a.ts': 1000, 'dist/a.js': 2000 }, true],
    ['is newer than its sources', { 'src/a.ts': 1000, 'dist/a.js': 2000, 'dist/b.js': 2000 }, false],
    ['has a newer source', { 'src/deep/a.ts': 1500, 'dist/a.js': 2000, 'dist/b.js': 1000 }, true],
    ['has a newer test only', { 'src/a.ts': 1000, 'src/a.test.ts': 3000, 'dist/a.js': 2000, 'dist/b.js': 2000 }, false],
  ])('that %s is stale: %j %s', async (_what, files, stale) => {
    for (const [name, at] of Object.entries(files)) await write(name, at);
    expect(isStale(folder, part)).toBe(stale);
  });
});

describe('Electron', () => {
  it.each([
    ['linux', { DISPLAY: ':0' }, 1000, ''],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, ''],
    ['linux', {}, 1000, 'There is no display here, so Broadsheet is served to a browser.'],
    ['linux', { DISPLAY: ':0' }, 0, 'Electron does not run as root, so Broadsheet opens in your browser.'],
    ['darwin', {}, 501, ''],
    ['win32', {}, undefined, ''],
  ] as const)('on %s with %j as user %s is kept back by %j', (platform, environment, user, reason) => {
    expect(findObstacle(platform, environment, user) ?? '').toBe(reason);
  });

  it('is installed where its installer recorded a program that is there', async () => {
    expect(findInstalled(folder)).toBeUndefined();
    await write('path.txt', 1000, 'electron');
    expect(findInstalled(folder)).toBeUndefined();
    expect(await write('dist/electron')).toBe(findInstalled(folder));
  });

  it.each([
    [{}, { host: 'github.com', port: 443 }],
    [{ ELECTRON_MIRROR: 'https://mirror.example.org/electron/' }, { host: 'mirror.example.org', port: 443 }],
    [{ HTTPS_PROXY: 'http://proxy:3128' }, { host: 'proxy', port: 3128 }],
    [{ https_proxy: 'http://proxy' }, { host: 'proxy', port: 80 }],
    [{ ELECTRON_MIRROR: 'nonsense' }, { host: 'github.com', port: 443 }],
  ])('is downloaded with %j from %j', (environment, server) => {
    expect(downloadServer(environment)).toEqual(server);
  });

  it.runIf(process.platform !== 'win32').each([
    ['exit 0', 0],
    ['exit 3', 3],
    ['exit 127', 'could not start'],
    ['kill -ABRT $$', 'could not start'],
    ['kill -TERM $$', 1],
  ])('that ends with `%s` answers %s', async (script, result) => {
    const program = await write('electron', 1000, `#!/bin/sh\n${script}\n`);
    expect(await runElectron({ program, library: folder, files: [] })).toBe(result);
  });

  it('that is not there could not start', async () => {
    expect(await runElectron({ program: path.join(folder, 'none'), library: folder, files: [] })).toBe(
      'could not start',
    );
  });

  it.runIf(process.platform !== 'win32')('gets the library and the files', async () => {
    const program = await write(
      'electron',
      1000,
      '#!/bin/sh\n[ "$2" = --library=/news ] && [ "$3" = "/a b.txt" ] && exit 9\n',
    );
    expect(await runElectron({ program, library: '/news', files: ['/a b.txt'] })).toBe(9);
  });
});

describe('the browser', () => {
  it.each([
    ['linux', { DISPLAY: ':0', PATH: '/bin:/usr/bin' }, { program: '/usr/bin/xdg-open', words: [] }],
    ['linux', { DISPLAY: ':0', PATH: '/bin' }, undefined],
    ['linux', { PATH: '/usr/bin' }, undefined],
    ['darwin', {}, { program: 'open', words: [] }],
    ['win32', {}, { program: 'rundll32', words: ['url.dll,FileProtocolHandler'] }],
  ] as const)('on %s with %j is opened by %j', (platform, environment, opener) => {
    expect(findOpener(platform, environment, (file) => file === '/usr/bin/xdg-open')).toEqual(opener);
  });
});
