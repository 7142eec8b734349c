/* `backup` and `restore` as people run them: a process of their own. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readTree, smallLibrary, toContents, writeTree } from '../core/backup/test-library.ts';
import { takeLock } from '../core/store/lock.ts';
import { makeTestFolder } from '../core/store/test-folder.ts';
import { createProgressLine } from './progress-line.ts';

const program = path.resolve(import.meta.dirname, '../cli.ts');
const bytes = Object.values(smallLibrary).reduce((sum, content) => sum + content.length, 0);
const files = Object.keys(smallLibrary).length;

async function makeLibrary(): Promise<string> {
  const folder = await makeTestFolder(onTestFinished);
  await writeTree(path.join(folder, 'library'), smallLibrary);
  return folder;
}

type Ran = { readonly code: number | null; readonly out: string; readonly problems: string };

async function run(folder: string, ...words: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...words], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, problems] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, problems };
}

describe('backup and restore', () => {
  it('carry a library into another folder, and say so in one line', async () => {
    const folder = await makeLibrary();
    const said = `${files} files, ${bytes} bytes`;
    const backup = await run(folder, 'backup', '--library', 'library', 'b.zip');
    expect(backup).toEqual({ code: 0, out: `${path.join(folder, 'b.zip')}: ${said}, read back.\n`, problems: '' });
    const restore = await run(folder, 'restore', 'b.zip', '--library', 'new');
    expect(restore).toMatchObject({ code: 0, problems: '' });
    expect(restore.out).toMatch(
      new RegExp(`^.*new: ${said}, from the backup of \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\\.\\n$`),
    );
    expect(await readTree(path.join(folder, 'new'))).toEqual(toContents(smallLibrary));
  });

  it('answer one object, with the agreed keys in their order', async () => {
    const folder = await makeLibrary();
    const backup = await run(folder, 'backup', '--json', '--library', 'library', 'b.zip');
    expect(backup.out).toBe(`${JSON.stringify({ file: path.join(folder, 'b.zip'), files, bytes })}\n`);
    const restored = JSON.parse((await run(folder, 'restore', '--json', 'b.zip', '--library', 'new')).out) as object;
    expect(Object.keys(restored)).toEqual(['library', 'files', 'bytes', 'madeAt']);
    expect(restored).toMatchObject({ library: path.join(folder, 'new'), files, bytes });
  });

  it('leave a library alone that is open elsewhere', async () => {
    const folder = await makeLibrary();
    const lock = await takeLock(path.join(folder, 'library'), 0);
    onTestFinished(() => lock.release());
    const { code, out, problems } = await run(folder, 'backup', '--library', 'library', 'b.zip');
    expect([code, out]).toEqual([1, '']);
    expect(problems).toMatch(/^The library in [^\n]* is open already in another Broadsheet[^\n]*\.\n$/);
    expect(await readdir(folder)).toEqual(['library']);
  });

  it('write over nothing', async () => {
    const folder = await makeLibrary();
    await writeFile(path.join(folder, 'b.zip'), 'mine');
    const backup = await run(folder, 'backup', '--library', 'library', 'b.zip');
    expect([backup.code, backup.problems]).toEqual([1, expect.stringContaining('b.zip is there already.')]);
    expect(await readFile(path.join(folder, 'b.zip'), 'utf8')).toBe('mine');
    await run(folder, 'backup', '--library', 'library', 'c.zip');
    const restore = await run(folder, 'restore', 'c.zip', '--library', 'library');
    expect([restore.code, restore.problems]).toEqual([1, expect.stringContaining('library is not empty.')]);
  });

  it('take no folder for a library that is none, and put nothing into it', async () => {
    const folder = await makeTestFolder(onTestFinished);
    await mkdir(path.join(folder, 'pictures'));
    const { code, problems } = await run(folder, 'backup', '--library', 'pictures', 'b.zip');
    expect([code, problems]).toEqual([1, expect.stringContaining('There is no library in')]);
    expect(await readdir(folder, { recursive: true })).toEqual(['pictures']);
  });

  it('refuse what is no backup', async () => {
    const folder = await makeLibrary();
    const { code, problems } = await run(folder, 'restore', program, '--library', 'new');
    expect([code, problems]).toEqual([1, `${program} is not a zip.\n`]);
    expect(await readdir(folder)).toEqual(['library']);
  });
});

describe('the line of progress', () => {
  it.each([
    [true, '\r\u001B[KWriting 25% of 4 kB\r\u001B[K'],
    [undefined, ''],
  ])('is shown where there is a terminal: %j', (isTTY, shown) => {
    let written = '';
    const terminal = { write: (piece: string) => (written += piece), ...(isTTY === undefined ? {} : { isTTY }) };
    const line = createProgressLine(terminal);
    line.show({ step: 'writing', bytes: 1000, total: 4000 });
    line.end();
    expect(written).toBe(shown);
  });
});
