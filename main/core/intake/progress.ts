/* Says how far an import is, at most ten times a second. */

import type { ReaderEvent } from '../../../shared/contract.ts';
import type { ImportId } from '../../../shared/model.ts';
import type { FileOutcome } from '../import/parsed.ts';

export type Progress = {
  /** A file is begun; `files` is the number of all, null while it is not known. */
  readonly at: (file: string, files: number | null) => void;
  readonly read: (outcome: FileOutcome) => void;
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
  let saidAt = -Infinity;
  let done = 0;
  let found = 0;
  let refused = 0;
  return {
    at(file, files) {
      const now = clock();
      if (now - saidAt < EVERY_MS) return;
      saidAt = now;
      const elapsed = now - startedAt;
      const canGuess = files !== null && done > 0 && elapsed >= GUESS_AFTER_MS;
      const msLeft = canGuess ? Math.round((elapsed / done) * (files - done)) : null;
      emit({ kind: 'import-progress', id, name, file, done, files, found, refused, msLeft });
    },
    read(outcome) {
      done += 1;
      if ('refused' in outcome) refused += 1;
      else found += outcome.articles.length;
    },
  };
}
