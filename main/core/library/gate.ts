/*
 * The one way into the catalogue. Steps are worked out, written and applied in the order in which they came; those that
 * came while the disk was busy and share no article are written together, with one sync.
 */

import type { Low } from 'lowdb';
import { ReaderError } from '../../../shared/errors.ts';
import type { ArticleId } from '../../../shared/model.ts';
import type { Waiting } from '../../../shared/place.ts';
import type { Held } from '../store/snapshot.ts';
import type { Change } from './change.ts';
import type { Proposal } from './propose.ts';
import type { Catalogue } from './state.ts';

export type Step = {
  /** Articles the change may name. A step that touches everything is written alone. */
  readonly touches: readonly ArticleId[] | 'everything';
  /** Called when the step's turn has come, with all steps before it applied. Null when nothing would change. */
  readonly propose: (catalogue: Catalogue) => Proposal | null;
  /** Called once the change is on disk and applied, before any later step is. */
  readonly onCommitted: (proposal: Proposal, sequence: number) => void;
};

export type Gate = {
  /**
   * Answers the proposal that was committed. Refuses with `unwritable`, and then nothing has changed; or, where steps are
   * kept, answers once the disk took it after all.
   */
  readonly commit: (step: Step) => Promise<Proposal | null>;
  /** Steps that the disk did not take yet. */
  readonly waiting: () => Waiting | null;
  /** Tries them now. */
  readonly retry: () => void;
  /** Resolves when nothing waits any more. What the disk does not take at a last try is refused. */
  readonly close: () => Promise<void>;
};

export type GateOptions = {
  /** Keep steps that the disk did not take and try them again; for a host with a window, where they are shown as done. */
  readonly keep: boolean;
  readonly onWaiting: (waiting: Waiting | null) => void;
};

type Queued = {
  readonly step: Step;
  readonly resolve: (committed: Proposal | null) => void;
  readonly reject: (error: unknown) => void;
};

const BATCH = 1000;
const PAUSES_MS = [500, 1000, 2000, 5000, 10_000];

/** `sequence` answers the sequence of the last change that was applied. */
export function createGate(low: Low<Held<Catalogue, Change>>, sequence: () => number, options: GateOptions): Gate {
  const queue: Queued[] = [];
  let running: Promise<void> | undefined;
  let stalled: { readonly message: string; readonly wake: () => void } | undefined;
  let closing = false;

  async function run(): Promise<void> {
    let failures = 0;
    while (queue.length > 0) {
      const refused = await commitBatch(takeBatch(queue));
      if (refused === undefined) {
        failures = 0;
        report(undefined);
      } else await pause(refused, (failures += 1));
    }
    running = undefined;
  }

  /** Answers why the disk took nothing, when the batch is kept for another try. */
  async function commitBatch(batch: readonly Queued[]): Promise<ReaderError | undefined> {
    const proposed = batch.flatMap((each) => {
      const proposal = propose(each, low.data.document);
      return proposal === null ? [] : [{ each, proposal }];
    });
    if (proposed.length === 0) return undefined;
    try {
      const first = sequence() + 1;
      await low.update(({ pending }) => {
        pending.push(...proposed.map(({ proposal }) => proposal.change));
      });
      for (const [index, { each, proposal }] of proposed.entries()) {
        each.step.onCommitted(proposal, first + index);
        each.resolve(proposal);
      }
    } catch (error) {
      if (options.keep && !closing && error instanceof ReaderError && error.code === 'unwritable') {
        queue.unshift(...proposed.map(({ each }) => each));
        return error;
      }
      for (const { each } of proposed) each.reject(error);
    }
    return undefined;
  }

  async function pause({ message }: ReaderError, failures: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const wake = (): void => resolve(undefined);
    report({ message, wake });
    const timer = setTimeout(wake, PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1]).unref();
    await promise;
    clearTimeout(timer);
  }

  function report(now: typeof stalled): void {
    if (now === undefined && stalled === undefined) return;
    stalled = now;
    options.onWaiting(waiting());
  }

  function waiting(): Waiting | null {
    return stalled === undefined ? null : { changes: queue.length, message: stalled.message };
  }

  return {
    commit: (step) =>
      new Promise((resolve, reject) => {
        queue.push({ step, resolve, reject });
        running ??= run();
        if (stalled !== undefined) options.onWaiting(waiting());
      }),
    waiting,
    retry: () => stalled?.wake(),
    async close() {
      closing = true;
      stalled?.wake();
      await running;
    },
  };
}

function propose({ step, resolve, reject }: Queued, catalogue: Catalogue): Proposal | null {
  try {
    const proposal = step.propose(catalogue);
    if (proposal === null) resolve(null);
    return proposal;
  } catch (error) {
    reject(error);
    return null;
  }
}

/** Takes from the front what can be worked out against the same catalogue: no article is touched twice. */
function takeBatch(queue: Queued[]): readonly Queued[] {
  const batch = queue.splice(0, 1);
  const touched = new Set<ArticleId>();
  const touch = ({ step: { touches } }: Queued): boolean => {
    if (touches === 'everything' || touches.some((id) => touched.has(id))) return false;
    for (const id of touches) touched.add(id);
    return true;
  };
  if (queue.length === 0 || !batch.every(touch)) return batch;
  const end = queue.slice(0, BATCH).findIndex((next) => !touch(next));
  return [...batch, ...queue.splice(0, end < 0 ? BATCH : end)];
}
