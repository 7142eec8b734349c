/*
 * lowdb's adapter over snapshot and journal. `read` gives the newest valid generation with the later journal lines
 * applied; `write` appends the changes that `update` recorded, and only then applies them: memory is never ahead of the
 * disk.
 */

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import { findGenerations, generationPath, writeGeneration } from './generations.ts';
import { openJournal, type Journal, type JournalOptions } from './journal.ts';
import { loadCatalogue, type Codec } from './load.ts';
import { createTurns } from './turns.ts';

/** What lowdb holds in memory: the document, and the changes that are recorded but not on disk yet. */
export type Held<Document, Change> = { readonly document: Document; readonly pending: Change[] };

export type SnapshotOptions<Document, Change> = {
  readonly folder: string;
  readonly device: string;
  readonly clock: () => number;
  readonly codec: Codec<Document, Change>;
  /** Says damage, in words. */
  readonly notice: (line: string) => void;
  readonly openFile?: NonNullable<JournalOptions['openFile']>;
};

export type SnapshotAdapter<Document, Change> = Adapter<Held<Document, Change>> & {
  readonly read: () => Promise<Held<Document, Change>>;
  /** Sequence of the last change that is on disk and applied. */
  readonly sequence: () => number;
  readonly journalSize: () => { readonly bytes: number; readonly lines: number };
  /** Writes a new generation and rotates the journal. Changes may be written meanwhile. */
  readonly compact: (document: Document) => Promise<void>;
  readonly close: () => Promise<void>;
};

const GENERATIONS_KEPT = 3;

export function createSnapshotAdapter<Document, Change extends object>(
  options: SnapshotOptions<Document, Change>,
): SnapshotAdapter<Document, Change> {
  const { folder, device, clock, codec, openFile } = options;
  const withOpenFile = openFile === undefined ? {} : { openFile };
  const catalogue = join(folder, 'catalogue');
  const inTurn = createTurns();
  let journal: Journal | undefined;
  /** Sequence of the last change that the document holds; the journal may be one step ahead. */
  let applied = 0;
  const opened = (): Journal => {
    if (journal === undefined) throw new Error('the catalogue was used before it was read');
    return journal;
  };

  async function compact(document: Document): Promise<void> {
    const generations = await findGenerations(catalogue);
    const sequence = applied;
    if (generations[0] !== sequence) {
      await writeGeneration(catalogue, { sequence, device }, codec.toChunks(document));
      generations.unshift(sequence);
    }
    const kept = generations.slice(0, GENERATIONS_KEPT);
    await opened().rotate(kept.at(-1) ?? 0);
    for (const old of generations.slice(GENERATIONS_KEPT)) await rm(generationPath(catalogue, old));
  }

  return {
    async read() {
      const { document, sequence, damaged } = await loadCatalogue<Document, Change>(options);
      applied = sequence;
      journal = await openJournal({ folder: join(folder, 'journal'), device, sequence, clock, ...withOpenFile });
      if (damaged) await compact(document);
      return { document, pending: [] };
    },
    async write({ document, pending }) {
      const changes = pending.splice(0);
      await opened().append(changes);
      for (const change of changes) codec.apply(document, change);
      applied += changes.length;
    },
    sequence: () => applied,
    journalSize: () => opened().size(),
    compact: (document) => inTurn(() => compact(document)),
    close: async () => journal?.close(),
  };
}
