/* What changes the place is done one at a time, and what takes long shows how far it is. */

import { ReaderError } from '../../../shared/errors.ts';
import type { Task, TaskKind } from '../../../shared/place.ts';
import type { Holder } from './holder.ts';

/** `done` of `total` bytes. */
export type Progress = (done: number, total: number) => void;

export type Tasks = {
  /** Runs work that nothing else may run beside. Throws `busy` where something does, `closed` after `close`. */
  readonly alone: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Shows a piece of work as the place's task, and how far it is. */
  readonly show: (kind: TaskKind, work: (onProgress: Progress) => Promise<void>) => Promise<void>;
  /** Aborted by `close`. */
  readonly signal: AbortSignal;
  /** Breaks off what is under way and waits for it. */
  readonly close: () => Promise<void>;
};

const progressMs = 200;

export function createTasks(holder: Holder, clock: () => number): Tasks {
  const stopping = new AbortController();
  let underWay: Promise<unknown> | undefined;
  return {
    async alone(work) {
      stopping.signal.throwIfAborted();
      if (underWay !== undefined) throw new ReaderError('busy', wordBusy(holder.get().task));
      const running = work();
      underWay = running;
      try {
        return await running;
      } finally {
        underWay = undefined;
      }
    },
    async show(kind, work) {
      let saidAt = clock();
      holder.setTask({ kind, done: 0, total: 0 });
      try {
        await work((done, total) => {
          if (clock() - saidAt < progressMs) return;
          saidAt = clock();
          holder.setTask({ kind, done, total });
        });
      } finally {
        holder.setTask(null);
      }
    },
    signal: stopping.signal,
    async close() {
      stopping.abort(new ReaderError('closed', 'The library is closed.'));
      // Whoever asked for it hears of its failure.
      await underWay?.catch(() => undefined);
    },
  };
}

function wordBusy(task: Task | null): string {
  if (task === null) return 'Something else is being done with the library. Try again in a moment.';
  const names: Record<TaskKind, string> = {
    backup: 'A backup is being made',
    restore: 'A backup is being restored',
    move: 'The library is being moved',
    copy: 'The library is being copied',
  };
  return `${names[task.kind]}. Wait until that is done.`;
}
