/*
 * Hybrid logical time (Kulkarni and others, "Logical Physical Clocks", 2014): the wall clock's milliseconds and a
 * counter. It never goes back, even when the clock does, and it is later than every time it was shown, so that changes
 * of several devices have one order.
 */

export type HybridTime = readonly [milliseconds: number, counter: number];

export const beginning: HybridTime = [0, 0];

/** The time after `last` by a clock that says `now`. */
export function nextTime(last: HybridTime, now: number): HybridTime {
  return now > last[0] ? [now, 0] : [last[0], last[1] + 1];
}

/** Below 0 when `a` is before `b`. */
export function compareTimes(a: HybridTime, b: HybridTime): number {
  return a[0] - b[0] || a[1] - b[1];
}

export function laterTime(a: HybridTime, b: HybridTime): HybridTime {
  return compareTimes(a, b) < 0 ? b : a;
}
