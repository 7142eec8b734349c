/* Host A's bundle as it is shipped, under plain Node: the stand-in lies where the bundle looks for the electron module. */

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterEach, beforeEach, expect, it } from 'vitest';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const standIn = path.join(import.meta.dirname, 'electron.ts');
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-bundle-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

async function write(name: string, content: string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

async function buildInto(outDir: string): Promise<void> {
  for (const config of ['vite.config.ts', 'vite.preload.config.ts']) {
    const configFile = path.join(root, 'main/electron', config);
    await build({ configFile, logLevel: 'error', build: { outDir } });
  }
}

it('starts, imports a dump through its bundled process, answers a call and closes', { timeout: 120_000 }, async () => {
  await buildInto(path.join(folder, 'dist/main'));
  expect(await readdir(path.join(folder, 'dist/main'))).toEqual(
    expect.arrayContaining(['main.js', 'parse-process.js', 'preload.cjs']),
  );
  await write('package.json', '{ "type": "module" }');
  await write('node_modules/electron/package.json', '{ "type": "module", "exports": "./index.js" }');
  await write('node_modules/electron/index.js', `export * from '${pathToFileURL(standIn).href}';\n`);
  await write('dist/renderer/index.html', '<!doctype html>');
  const dump = await write('a.txt', `The canal is filled again\n\n${'Water came back on Thursday. '.repeat(12)}\n`);
  const words = [path.join(folder, 'dist/main/main.js'), `--library=${path.join(folder, 'library')}`, dump];
  const { stdout } = await run(process.execPath, [path.join(import.meta.dirname, 'run-bundle.ts'), ...words], {
    timeout: 60_000,
  });
  expect(JSON.parse(stdout)).toMatchObject({
    reply: { ok: true, value: { all: { total: 1 }, imports: [{ name: 'a.txt', new: 1, refused: 0 }] } },
    exitCode: 0,
    errorBoxes: [],
  });
});
