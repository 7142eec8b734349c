/*
 * What goes wrong on a simulated disk, and when: the world stops, an operation fails, the disk fills up, can only be
 * read, or is pulled out. Every operation passes through here and gets its number here.
 */

import { systemError, WorldStopped, type SystemCall, type SystemCode } from './errors.ts';

export type OperationKind =
  | 'open'
  | 'make'
  | 'read'
  | 'size'
  | 'close'
  | 'write'
  | 'truncate'
  | 'sync'
  | 'datasync'
  | 'readFile'
  | 'list'
  | 'find'
  | 'makeFolder'
  | 'rename'
  | 'remove'
  | 'syncFolder';

/** Numbers begin at 1. `path` of an operation on an open file is the one by which it was opened. */
export type Operation = { readonly number: number; readonly kind: OperationKind; readonly path: string };

/** What the disk takes of a write: the first bytes, or some of its sectors, counted from the first it touches. */
export type Part = { readonly bytes: number } | { readonly sectors: readonly number[] };

/** Where in an operation the world stops. Only a write has a part. */
export type Stop = 'before' | 'after' | Part;

export type Failure = {
  readonly on: OperationKind | ((operation: Operation) => boolean);
  readonly code: SystemCode;
  /** How many of them fail; 1 where it is not said. */
  readonly times?: number;
  /** How many bytes of a failing write the disk takes all the same; none where it is not said. */
  readonly partial?: number;
  /** Whether it is done all the same, and only reported as failed. */
  readonly isDone?: boolean;
};

/** One operation, to be done in one go. */
export type Action<Value> = {
  readonly kind: OperationKind;
  readonly path: string;
  readonly call: SystemCall;
  readonly run: () => Value;
  /** Does only a part; nothing where there is no half of it. */
  readonly runPart?: (part: Part) => void;
  /** What a failure leaves behind. */
  readonly fail?: () => void;
  /** Whether it needs a disk that can be written. */
  readonly changes?: () => boolean;
  /** The code where the disk is gone, for what is not an operation by path. */
  readonly whenGone?: SystemCode;
};

export type Faults = {
  readonly perform: <Value>(action: Action<Value>) => Value;
  readonly stopAt: (number: number, when: Stop) => void;
  readonly failNext: (failure: Failure) => void;
  readonly setReadOnly: (isReadOnly: boolean) => void;
  /** With a code every operation fails by it; undefined ends that. */
  readonly setGone: (code: SystemCode | undefined) => void;
  readonly isReadOnly: () => boolean;
  readonly isStopped: () => boolean;
  readonly log: () => readonly Operation[];
};

export function createFaults(): Faults {
  const log: Operation[] = [];
  const stops = new Map<number, Stop>();
  const failures: { readonly failure: Failure; left: number }[] = [];
  let isStopped = false;
  let isReadOnly = false;
  let gone: SystemCode | undefined;

  function perform<Value>(action: Action<Value>): Value {
    if (isStopped) throw new WorldStopped();
    const operation = { number: log.length + 1, kind: action.kind, path: action.path };
    log.push(operation);
    const stop = stops.get(operation.number);
    if (stop === undefined) return attempt(action, operation);
    isStopped = true;
    try {
      if (stop === 'after') attempt(action, operation);
      else if (stop !== 'before') action.runPart?.(stop);
    } catch (error) {
      throw new WorldStopped({ cause: error });
    }
    throw new WorldStopped();
  }

  function attempt<Value>(action: Action<Value>, operation: Operation): Value {
    if (gone !== undefined) {
      action.fail?.();
      throw systemError(action.whenGone ?? gone, action.call);
    }
    const failure = takeFailure(operation);
    if (failure !== undefined) {
      if (failure.partial !== undefined) action.runPart?.({ bytes: failure.partial });
      if (failure.isDone === true) action.run();
      else action.fail?.();
      throw systemError(failure.code, action.call);
    }
    if (isReadOnly && action.changes?.() === true) throw systemError('EROFS', action.call);
    return action.run();
  }

  function takeFailure(operation: Operation): Failure | undefined {
    const found = failures.find(({ failure: { on } }) =>
      typeof on === 'string' ? on === operation.kind : on(operation),
    );
    if (found === undefined) return undefined;
    found.left -= 1;
    if (found.left <= 0) failures.splice(failures.indexOf(found), 1);
    return found.failure;
  }

  return {
    perform,
    stopAt: (number, when) => void stops.set(number, when),
    failNext: (failure) => void failures.push({ failure, left: failure.times ?? 1 }),
    setReadOnly(value) {
      isReadOnly = value;
    },
    setGone(code) {
      gone = code;
    },
    isReadOnly: () => isReadOnly,
    isStopped: () => isStopped,
    log: () => log,
  };
}
