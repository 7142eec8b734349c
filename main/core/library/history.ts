/* What can be undone and redone, in memory for as long as the library is open. */

import type { Change } from './change.ts';

export type HistoryStep = { readonly label: string; readonly undo: Change; readonly redo: Change };

export type History = {
  readonly toUndo: () => HistoryStep | undefined;
  readonly toRedo: () => HistoryStep | undefined;
  /** Something new was done: what had been undone cannot be redone any more. */
  readonly did: (step: HistoryStep) => void;
  readonly undid: (step: HistoryStep) => void;
  readonly redid: (step: HistoryStep) => void;
};

const STEPS_KEPT = 500;

export function createHistory(): History {
  const done: HistoryStep[] = [];
  let undone: HistoryStep[] = [];
  const keep = (step: HistoryStep): void => {
    done.push(step);
    if (done.length > STEPS_KEPT) done.shift();
  };
  return {
    toUndo: () => done.at(-1),
    toRedo: () => undone.at(-1),
    did(step) {
      undone = [];
      keep(step);
    },
    undid(step) {
      done.pop();
      undone.push(step);
    },
    redid(step) {
      undone.pop();
      keep(step);
    },
  };
}
