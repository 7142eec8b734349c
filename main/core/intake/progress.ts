/* Says how far an import is, at most ten times a second. */

import type { ReaderEvent } from '../../../shared/contract.ts';
import type { ImportId } from '../../../shared/model.ts';
import type { FileOutcome } from '../import/parsed.ts';

export type Progress = {
  /** A file is begun; `files` is the number of all, null while it is not known. */
  readonly at: (file: string, files: number | null) => void;
  /** So much of that file is done, 0 to 1; said of large ones. */
  readonly share: (share: number) => void;
  /** What was found in that file, or in a part of it. */
  readonly read: (outcome: FileOutcome) => void;
  /** That file is done. */
  readonly done: () => void;
};

export type ProgressOptions = {
  readonly id: ImportId;
  readonly name: string;
  readonly clock: () => number;
  readonly emit: (event: ReaderEvent) => void;
};

const EVERY_MS = 100;
/** Too early a guess jumps about. */
const GUESS_AFTER_MS = 1000;

export function createProgress({ id, name, clock, emit }: ProgressOptions): Progress {
  const startedAt = clock();
  const counts = { done: 0, found: 0, refused: 0 };
  let saidAt = -Infinity;
  let file = '';
  let files: number | null = null;
  let share = 0;

  function say(): void {
    const now = clock();
    if (now - saidAt < EVERY_MS) return;
    saidAt = now;
    const elapsed = now - startedAt;
    const finished = counts.done + share;
    const canGuess = files !== null && finished > 0 && elapsed >= GUESS_AFTER_MS;
    const msLeft = canGuess ? Math.round((elapsed / finished) * ((files ?? 0) - finished)) : null;
    emit({ kind: 'import-progress', id, name, file, files, share, msLeft, ...counts });
  }

  return {
    at(begun, total) {
      file = begun;
      files = total;
      say();
    },
    share(next) {
      share = next;
      say();
    },
    read(outcome) {
      if ('refused' in outcome) counts.refused += 1;
      else counts.found += outcome.articles.length;
    },
    done() {
      counts.done += 1;
      share = 0;
    },
  };
}
