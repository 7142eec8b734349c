/* A typed emitter: whoever listens hears every event, and one listener that fails does not keep it from the others. */

import type { ReaderEvent } from '../../shared/contract.ts';

export type Events = {
  readonly emit: (event: ReaderEvent) => void;
  /** Answers how to stop listening. */
  readonly on: (listener: (event: ReaderEvent) => void) => () => void;
};

export function createEvents(log: (line: string, error?: unknown) => void): Events {
  const listeners = new Set<(event: ReaderEvent) => void>();
  return {
    emit(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          log(`A listener failed on the event ${event.kind}.`, error);
        }
      }
    },
    on(listener) {
      // A wrapper of its own, so that the same function may listen twice.
      const own = (event: ReaderEvent): void => listener(event);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
