/*
 * Where the library lies and how it is: what the notice, the error screen and the settings page show. Times are epoch
 * milliseconds.
 */

import type { ErrorReply } from './errors.ts';

/** One thing that was found damaged at open, in a sentence. `lost`: something could not be brought back. */
export type Repair = { readonly words: string; readonly lost: boolean };
export type Recovery = { readonly at: number; readonly repairs: readonly Repair[] };

/** Changes that are made on screen and that the disk did not take yet; they are tried again and again. */
export type Waiting = { readonly changes: number; readonly message: string };

export type TaskKind = 'backup' | 'restore' | 'move' | 'copy';
/** A long piece of work on the whole folder; `done` of `total` bytes. */
export type Task = { readonly kind: TaskKind; readonly done: number; readonly total: number };

export type Place = {
  readonly folder: string;
  /** `read-only`: everything can be read, nothing changed. `closed`: the library could not be opened. */
  readonly state: 'open' | 'read-only' | 'closed';
  /** Why it is read-only or closed, in a sentence. */
  readonly reason: ErrorReply | null;
  /** A word of warning about the folder: it lies in a synchronised folder or on a network share. */
  readonly note: string | null;
  /** The library lies beside the program and travels with it. */
  readonly portable: boolean;
  /** What was repaired when it was opened, until a person has seen it. */
  readonly recovery: Recovery | null;
  readonly waiting: Waiting | null;
  readonly task: Task | null;
};

/** What a folder or file is chosen for in a dialog of the system. */
export type PlacePurpose = 'open' | TaskKind;

export type ProblemCode =
  | 'original-missing'
  | 'original-damaged'
  | 'original-unknown'
  | 'body-missing'
  | 'body-damaged'
  | 'report-damaged'
  | 'head-differs'
  | 'catalogue-damaged'
  | 'catalogue-differs'
  | 'journal-damaged'
  | 'journal-gap'
  | 'ledger-wrong'
  | 'stray-file';

/** One inconsistency. `file` is a path within the library's folder, with `/`. */
export type Problem = {
  readonly code: ProblemCode;
  readonly file: string | null;
  readonly words: string;
  readonly repaired: boolean;
};

/** The self-check: files re-hashed of all there are. It goes on where it stopped when the library was closed. */
export type CheckStatus = {
  readonly running: boolean;
  readonly done: number;
  readonly total: number;
  /** When a whole check last ended; null: never. */
  readonly finishedAt: number | null;
  /** What the check under way, or the last one, has found. */
  readonly problems: readonly Problem[];
};
