import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { takeLock } from './lock.ts';
import { makeTestFolder } from './test-folder.ts';

/** Another process that takes the lock and keeps it until it is ended. */
async function spawnHolder(folder: string) {
  const lock = fileURLToPath(new URL('lock.ts', import.meta.url));
  const script = `
    const { takeLock } = await import(${JSON.stringify(lock)});
    try { await takeLock(${JSON.stringify(folder)}, Date.now()); console.log('held'); setInterval(() => {}, 1000); }
    catch (error) { console.log(error.code + ' ' + error.message); }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, said: said.toString().trim() };
}

test('refuses a library that another process has open, and names that process', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const { child, said } = await spawnHolder(folder);
  expect(said).toBe('held');
  await expect(takeLock(folder, 0)).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringContaining(`process ${child.pid}`),
  });
});

test('refuses another process while this one has the library open', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const lock = await takeLock(folder, 0);
  const { said } = await spawnHolder(folder);
  expect(said).toMatch(new RegExp(`^locked .*process ${process.pid}`));
  lock.release();
  const second = await takeLock(folder, 0);
  second.release();
});

test('refuses a second opening in the same process', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const lock = await takeLock(folder, 0);
  await expect(takeLock(folder, 0)).rejects.toMatchObject({ code: 'locked' });
  lock.release();
});

test('is free again as soon as its holder was killed', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const { child } = await spawnHolder(folder);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  const taken = takeLock(folder, 0);
  await expect(taken).resolves.toBeDefined();
  (await taken).release();
});
