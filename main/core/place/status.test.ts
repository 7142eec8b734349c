/* What a place makes of what its reader says of itself: a disk that takes no changes, a library that was repaired. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Place } from '../../../shared/place.ts';
import type * as ReaderModule from '../reader.ts';
import { makeTestFolder } from '../store/test-folder.ts';
import { openPlaceForTest } from './test-place.ts';

/** What the next readers say, and what they were told. The rest of them is real. */
const said = vi.hoisted(() => ({
  status: { readOnly: null, recovery: null, waiting: null } as ReaderModule.ReaderStatus,
  fails: false,
  told: [] as string[],
  listeners: new Set<() => void>(),
}));

vi.mock('../reader.ts', async (original) => {
  const real = await original<typeof ReaderModule>();
  return {
    ...real,
    openReader: async (options: ReaderModule.ReaderOptions): Promise<ReaderModule.Reader> => {
      said.told.push(`open ${options.readOnly ?? 'whole'}`);
      if (said.fails && options.readOnly === undefined) throw new Error('It fell over.');
      const { readOnly: _readOnly, ...plain } = options;
      const reader = await real.openReader(plain);
      return {
        ...reader,
        status: () => said.status,
        retry: () => void said.told.push('retry'),
        acknowledge: () => void said.told.push('acknowledge'),
        onStatus: (listener) => {
          said.listeners.add(listener);
          return () => void said.listeners.delete(listener);
        },
      };
    },
  };
});

const plain = { readOnly: null, recovery: null, waiting: null };
const waiting = { ...plain, waiting: { changes: 2, message: 'The disk is full.' } };
beforeEach(() => {
  Object.assign(said, { status: plain, fails: false });
  said.told.length = 0;
});

async function open() {
  const root = await makeTestFolder(onTestFinished);
  const opened = await openPlaceForTest({ folder: join(root, 'library') }, onTestFinished);
  await mkdir(join(root, 'new'));
  return { root, ...opened };
}

test('opens what can be read of a library that cannot be opened, and keeps the reason', async () => {
  said.fails = true;
  const { ask, count } = await open();
  expect(await ask('place.get', {})).toMatchObject({ state: 'closed', reason: { code: 'internal' } });
  expect(await ask('place.openReadable', {})).toMatchObject({ state: 'read-only', reason: { code: 'internal' } });
  expect(await count()).toBe(0);
  expect(await ask('place.retry', {})).toMatchObject({ state: 'read-only', reason: { code: 'internal' } });
  said.fails = false;
  expect(await ask('place.retry', {})).toMatchObject({ state: 'open', reason: null });
  expect(said.told).toEqual(['open whole', 'open readable', 'open whole', 'open readable', 'open whole']);
});

test('is read-only where the reader says so, and opened again to try anew', async () => {
  const reason = { code: 'read-only', message: 'The disk takes no changes.' } as const;
  said.status = { ...plain, readOnly: reason };
  const { ask, place, root } = await open();
  expect(place.get()).toMatchObject({ state: 'read-only', reason });
  await expect(place.moveTo(join(root, 'new'))).rejects.toMatchObject({ code: 'read-only' });
  said.status = plain;
  expect(await ask('place.retry', {})).toMatchObject({ state: 'open', reason: null });
});

test('tells its listeners what changed in the reader, until that one is closed', async () => {
  const { events, place } = await open();
  const recovery = { at: 5, repairs: [{ words: 'A line of the journal was damaged.', lost: true }] };
  said.status = { ...plain, recovery };
  said.listeners.forEach((listener) => listener());
  expect(events).toMatchObject([{ kind: 'place', place: { recovery, state: 'open' }, reload: false }]);
  await place.close();
  expect(said.listeners.size).toBe(0);
});

test('passes on that a notice was seen, and that what waits is to be tried again', async () => {
  const { ask } = await open();
  await ask('place.acknowledge', {});
  said.status = waiting;
  expect(await ask('place.retry', {})).toMatchObject({
    state: 'open',
    waiting: waiting.waiting,
  } satisfies Partial<Place>);
  expect(said.told).toEqual(['open whole', 'acknowledge', 'retry']);
});

test.each(['switchTo', 'moveTo', 'copyTo'] as const)('does not %s while changes are in memory only', async (leave) => {
  const { place, root } = await open();
  said.status = waiting;
  await expect(place[leave](join(root, 'new'))).rejects.toMatchObject({
    code: 'busy',
    message: expect.stringContaining('not on disk yet'),
  });
  expect([place.get().folder, said.told]).toEqual([join(root, 'library'), ['open whole']]);
});
