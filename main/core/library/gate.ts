/*
 * The one way into the catalogue. Steps are worked out, written and applied in the order in which they came; those that
 * came while the disk was busy and share no article are written together, with one sync.
 */

import type { Low } from 'lowdb';
import type { ArticleId } from '../../../shared/model.ts';
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
  /** Answers the proposal that was committed. Refuses with `unwritable`, and then nothing has changed. */
  readonly commit: (step: Step) => Promise<Proposal | null>;
  /** Resolves when nothing waits any more. */
  readonly idle: () => Promise<void>;
};

type Waiting = {
  readonly step: Step;
  readonly resolve: (committed: Proposal | null) => void;
  readonly reject: (error: unknown) => void;
};

const BATCH = 1000;

/** `sequence` answers the sequence of the last change that was applied. */
export function createGate(low: Low<Held<Catalogue, Change>>, sequence: () => number): Gate {
  const waiting: Waiting[] = [];
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (waiting.length > 0) await commitBatch(takeBatch(waiting));
    running = undefined;
  }

  async function commitBatch(batch: readonly Waiting[]): Promise<void> {
    const proposed = batch.flatMap((each) => {
      const proposal = propose(each, low.data.document);
      return proposal === null ? [] : [{ each, proposal }];
    });
    if (proposed.length === 0) return;
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
      for (const { each } of proposed) each.reject(error);
    }
  }

  return {
    commit: (step) =>
      new Promise((resolve, reject) => {
        waiting.push({ step, resolve, reject });
        running ??= run();
      }),
    idle: async () => running,
  };
}

function propose({ step, resolve, reject }: Waiting, catalogue: Catalogue): Proposal | null {
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
function takeBatch(waiting: Waiting[]): readonly Waiting[] {
  const batch = waiting.splice(0, 1);
  const touched = new Set<ArticleId>();
  const touch = ({ step: { touches } }: Waiting): boolean => {
    if (touches === 'everything' || touches.some((id) => touched.has(id))) return false;
    for (const id of touches) touched.add(id);
    return true;
  };
  if (waiting.length === 0 || !batch.every(touch)) return batch;
  const end = waiting.slice(0, BATCH).findIndex((next) => !touch(next));
  return [...batch, ...waiting.splice(0, end < 0 ? BATCH : end)];
}
