import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readAhead } from './read-ahead.ts';

async function* count(to: number, failure?: Error) {
  for (let value = 1; value <= to; value += 1) {
    await nextTurn();
    yield value;
  }
  if (failure !== undefined) throw failure;
}

async function readAll(ahead: { next: () => Promise<number | undefined> }): Promise<number[]> {
  const values: number[] = [];
  for (let value = await ahead.next(); value !== undefined; value = await ahead.next()) values.push(value);
  return values;
}

test('gives all values in order, and then none', async () => {
  const ahead = readAhead(count(5));
  expect(await readAll(ahead)).toEqual([1, 2, 3, 4, 5]);
  expect(await ahead.next()).toBeUndefined();
});

test('knows how many there are before they are taken', async () => {
  const ahead = readAhead(count(3));
  expect(ahead.total()).toBeNull();
  expect(await ahead.next()).toBe(1);
  while (ahead.total() === null) await nextTurn();
  expect(ahead.total()).toBe(3);
});

test('throws what the source threw, after the values before it', async () => {
  const ahead = readAhead(count(1, new Error('the disk is gone')));
  await nextTurn();
  expect(await ahead.next()).toBe(1);
  await expect(ahead.next()).rejects.toThrow('the disk is gone');
});

test('ends the walk when it is told to', async () => {
  let ended = false;
  async function* endless() {
    try {
      for (let value = 0; ; value += 1) {
        await nextTurn();
        yield value;
      }
    } finally {
      ended = true;
    }
  }
  const ahead = readAhead(endless());
  await ahead.next();
  ahead.stop();
  while (ahead.total() === null) await nextTurn();
  expect(ended).toBe(true);
});
