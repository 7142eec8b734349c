/* How a check goes on: beside other work, stopped, after a restart, in the background, and where nothing may be written. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openReader, type Reader } from './reader.ts';
import { makeTestFolder } from './store/test-folder.ts';
import { flipText, listFiles } from './test-damage.ts';
import { makeDump } from './test-dumps.ts';
import { openForTest } from './test-reader.ts';

const DAY = 24 * 60 * 60 * 1000;

async function importTo(reader: Reader, ...dumps: readonly (readonly number[])[]): Promise<void> {
  const texts = dumps.map((keys, index) => ({ kind: 'text', name: `${index}.txt`, text: makeDump(keys) }) as const);
  await reader.importFiles(texts).report();
}

async function openWith(options: Partial<Parameters<typeof openReader>[0]> & { directory: string }): Promise<Reader> {
  const reader = await openReader({ log: () => undefined, ...options });
  onTestFinished(() => reader.close());
  return reader;
}

test('imports, marks and undoing go on while a check runs, and are no problem to it', async () => {
  const { reader, ask, ids } = await openForTest({ directory: await makeTestFolder(onTestFinished) }, onTestFinished);
  await importTo(reader, [1, 2, 3], [4, 5]);
  const work = { isOver: false };
  const done = (async () => {
    for (let round = 0; !work.isOver; round += 1) {
      const { id } = await reader
        .importFiles([{ kind: 'text', name: 'x.txt', text: makeDump([50 + round, 1]) }])
        .report();
      const all = [...(await ids())];
      await ask('articles.mark', { ids: all, starred: round % 2 === 0 });
      await ask('articles.tag', { ids: all, add: [`tag ${round}`], remove: [] });
      if (round % 3 === 2) await ask('imports.undo', { id });
      if (round % 4 === 3) await ask('history.undo', {});
    }
  })();
  for (let round = 0; round < 8; round += 1) {
    expect((await reader.check.run({ repair: round % 2 === 1 })).problems).toEqual([]);
  }
  work.isOver = true;
  await done;
  expect((await reader.check.run({ repair: false })).problems).toEqual([]);
});

test('says how far it is, at most four times a second, and in the end that it is done', async () => {
  const { reader, ask, events } = await openForTest(
    { directory: await makeTestFolder(onTestFinished) },
    onTestFinished,
  );
  await importTo(reader, [1], [2], [3]);
  expect(await ask('check.status', {})).toEqual({ running: false, done: 0, total: 0, finishedAt: null, problems: [] });
  const from = performance.now();
  expect(await ask('check.start', { repair: false })).toMatchObject({ running: true });
  await vi.waitFor(async () => expect(await ask('check.status', {})).toMatchObject({ running: false }));
  const status = await ask('check.status', {});
  expect(status.done).toBe(status.total);
  expect(status.total).toBeGreaterThan(5);
  expect(status.finishedAt).not.toBeNull();
  await vi.waitFor(() => expect(events.findLast(({ kind }) => kind === 'check')).toEqual({ kind: 'check', status }));
  const told = events.filter(({ kind }) => kind === 'check').length;
  expect(told).toBeLessThanOrEqual(Math.ceil((performance.now() - from) / 250) + 1);
});

test('stops when asked to, and goes on from there', async () => {
  const directory = await makeTestFolder(onTestFinished);
  const reader = await openWith({ directory });
  await importTo(reader, [1, 2]);
  const running = reader.check.run({ repair: false });
  expect(reader.check.stop().running).toBe(false);
  expect((await running).finishedAt).toBeNull();
  expect(reader.check.start({ repair: false }).running).toBe(true);
  await vi.waitFor(() => expect(reader.check.status().finishedAt).not.toBeNull());
});

test('a check that was closed half way goes on there, with what it had found', async () => {
  const directory = await makeTestFolder(onTestFinished);
  const first = await openWith({ directory, checkWhenIdle: true });
  await importTo(first, [1, 2], [3]);
  const stray = join(directory, 'journal', 'elsewhere.ndjson');
  await writeFile(stray, '');
  await vi.waitFor(() => expect(first.check.status().problems).toHaveLength(1), { timeout: 20_000 });
  const { done } = first.check.status();
  expect(done).toBeGreaterThan(0);
  await first.close();
  await writeFile(stray, 'changed');
  const second = await openWith({ directory });
  expect(second.check.status()).toMatchObject({ running: false, done, finishedAt: null });
  expect(second.check.status().problems).toMatchObject([{ file: 'journal/elsewhere.ndjson' }]);
  second.check.start({ repair: false });
  await vi.waitFor(() => expect(second.check.status().finishedAt).not.toBeNull());
  expect(second.check.status().problems).toHaveLength(1);
});

test('how far a check was is forgotten when its file cannot be read', async () => {
  const directory = await makeTestFolder(onTestFinished);
  const first = await openWith({ directory });
  await first.check.run({ repair: false });
  await first.close();
  const file = join(directory, 'check.json');
  await writeFile(file, (await readFile(file, 'latin1')).replace('finishedAt', 'finishedEt'));
  const second = await openWith({ directory });
  expect(second.check.status()).toMatchObject({ finishedAt: null, done: 0 });
});

test('in the background it waits for quiet, rests a week, and begins again', { timeout: 60_000 }, async () => {
  const directory = await makeTestFolder(onTestFinished);
  let now = Date.UTC(2026, 0, 1);
  const reader = await openWith({ directory, checkWhenIdle: true, clock: () => now });
  // Time stands still: for as long as the last call is not five seconds ago, nothing begins.
  await reader.call('library.overview', {});
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(reader.check.status()).toMatchObject({ running: false, total: 0 });
  now += 6000;
  await vi.waitFor(() => expect(reader.check.status().finishedAt).toBe(now), { timeout: 20_000 });
  await reader.close();
  now += 6 * DAY;
  const rested = await openWith({ directory, checkWhenIdle: true, clock: () => now });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(rested.check.status()).toMatchObject({ running: false, finishedAt: now - 6 * DAY });
  await rested.close();
  now += 2 * DAY;
  const again = await openWith({ directory, checkWhenIdle: true, clock: () => now });
  await vi.waitFor(() => expect(again.check.status().finishedAt).toBe(now), { timeout: 20_000 });
});

test('to repair, it begins anew, even while a check is under way', async () => {
  const directory = await makeTestFolder(onTestFinished);
  const reader = await openWith({ directory });
  await importTo(reader, [1, 2]);
  const pack = (await listFiles(directory)).find((file) => file.endsWith('.pack')) ?? '';
  await flipText(join(directory, pack), 'report number 2 had been read');
  await reader.check.run({ repair: false });
  expect(reader.check.status().problems).toMatchObject([{ code: 'body-damaged', repaired: false }]);
  reader.check.start({ repair: false });
  reader.check.start({ repair: true });
  await vi.waitFor(
    () => expect(reader.check.status().problems).toMatchObject([{ code: 'body-damaged', repaired: true }]),
    {
      timeout: 20_000,
    },
  );
});

test('where nothing may be written it looks, refuses to repair, and writes nothing', async () => {
  const directory = await makeTestFolder(onTestFinished);
  const writer = await openWith({ directory });
  await importTo(writer, [1, 2]);
  await writer.close();
  const pack = (await listFiles(directory)).find((file) => file.endsWith('.pack')) ?? '';
  await flipText(join(directory, pack), 'report number 2 had been read');
  const before = await listFiles(directory);
  const reader = await openWith({ directory, readOnly: 'readable' });
  expect((await reader.check.run({ repair: false })).problems).toMatchObject([{ code: 'body-damaged' }]);
  await expect(reader.check.run({ repair: true })).rejects.toMatchObject({ code: 'read-only' });
  expect(await reader.call('check.start', { repair: true })).toMatchObject({ ok: false, error: { code: 'read-only' } });
  await reader.close();
  expect(await listFiles(directory)).toEqual(before);
});

test('keeps a thousand problems and says how many more there are', async () => {
  const directory = await makeTestFolder(onTestFinished);
  const reader = await openWith({ directory });
  for (let index = 0; index < 1005; index += 1) await writeFile(join(directory, `stray-${index}`), '');
  const { problems } = await reader.check.run({ repair: false });
  expect(problems).toHaveLength(1001);
  expect(problems.at(-1)?.words).toBe('5 more problems were found, 0 of them repaired.');
});
