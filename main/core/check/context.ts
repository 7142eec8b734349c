/* What a check works with, and the pieces that it is made of. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Problem, ProblemCode } from '../../../shared/place.ts';
import { ReaderError } from '../../../shared/errors.ts';
import type { Importer } from '../intake/importing.ts';
import type { Reread } from '../intake/reread.ts';
import type { Rereport } from '../intake/rereport.ts';
import type { Change } from '../library/change.ts';
import type { Library } from '../library/library.ts';
import type { Catalogue } from '../library/state.ts';
import type { Store } from '../store/store.ts';

export type Context = {
  readonly store: Store<Catalogue, Change>;
  readonly library: Library;
  readonly importer: Importer;
  readonly reread: Reread;
  readonly rereport: Rereport;
};

/** How a unit is to be checked, and where it says what it found. */
export type Task = {
  readonly repair: boolean;
  /** Says that the check is to stop; what was begun is given up. */
  readonly signal: AbortSignal;
  /** Lets others have their turn, when it is time to. Throws when the check is to stop. */
  readonly breathe: () => Promise<void>;
  readonly report: (problem: Problem) => void;
};

/** A piece of a check: one file, or one question about all of them. Units are done in the order of group and name. */
export type Unit = {
  readonly group: number;
  readonly name: string;
  /** How many files it looks at; 0 for those that were looked at before. */
  readonly files: number;
  /** What to say when it cannot be done at all. */
  readonly code: ProblemCode;
  readonly file: string | null;
  readonly check: (task: Task) => Promise<void>;
};

const LONGEST_TURN_MS = 8;

export function createBreath(signal: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST_TURN_MS) return;
    await nextTurn();
    signal.throwIfAborted();
    since = performance.now();
  };
}

/** Undefined when a repair went through, else why it did not: a disk that takes nothing must not end the check. */
export async function tryRepair(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof ReaderError) && !(error instanceof Error && 'code' in error)) throw error;
    return error.message;
  }
}
