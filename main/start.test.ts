/* `npm start` where no window can be opened: no display, so that the link is printed. */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReader } from './core/reader.ts';

const program = path.resolve(import.meta.dirname, 'start.ts');
let folder = '';
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-start-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
  await rm(folder, { recursive: true, force: true });
});

function start(...words: readonly string[]) {
  return startProgram(process.execPath, [program, ...words]);
}

function startProgram(file: string, words: readonly string[]) {
  const environment = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', npm_lifecycle_event: 'start' };
  const child = spawn(file, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: environment });
  children.push(child);
  return child;
}

/** Opens a session as the window does; answers how to call. */
async function signIn(origin: string, token: string) {
  const headers = { Origin: origin, 'Content-Type': 'application/json' };
  const post = { method: 'POST', headers };
  const signedIn = await fetch(`${origin}/api/session`, { ...post, body: JSON.stringify({ token }) });
  const [Cookie = ''] = (signedIn.headers.getSetCookie()[0] ?? '').split(';');
  return async (method: string, input: unknown): Promise<unknown> => {
    const body = JSON.stringify({ method, input });
    return (await fetch(`${origin}/api/call`, { ...post, headers: { ...headers, Cookie }, body })).json();
  };
}

describe.runIf(process.platform === 'linux')('npm start without a display', () => {
  it('prints a link, imports the named files under the import it names, and lets go of the library at Ctrl+C', async () => {
    await writeFile(
      path.join(folder, 'a.txt'),
      `The canal is filled again\n\n${'Water came back to the canal on Thursday. '.repeat(10)}\n`,
    );
    const child = start('--library', 'library', 'a.txt');
    const problems = text(child.stderr);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { origin, hash } = new URL(line.toString());
    const link = new URLSearchParams(hash.slice(1));
    const call = await signIn(origin, link.get('token') ?? '');
    const query = { kind: 'import', id: link.get('import') };
    await expect
      .poll(async () => call('articles.ids', { query, sort: 'newest' }), { timeout: 15_000 })
      .toMatchObject({ ok: true, value: [expect.any(String)] });
    child.kill('SIGINT');
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
    expect((await problems).split('\n')).toContain('There is no display here, so Broadsheet is served to a browser.');
    const reader = await openReader({ directory: path.join(folder, 'library') });
    expect((await reader.list()).map(({ title }) => title)).toEqual(['The canal is filled again']);
    await reader.close();
  });

  it('says in one sentence that the library is open already', async () => {
    const reader = await openReader({ directory: path.join(folder, 'library') });
    const child = start('--library', 'library');
    const [problems] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect(child.exitCode).toBe(1);
    expect(problems).toMatch(/^The library in [^\n]* is open already in another Broadsheet[^\n]*\n$/);
    await reader.close();
  });

  it('ends and lets go of the library when npm is killed', async () => {
    const words = ['--library', 'library'].map((word) => `'${word}'`).join(' ');
    // npm puts a shell between, which passes no signal on; `; :` keeps it from becoming the program itself.
    const shell = startProgram('sh', ['-c', `'${process.execPath}' '${program}' ${words}; :`]);
    await once(shell.stdout, 'data');
    const closed = once(shell, 'close');
    shell.kill('SIGTERM');
    await closed;
    const reader = await openReader({ directory: path.join(folder, 'library') });
    expect(await reader.list()).toEqual([]);
    await reader.close();
  });

  it('says how it is used', async () => {
    const wrong = start('--nonsense');
    const [problems] = await Promise.all([text(wrong.stderr), once(wrong, 'close')]);
    expect([wrong.exitCode, problems]).toEqual([2, expect.stringContaining('Usage: npm start')]);
  });
});
