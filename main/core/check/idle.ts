/* When a check may go on in the background: nobody asked for anything lately, and nothing is being imported. */

import { setTimeout as wait } from 'node:timers/promises';

const QUIET_MS = 5000;
const SHORTEST_PAUSE_MS = 200;
const PAUSE_FACTOR = 10;
const REST_MS = 7 * 24 * 60 * 60 * 1000;

export type Idle = {
  /** Somebody asked for something. */
  readonly touch: () => void;
  readonly isQuiet: () => boolean;
};

export function createIdle(clock: () => number, isBusy: () => boolean): Idle {
  let touchedAt = -Infinity;
  return {
    touch: () => void (touchedAt = clock()),
    // A clock that was put back must not keep it waiting for ever.
    isQuiet: () => !isBusy() && Math.abs(clock() - touchedAt) >= QUIET_MS,
  };
}

/** How long to pause after a unit that took this long. */
export function pauseAfter(ms: number): number {
  return Math.max(SHORTEST_PAUSE_MS, ms * PAUSE_FACTOR);
}

/** Whether the last whole check is so long ago that the next one may begin. */
export function hasRested(finishedAt: number | undefined, now: number): boolean {
  return finishedAt === undefined || Math.abs(now - finishedAt) >= REST_MS;
}

/** Waits without keeping the process alive. Answers at once when the signal says so. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { ref: false, signal }).catch(() => undefined);
}
