import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { openReader } from '../core/reader.ts';
import { makeTestFolder } from '../core/store/test-folder.ts';
import { flipText, onlyFile } from '../core/test-damage.ts';
import { makeDump } from '../core/test-dumps.ts';
import { checkCommand } from './check.ts';
import { createOutput } from './output.ts';

async function makeLibrary(): Promise<string> {
  const directory = await makeTestFolder(onTestFinished);
  const reader = await openReader({ directory, log: () => undefined });
  await reader.importFiles([{ kind: 'text', name: 'a.txt', text: makeDump([1, 2]) }]).finished;
  await reader.close();
  return directory;
}

async function check(library: string, { json = false, repair = false } = {}) {
  const [out, problems] = [new PassThrough(), new PassThrough()];
  const code = await checkCommand({ json, library, repair }, createOutput(out, problems));
  out.end();
  problems.end();
  return { code, lines: (await text(out)).split('\n').slice(0, -1), said: await text(problems) };
}

test('says that all is as it was written', async () => {
  const { code, lines, said } = await check(await makeLibrary());
  expect(code).toBe(0);
  expect(lines).toEqual([expect.stringMatching(/^Checked \d+ files: everything is as it was written\.$/)]);
  expect(said).toBe('');
});

test('names what is wrong, repairs it when asked to, and then finds nothing', async () => {
  const library = await makeLibrary();
  await flipText(await onlyFile(join(library, 'bodies'), /pack$/), 'report number 2 had been read');
  const named = await check(library);
  expect(named.code).toBe(1);
  expect(named.lines[0]).toMatch(/^problem {3}The text of ".*report number 2" in bodies\//);
  expect(named.lines[1]).toMatch(/: 1 problem, 0 repaired\.$/);
  const repaired = await check(library, { repair: true });
  expect(repaired.code).toBe(0);
  expect(repaired.lines[0]).toMatch(/^repaired {2}The text of/);
  expect(repaired.lines[1]).toMatch(/: 1 problem, 1 repaired\.$/);
  expect((await check(library)).lines).toHaveLength(1);
});

test('gives one object for each problem and one for the sum', async () => {
  const library = await makeLibrary();
  await writeFile(join(library, 'holiday.jpg'), '');
  const { code, lines } = await check(library, { json: true });
  expect(code).toBe(1);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { code: 'stray-file', file: 'holiday.jpg', words: expect.any(String) as string, repaired: false },
    { files: expect.any(Number) as number, problems: 1, repaired: 0, finished: true },
  ]);
});

test('tells what opening the library repaired', async () => {
  const library = await makeLibrary();
  await appendFile(await onlyFile(join(library, 'journal'), /ndjson$/), '{"v":2,"dev');
  const { code, lines } = await check(library);
  expect(code).toBe(0);
  expect(lines[0]).toMatch(/^repaired {2}The last line of journal\/.* was cut short/);
  expect(lines[1]).toMatch(/1 problem, 1 repaired\.$/);
});

test('makes no library where there is none', async () => {
  const folder = await makeTestFolder(onTestFinished);
  await expect(check(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'not-found' });
  expect(existsSync(join(folder, 'nothing'))).toBe(false);
  await mkdir(join(folder, 'empty'));
  await expect(check(join(folder, 'empty'))).rejects.toMatchObject({ code: 'not-found' });
  expect(await readdir(join(folder, 'empty'))).toEqual([]);
  await rm(join(folder, 'empty'), { recursive: true });
});
