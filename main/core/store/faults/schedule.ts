/*
 * When the operations of a simulated disk take effect: never within the call that asks for them, one at a time, and,
 * where a chooser is given, in any order in which those that have to do with each other keep theirs.
 */

// Not the global one, which a test may have replaced by a clock of its own.
import { setImmediate } from 'node:timers';
import type { Node } from './inodes.ts';
import type { Chooser } from './seeded.ts';

/** What an operation has to do with: paths, and files whatever their names. */
export type Touched = readonly (string | Node)[];

export type ScheduleOptions = {
  /** Lets operations that wait at the same time take effect and settle in another order. */
  readonly reorder?: Chooser;
  /** After so many operations the event loop goes round once, so that timers and other work get their turn. */
  readonly yieldEvery?: number;
};

export type Schedule = <Value>(touches: () => Touched, run: () => Value) => Promise<Value>;

type Waiting = { readonly touches: () => Touched; readonly settle: () => void };

export function createSchedule({ reorder, yieldEvery = 32 }: ScheduleOptions): Schedule {
  const queue: Waiting[] = [];
  let isRunning = false;
  let turns = 0;

  async function work(): Promise<void> {
    isRunning = true;
    while (queue.length > 0) {
      turns += 1;
      // With an order to choose, everyone who can ask for something has to be heard first.
      if (reorder !== undefined || turns % yieldEvery === 0) await new Promise((resolve) => setImmediate(resolve));
      else await Promise.resolve();
      const [next] = queue.splice(reorder === undefined ? 0 : chooseNext(queue, reorder), 1);
      next?.settle();
    }
    isRunning = false;
  }

  return (touches, run) =>
    new Promise((resolve, reject) => {
      queue.push({
        touches,
        settle() {
          try {
            resolve(run());
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        },
      });
      if (!isRunning) void work();
    });
}

/** Index of one of those that have nothing to do with any that were asked for earlier. */
function chooseNext(queue: readonly Waiting[], choose: Chooser): number {
  if (queue.length === 1) return 0;
  const touched = queue.map(({ touches }) => touches());
  const free = touched.flatMap((touches, index) =>
    touched.slice(0, index).some((earlier) => isRelated(earlier, touches)) ? [] : [index],
  );
  return free[choose(free.length)] ?? 0;
}

function isRelated(some: Touched, others: Touched): boolean {
  return some.some((a) => others.some((b) => a === b || isWithin(a, b) || isWithin(b, a)));
}

/** Whether a path lies in the folder another one names. */
function isWithin(path: string | Node, folder: string | Node): boolean {
  if (typeof path !== 'string' || typeof folder !== 'string') return false;
  return path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
