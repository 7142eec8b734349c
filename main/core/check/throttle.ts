/* Does something at most four times a second; the last call is never lost. */

const INTERVAL_MS = 250;

export type Throttle = { readonly call: () => void; readonly end: () => void };

export function createThrottle(work: () => void): Throttle {
  let calledAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;

  function now(): void {
    timer = undefined;
    calledAt = performance.now();
    work();
  }

  return {
    call() {
      if (isOver || timer !== undefined) return;
      const left = calledAt + INTERVAL_MS - performance.now();
      if (left <= 0) now();
      else timer = setTimeout(now, left).unref();
    },
    end() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
