/*
 * What can be undone and redone. A step only names the change in the journal that made it: the journal is never deleted,
 * so the stack is deep, costs next to nothing and is there again after a restart.
 */

import type { ImportId } from '../../../shared/model.ts';

export type HistoryStep = {
  readonly label: string;
  /** Sequence of the change that was made; the first one for an import in parts. */
  readonly sequence: number;
  /** The import that the step made. It is undone by its id, in however many parts it came. */
  readonly importId?: ImportId;
};

export type History = { readonly done: HistoryStep[]; readonly undone: HistoryStep[] };

/** How a change moves through history. Without it the change is none of the person's: a mark that sets itself. */
export type StepMark =
  { readonly way: 'do'; readonly label: string } | { readonly way: 'undo' } | { readonly way: 'redo' };

const STEPS_KEPT = 2000;

/** Changes the history in place. Something new that is done clears what could be redone. */
export function moveHistory({ done, undone }: History, mark: StepMark, step: Omit<HistoryStep, 'label'>): void {
  switch (mark.way) {
    case 'do':
      undone.length = 0;
      if (step.importId !== undefined && done.some(({ importId }) => importId === step.importId)) return;
      done.push({ label: mark.label, ...step });
      if (done.length > STEPS_KEPT) done.shift();
      return;
    case 'undo':
      move(done, undone);
      return;
    case 'redo':
      move(undone, done);
  }
}

function move(from: HistoryStep[], to: HistoryStep[]): void {
  const step = from.pop();
  if (step !== undefined) to.push(step);
}
