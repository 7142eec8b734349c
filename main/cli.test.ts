/* The command line as people run it: a process of its own. */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const program = path.resolve(import.meta.dirname, 'cli.ts');
let folder = '';
let library = '';
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-cli-'));
  library = path.join(folder, 'library');
});
afterEach(async () => {
  for (const child of children.splice(0)) await end(child);
  await rm(folder, { recursive: true, force: true });
});

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  return child.exitCode;
}

function start(...words: readonly string[]) {
  const child = spawn(process.execPath, [program, ...words], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  return child;
}

type Ran = { readonly code: number | null; readonly out: string; readonly problems: string };

async function run(...words: readonly string[]): Promise<Ran> {
  const child = start(...words);
  const [out, problems] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, problems };
}

function linesOf(out: string): readonly Record<string, unknown>[] {
  expect(out === '' || out.endsWith('\n')).toBe(true);
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function writeDump(name: string, place: string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(
    file,
    `Lighthouse of ${place} is lit again\n\n${`The lighthouse of ${place} was lit on Sunday after repairs. `.repeat(8)}\n`,
  );
  return file;
}

describe('parse', () => {
  it('prints one object for each file, with the agreed keys in their order, and stores nothing', async () => {
    await writeDump('dumps/a.txt', 'Skagen');
    await writeDump('dumps/b.txt', 'Lindesnes');
    const { code, out } = await run('parse', '--json', 'dumps');
    const files = linesOf(out);
    expect([code, files.map(({ file }) => file)]).toEqual([0, ['dumps/a.txt', 'dumps/b.txt']]);
    expect(Object.keys(files[0] ?? {}).join()).toBe(
      'file,sha256,bytes,format,encoding,confidence,warnings,articles,possibleBorders,dropped,ledger',
    );
    const [article] = (files[0]?.['articles'] ?? []) as readonly object[];
    expect(Object.keys(article ?? {}).join()).toBe(
      'lines,confidence,title,subtitle,byline,agency,dateline,place,date,source,section,language,url,inferred,media,blocks,dropped',
    );
    expect(Object.keys(files[0]?.['ledger'] as object).join()).toBe('bytes,articles,dropped,separators,unassigned');
    expect(await readdir(folder)).toEqual(['dumps']);
  });

  it('ends with 0 when one of the files could be read, with 1 when none could', async () => {
    await writeDump('a.txt', 'Hirtshals');
    const some = await run('parse', '--json', 'missing.txt', 'a.txt');
    expect([some.code, linesOf(some.out)]).toMatchObject([
      0,
      [{ file: 'missing.txt', refused: { code: 'unreadable' } }, { file: 'a.txt' }],
    ]);
    expect(Object.keys(linesOf(some.out)[0] ?? {})).toEqual(['file', 'refused']);
    expect((await run('parse', 'missing.txt')).code).toBe(1);
  });

  it('keeps a name from steering the terminal', async () => {
    await writeDump('a\u001B[2Jb.txt', 'Anholt');
    expect((await run('parse', 'a\u001B[2Jb.txt')).out).not.toContain('\u001B');
  });

  it('hands over all of a long answer to a slow reader', async () => {
    const paragraphs = Array.from(
      { length: 40_000 },
      (_, index) => `Keeper ${index} wrote that the sea was calm and the lamp was clean.`,
    );
    await writeFile(
      path.join(folder, 'long.txt'),
      `The log of the lighthouse is published\n\n${paragraphs.join('\n\n')}\n`,
    );
    const child = start('parse', '--json', 'long.txt');
    child.stdout.pause();
    await new Promise((resolve) => void setTimeout(resolve, 1500));
    const [file] = linesOf(await text(child.stdout));
    expect(JSON.stringify(file).length).toBeGreaterThan(2_000_000);
    expect(JSON.stringify(file)).toContain('Keeper 39999 wrote');
  });

  it('takes it quietly when nobody reads on', async () => {
    for (let index = 0; index < 40; index += 1)
      await writeDump(`many/${index}.txt`, `Place ${index} ${'x'.repeat(index)}`);
    const child = start('parse', '--json', 'many');
    const problems = text(child.stderr);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    await once(child, 'close');
    expect([child.exitCode, await problems]).toEqual([0, '']);
  });
});

describe('import and list', () => {
  it('store a file once and list its article', async () => {
    await writeDump('a.txt', 'Bovbjerg');
    const first = await run('import', '--json', '--library', 'library', 'a.txt', 'missing.txt');
    expect(first).toMatchObject({ code: 0, problems: '' });
    expect(linesOf(first.out).map((line) => Object.keys(line).join())).toEqual(
      Array.from({ length: 2 }, () => 'file,found,new,known,refused,warnings,ledger'),
    );
    expect(linesOf(first.out)).toMatchObject([
      { file: 'a.txt', found: 1, new: 1, known: 0, refused: null, ledger: { unassigned: 0 } },
      { file: 'missing.txt', found: 0, new: 0, known: 0, refused: { code: 'unreadable' }, ledger: null },
    ]);
    expect(linesOf((await run('import', '--json', '--library', library, 'a.txt')).out)).toMatchObject([
      { found: 1, new: 0, known: 1 },
    ]);
    const listed = await run('list', '--json', '--library', library);
    expect(linesOf(listed.out)).toMatchObject([
      { title: 'Lighthouse of Bovbjerg is lit again', file: 'a.txt', read: false, starred: false, tags: [] },
    ]);
    expect(Object.keys(linesOf(listed.out)[0] ?? {}).join()).toBe(
      'id,title,source,date,importedAt,read,starred,tags,file,lines,words',
    );
    expect((await run('list', '--library', library)).out).toContain('Lighthouse of Bovbjerg is lit again');
  });

  it('end with 1 when no file could be read', async () => {
    expect((await run('import', '--library', library, 'missing.txt')).code).toBe(1);
  });

  it('list nothing of a library that was never made, and make none', async () => {
    expect(await run('list', '--library', library)).toMatchObject({
      code: 0,
      out: '',
      problems: expect.stringContaining('no library'),
    });
    expect(await readdir(folder)).toEqual([]);
  });
});

async function serve(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = start('serve', '--library', library);
  for await (const line of createInterface({ input: child.stdout })) return { child, url: line };
  throw new Error(`serve ended: ${await text(child.stderr)}`);
}

describe('serve', () => {
  // The page must have been built; the whole of the tests builds it first.
  it('prints a link, answers, keeps others from the library and lets it go at the end', async () => {
    const { child, url } = await serve();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
    expect((await fetch(url)).headers.get('content-security-policy')).toContain("default-src 'none'");
    const refused = await run('list', '--library', library);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.problems).toMatch(/^The library in [^\n]* is open already in another Broadsheet[^\n]*\.\n$/);
    expect(await end(child)).toBe(0);
    expect((await run('list', '--library', library)).code).toBe(0);
  });

  it('takes the files of an import that finds the library open', async () => {
    const { child } = await serve();
    await writeDump('a.txt', 'Hanstholm');
    expect(await run('import', '--library', library, 'a.txt')).toEqual({
      code: 0,
      out: '',
      problems: 'Handed to the Broadsheet that has this library open.\n',
    });
    expect(await end(child)).toBe(0);
    expect((await run('list', '--library', library)).out).toContain('Lighthouse of Hanstholm is lit again');
  });
});

describe('wrong use', () => {
  it.each([[[]], [['unknown']], [['parse']], [['parse', '--nonsense', 'a']], [['import', '--library']]])(
    'of %j ends with 2 and says how',
    async (words) => {
      const { code, out, problems } = await run(...words);
      expect([code, out]).toEqual([2, '']);
      expect(problems).toContain('Usage: broadsheet');
    },
  );

  it('is not to ask for help', async () => {
    expect(await run('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Usage: broadsheet'),
      problems: '',
    });
  });
});
