/*
 * How long the tests go on that try many cases. `npm test` does the short form; `npm run soak` sets these variables of
 * the environment: BROADSHEET_HISTORIES=20000, BROADSHEET_FLIPS=all, BROADSHEET_SEED=7 and so on.
 */

import { createSeededChooser, type Chooser } from './faults/seeded.ts';

export type Effort = 'histories' | 'kills' | 'flips' | 'cuts' | 'zips';

/** How many of them to do; Infinity where all that there are were asked for. */
export function effort(name: Effort, short: number): number {
  const asked = read(name);
  if (asked === undefined) return short;
  const count = asked === 'all' ? Infinity : Number(asked);
  if (!(count > 0)) throw new Error(`BROADSHEET_${name.toUpperCase()} is a number or "all", not "${asked}".`);
  return count;
}

/** A run with the same seed chooses the same. It is another one each time where none is given. */
export const seed = Number(read('seed') ?? Math.floor(Math.random() * 2 ** 31));

/** What a failure must say, so that it can be run again. */
export const seedWords = `BROADSHEET_SEED=${seed}`;

/** Choices that differ from test to test and are the same for the same seed. */
export function createTestChooser(salt: number): Chooser {
  return createSeededChooser(seed + salt);
}

/** All there are, or so many of them, chosen at random and in their order. */
export function sample<Value>(all: readonly Value[], count: number, choose: Chooser): readonly Value[] {
  if (count >= all.length) return all;
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(choose(all.length));
  return all.filter((_, index) => chosen.has(index));
}

function read(name: Effort | 'seed'): string | undefined {
  return process.env[`BROADSHEET_${name.toUpperCase()}`];
}
