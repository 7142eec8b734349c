/*
 * Where the choices of a simulated loss come from: a seed, the numbers a fast-check generator made, or all of them one
 * after another. Choice 0 is always the plainest: nothing that was not synced is kept.
 */

/** Answers a whole number in [0, bound). */
export type Chooser = (bound: number) => number;

/**
 * Choices from a 32-bit seed (mulberry32, public domain, Tommy Ettinger). The benchmarks have the same few lines, which
 * the core must not import.
 */
export function createSeededChooser(seed: number): Chooser {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound);
  };
}

/**
 * Choices from numbers made beforehand, such as those of `fc.array(fc.nat())`, so that a failure shrinks to few and
 * small choices. Once they are used up every choice is 0.
 */
export function createListChooser(numbers: readonly number[]): Chooser {
  let used = 0;
  return (bound) => {
    const number = numbers[used] ?? 0;
    used += 1;
    return number % bound;
  };
}

/** Choices drawn one by one while they are needed, such as `(most) => gen(fc.nat, { max: most })` with `fc.gen()`. */
export function createDrawnChooser(draw: (most: number) => number): Chooser {
  return (bound) => draw(bound - 1);
}

/**
 * Runs `run` once for every sequence of choices it can be given, and answers how often that was. Throws when there are
 * more than `most`, because a test that leaves some out must not look as if it had seen all.
 */
export async function forEveryChoice(run: (choose: Chooser) => unknown, most = 100_000): Promise<number> {
  const taken: { choice: number; bound: number }[] = [];
  for (let runs = 1; ; runs += 1) {
    if (runs > most) throw new Error(`There are more than ${most} ways to choose.`);
    let depth = 0;
    await run((bound) => {
      const choice = (taken[depth] ??= { choice: 0, bound });
      if (choice.bound !== bound) throw new Error('What is run does not choose the same way twice.');
      depth += 1;
      return choice.choice;
    });
    if (!advance(taken)) return runs;
  }
}

/** Moves on to the next sequence, as an odometer does; false after the last. */
function advance(taken: { choice: number; readonly bound: number }[]): boolean {
  for (let last = taken.at(-1); last !== undefined; last = taken.at(-1)) {
    last.choice += 1;
    if (last.choice < last.bound) return true;
    taken.pop();
  }
  return false;
}
