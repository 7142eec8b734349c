/* Walks on while earlier files are read, so that their number is known early. Holds names, not contents. */

export type ReadAhead<Value> = {
  /** The next value, undefined at the end. Throws what the source threw, after all values before it. */
  readonly next: () => Promise<Value | undefined>;
  /** How many values there are in all; null while that is not known. */
  readonly total: () => number | null;
  /** Ends the walk early. */
  readonly stop: () => void;
};

export function readAhead<Value>(source: AsyncIterable<Value>): ReadAhead<Value> {
  const values: Value[] = [];
  const walk = { over: false, stopped: false, taken: 0 };
  let failure: { readonly error: unknown } | undefined;
  let news = Promise.withResolvers<undefined>();

  function tell(): void {
    news.resolve(undefined);
    news = Promise.withResolvers<undefined>();
  }

  async function start(): Promise<void> {
    try {
      for await (const value of source) {
        if (walk.stopped) break;
        values.push(value);
        tell();
      }
    } catch (error) {
      failure = { error };
    }
    walk.over = true;
    tell();
  }

  void start();
  return {
    async next() {
      while (walk.taken === values.length && !walk.over) await news.promise;
      if (walk.taken < values.length) return values[walk.taken++];
      if (failure !== undefined) throw failure.error;
      return undefined;
    },
    total: () => (walk.over ? values.length : null),
    stop() {
      walk.stopped = true;
    },
  };
}
