/** A list of listeners. A listener added twice is called twice; the answer of `on` takes it off again. */
export type Emitter<Value> = {
  readonly on: (listener: (value: Value) => void) => () => void;
  readonly emit: (value: Value) => void;
};

export function createEmitter<Value>(): Emitter<Value> {
  const listeners = new Set<{ readonly listener: (value: Value) => void }>();
  return {
    on(listener) {
      const entry = { listener };
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
    emit(value) {
      for (const { listener } of listeners) listener(value);
    },
  };
}
