/* What host A asks before it ends with changes that are not on disk. */

import { beforeEach, expect, test } from 'vitest';
import type { ReaderEvent } from '../../shared/contract.ts';
import type { Place, Waiting } from '../../shared/place.ts';
import { confirmQuit } from '../../main/electron/confirm-quit.ts';
import { told } from './electron.ts';

beforeEach(() => {
  told.questions.length = 0;
});

/** A place with changes waiting, that takes them at the given attempt. */
function makePlace(waits: Waiting | null, writesAt: number) {
  let waiting = waits;
  let attempts = 0;
  const listeners = new Set<(event: ReaderEvent) => void>();
  const get = (): Place => ({
    folder: '/news',
    state: 'open',
    reason: null,
    note: null,
    portable: false,
    recovery: null,
    waiting,
    task: null,
  });
  return {
    get,
    attempts: () => attempts,
    listening: () => listeners.size,
    onEvent: (listener: (event: ReaderEvent) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    call: async () => {
      attempts += 1;
      if (attempts === writesAt) waiting = null;
      setTimeout(() => listeners.forEach((listener) => listener({ kind: 'place', place: get(), reload: false })), 5);
      return { ok: true, value: get() } as const;
    },
  };
}

test('asks nothing when all is written', async () => {
  await confirmQuit(makePlace(null, 0));
  expect(told.questions).toEqual([]);
});

test('asks again until the changes are written', async () => {
  told.answer = () => 0;
  const place = makePlace({ changes: 3, message: 'The disk is full.' }, 2);
  await confirmQuit(place);
  expect([place.attempts(), place.listening()]).toEqual([2, 0]);
  expect(told.questions).toHaveLength(2);
  expect(told.questions[0]).toMatchObject({
    message: '3 changes could not be written',
    detail: 'The disk is full.',
    buttons: ['Try again', 'Quit and lose them'],
    defaultId: 0,
    cancelId: 0,
  });
});

test('lets them go only when told so', async () => {
  told.answer = () => 1;
  const place = makePlace({ changes: 1, message: 'The disk is full.' }, 9);
  await confirmQuit(place);
  expect([place.attempts(), told.questions[0]?.message]).toEqual([0, '1 change could not be written']);
});
