import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { openReader } from './reader.ts';
import { makeTestFolder } from './store/test-folder.ts';
import type { Said, Shown } from './kill-worker.ts';

const ROUNDS = 50;
const worker = fileURLToPath(new URL('kill-worker.ts', import.meta.url));

/** Lets a child work for a while, kills it in the midst of it, and answers all it had said. */
async function workAndKill(directory: string): Promise<readonly Said[]> {
  const child = spawn(process.execPath, [worker, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => output.push(data));
  const closed = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), closed]);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 800));
  child.kill('SIGKILL');
  const [, signal] = (await closed) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  const lines = Buffer.concat(output).toString().split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Said);
}

async function readShown(directory: string, logged: string[]): Promise<Shown> {
  const reader = await openReader({ directory, log: (line) => logged.push(line) });
  const listed = await reader.list();
  for (const { id } of listed) {
    expect(await reader.call('articles.get', { id }), 'every article can be read').toMatchObject({ ok: true });
  }
  await reader.close();
  return Object.fromEntries(listed.map(({ id, read, starred, tags }) => [id, `${read} ${starred} ${tags.join(',')}`]));
}

type Expected = {
  /** What was acknowledged. */
  readonly sure: Shown;
  readonly begun: Extract<Said, { readonly begin: unknown }> | undefined;
};

/** What the library must be, from what was acknowledged, and what was begun and may or may not have been done. */
function expectFrom(said: readonly Said[]): Expected {
  let sure: Shown = {};
  let begun: Expected['begun'];
  for (const each of said) {
    if ('wrong' in each) throw new Error(each.wrong);
    if ('now' in each) {
      sure = each.now;
      begun = undefined;
    } else if ('acknowledged' in each) {
      const to = begun !== undefined && 'to' in begun ? begun.to[each.acknowledged] : undefined;
      sure = { ...sure, [each.acknowledged]: to ?? 'acknowledged without a wish' };
    } else begun = each;
  }
  return { sure, begun };
}

/** Whether the library that was found is one that may be there. Whatever was acknowledged must be in it. */
function isRight(found: Shown, { sure, begun }: Expected): boolean {
  switch (begun?.begin) {
    case undefined:
    case 'reopen':
      return isDeepStrictEqual(found, sure);
    case 'burst': {
      // An article that was not acknowledged may be changed already; one that was is shown as in `sure`.
      const asSure = Object.entries(found).map(([id, shown]) => [id, shown === begun.to[id] ? sure[id] : shown]);
      return isDeepStrictEqual(Object.fromEntries(asSure), sure);
    }
    case 'undo':
    case 'redo':
      return isDeepStrictEqual(found, sure) || isDeepStrictEqual(found, begun.to);
    case 'import':
      return Object.entries(sure).every(([id, shown]) => found[id] === shown);
    case 'remove':
      return Object.entries(found).every(([id, shown]) => sure[id] === shown);
  }
}

test(`keeps every acknowledged change when the process is killed, ${ROUNDS} times`, { timeout: 240_000 }, async () => {
  const directory = await makeTestFolder(onTestFinished);
  let acknowledged = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const said = await workAndKill(directory);
    const logged: string[] = [];
    const found = await readShown(directory, logged);
    const expected = expectFrom(said);
    expect({ isRight: isRight(found, expected), round, found, expected }).toMatchObject({ isRight: true });
    acknowledged += said.filter((each) => 'acknowledged' in each || 'now' in each).length;
    // A line cut short is all that a kill may leave behind.
    expect(logged.filter((line) => !line.includes('cut short'))).toEqual([]);
  }
  expect(acknowledged).toBeGreaterThan(ROUNDS * 4);
});
