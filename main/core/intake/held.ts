/* Files whose split is doubtful, before anything of them is stored: a person sees the split first, and says how it is to be. */

import type { ImportId, Sha256 } from '../../../shared/model.ts';
import { heldBelow, type Corrections } from '../../../shared/split.ts';
import type { ParseResult } from '../import/parsed.ts';

/** A file as it was read, with its bytes. */
export type ReadWhole = Extract<ParseResult, { readonly bytes: unknown }>;
export type HeldFile = { readonly importId: ImportId; readonly name: string; readonly read: ReadWhole };
/** How a held file is stored. */
export type Decision = { readonly read: ReadWhole; readonly corrections: Corrections };

export type Held = {
  /** Waits until the file is accepted, which gives the decision, or dismissed or stopped by the signal: null. */
  readonly hold: (file: HeldFile, signal: AbortSignal) => Promise<Decision | null>;
  readonly get: (id: ImportId) => HeldFile | undefined;
  readonly find: (sha256: Sha256) => HeldFile | undefined;
  readonly list: () => readonly HeldFile[];
  /** False when there is no such file, or no more. */
  readonly accept: (id: ImportId, decision: Decision) => boolean;
  /** Nothing of what is held is stored; the files themselves are where they were. */
  readonly dismissAll: () => void;
};

type Entry = { readonly file: HeldFile; readonly decide: (decision: Decision | null) => void };

export function createHeld(): Held {
  const entries = new Map<ImportId, Entry>();

  function decide(id: ImportId, decision: Decision | null): boolean {
    const entry = entries.get(id);
    entries.delete(id);
    entry?.decide(decision);
    return entry !== undefined;
  }

  return {
    async hold(file, signal) {
      const { promise, resolve } = Promise.withResolvers<Decision | null>();
      const dismiss = (): void => void decide(file.importId, null);
      entries.set(file.importId, { file, decide: resolve });
      signal.addEventListener('abort', dismiss);
      if (signal.aborted) dismiss();
      return promise.finally(() => signal.removeEventListener('abort', dismiss));
    },
    get: (id) => entries.get(id)?.file,
    find: (sha256) => [...entries.values()].find(({ file }) => file.read.outcome.sha256 === sha256)?.file,
    list: () => [...entries.values()].map(({ file }) => file),
    accept: decide,
    dismissAll() {
      for (const id of entries.keys()) decide(id, null);
    },
  };
}

/** Whether a person should see the split before it is stored: it is not sure, and could be another one. */
export function isWorthHolding({ outcome: { confidence, articles, possibleBorders } }: ReadWhole): boolean {
  return confidence < heldBelow && (articles.length > 1 || possibleBorders.length > 0);
}
