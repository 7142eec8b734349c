/*
 * Holds one library: open, read-only, or closed with the reason. What its reader says is passed on, so that a listener
 * need not know that one reader followed another.
 */

import { ReaderError, type ErrorReply } from '../../../shared/errors.ts';
import type { Place, Task } from '../../../shared/place.ts';
import type { Events } from '../events.ts';
import { openReader, type Reader, type ReaderOptions } from '../reader.ts';
import { toErrorReply } from '../router.ts';
import { checkSpot, type Spot } from './spot.ts';

export type HolderOptions = {
  readonly spot: Spot;
  readonly reader: Pick<ReaderOptions, 'clock' | 'sample' | 'warm'>;
  readonly events: Events;
  readonly log: (line: string, error?: unknown) => void;
  /** A word of warning about a folder. */
  readonly findNote: (folder: string) => Promise<string | null>;
};

export type Holder = {
  readonly spot: () => Spot;
  /** The open reader. Throws the reason where there is none. */
  readonly reader: () => Reader;
  /** Why something cannot be done now, to be thrown. */
  readonly refusal: () => ReaderError;
  readonly isOpen: () => boolean;
  readonly get: () => Place;
  /** Opens the library there; none may be open. Throws, and is closed as it was. */
  readonly open: (spot: Spot) => Promise<void>;
  /** Opens what can be read of the library that could not be opened. Throws, and is closed as it was. */
  readonly openReadable: () => Promise<void>;
  /** Closes the reader, if one is open. Never throws: what was answered before is on disk. */
  readonly letGo: (reason: ErrorReply) => Promise<void>;
  /** The library there could not be opened, for this reason. */
  readonly fail: (spot: Spot, error: unknown) => void;
  readonly setTask: (task: Task | null) => void;
  /** Tells the listeners how it is. `reload`: what they know of articles no longer holds. */
  readonly say: (reload: boolean) => void;
};

type Held = { readonly reader: Reader; readonly stop: () => void };

const nothing = { readOnly: null, recovery: null, waiting: null };

export function createHolder(options: HolderOptions): Holder {
  const { events, log } = options;
  let { spot } = options;
  let held: Held | undefined;
  let reason: ErrorReply | null = { code: 'busy', message: 'The library is being opened.' };
  let note: string | null = null;
  let task: Task | null = null;

  const say = (reload: boolean): void => events.emit({ kind: 'place', place: get(), reload });

  function get(): Place {
    const { readOnly, recovery, waiting } = held?.reader.status() ?? nothing;
    const why = readOnly ?? reason;
    const state = held === undefined ? 'closed' : why === null ? 'open' : 'read-only';
    return { folder: spot.folder, state, reason: why, note, portable: spot.portable, recovery, waiting, task };
  }

  async function open(next: Spot, how: Pick<ReaderOptions, 'readOnly'>): Promise<void> {
    await checkSpot(next);
    const noted = findNote(next.folder, options);
    const reader = await openReader({
      ...options.reader,
      ...how,
      directory: next.folder,
      keepPending: true,
      checkWhenIdle: true,
      log,
    });
    const stops = [reader.onEvent(events.emit), reader.onStatus(() => say(false))];
    held = { reader, stop: () => stops.forEach((stop) => stop()) };
    // From now on a library is there; should it vanish, no empty one may take its place.
    spot = { ...next, mayMake: false };
    note = await noted;
  }

  return {
    spot: () => spot,
    reader() {
      if (held !== undefined) return held.reader;
      throw toReaderError(reason);
    },
    refusal: () => toReaderError(get().reason),
    isOpen: () => held !== undefined,
    get,
    async open(next) {
      await open(next, {});
      reason = null;
    },
    // What kept it closed stays the reason why nothing can be changed.
    openReadable: () => open(spot, { readOnly: 'readable' }),
    async letGo(why) {
      const old = held;
      held = undefined;
      reason = why;
      if (old === undefined) return;
      await old.reader.close().catch((error: unknown) => log('The library could not be closed cleanly', error));
      old.stop();
    },
    fail(next, error) {
      if (next.folder !== spot.folder) note = null;
      spot = next;
      reason = toErrorReply(error, log);
    },
    setTask(next) {
      task = next;
      say(false);
    },
    say,
  };
}

/** A reason as it can be thrown. */
export function toReaderError(reason: ErrorReply | null): ReaderError {
  return new ReaderError(reason?.code ?? 'closed', reason?.message ?? 'The library is closed.');
}

/** A note is a help and never a hindrance. */
async function findNote(folder: string, { findNote: find, log }: HolderOptions): Promise<string | null> {
  try {
    return await find(folder);
  } catch (error) {
    log(`It could not be found out what kind of folder ${folder} is`, error);
    return null;
  }
}
