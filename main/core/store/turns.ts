/* Runs asynchronous work one after another, in the order it was handed in. A failure is its own caller's alone. */

export type Turns = <Value>(work: () => Promise<Value>) => Promise<Value>;

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    last = promise;
    await before;
    try {
      return await work();
    } finally {
      resolve(undefined);
    }
  };
}
