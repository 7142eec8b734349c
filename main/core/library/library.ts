/*
 * The library: the catalogue in memory, the one gate that changes it, undo and redo. What it says is on disk is on
 * disk. Reading articles is in read-articles.ts, importing in the folder intake.
 */

import { Low } from 'lowdb';
import { ReaderError } from '../../../shared/errors.ts';
import type { ReaderEvent } from '../../../shared/contract.ts';
import type { ArticleId, ImportId, Overview } from '../../../shared/model.ts';
import type { Query, Sort } from '../../../shared/query.ts';
import type { Store } from '../store/store.ts';
import { createTurns, type Turns } from '../store/turns.ts';
import { invertChange, type Change, type ImportedChange } from './change.ts';
import { createGate } from './gate.ts';
import { createHistory, type HistoryStep } from './history.ts';
import { countOverview } from './overview.ts';
import { proposeMark, proposeTags, type MarkRequest, type Proposal, type TagRequest } from './propose.ts';
import { createSelection } from './select.ts';
import { createCatalogue, stateOf, type Catalogue } from './state.ts';

export type Library = {
  readonly catalogue: Catalogue;
  readonly overview: () => Overview;
  readonly ids: (query: Query, sort: Sort) => readonly ArticleId[];
  /** These answer how many articles changed, once that is on disk. They refuse with `unwritable`. */
  readonly mark: (request: MarkRequest) => Promise<number>;
  readonly tag: (request: TagRequest) => Promise<number>;
  readonly removeImport: (id: ImportId) => Promise<number>;
  /** These answer the label of what was undone or redone, null when there was nothing. */
  readonly undo: () => Promise<string | null>;
  readonly redo: () => Promise<string | null>;
  /** Commits a part of an import; only within `inTurn`. */
  readonly addPart: (part: ImportedChange) => Promise<void>;
  /** Makes an import that was added part by part undoable as one step. */
  readonly addImportStep: (id: ImportId, name: string) => void;
  /** Articles come and go one at a time: an import's part cannot be worked out while another import is taken back. */
  readonly inTurn: Turns;
  /** Waits for what was begun, then writes a snapshot if the journal is worth one. */
  readonly close: () => Promise<void>;
};

export type LibraryOptions = {
  readonly store: Store<Catalogue, Change>;
  readonly emit: (event: ReaderEvent) => void;
  readonly log: (line: string, error?: unknown) => void;
};

/** A start replays 20,000 lines in well under 100 ms; beyond that a snapshot is cheaper. */
const JOURNAL_LINES = 20_000;
const JOURNAL_BYTES = 16 << 20;
/** Closing is not worth a snapshot for a few stars: they are replayed in a moment. */
const JOURNAL_LINES_AT_CLOSE = 200;
const JOURNAL_BYTES_AT_CLOSE = 256 << 10;

/** Reads the catalogue from disk. Throws `damaged` when it cannot be read in any generation. */
export async function openLibrary({ store, emit, log }: LibraryOptions): Promise<Library> {
  const { adapter } = store;
  const low = new Low(adapter, { document: createCatalogue(), pending: [] as Change[] });
  await low.read();
  const catalogue = low.data.document;
  const gate = createGate(low, adapter.sequence);
  const history = createHistory();
  const selection = createSelection(catalogue);
  const inTurn = createTurns();
  let compacting: Promise<void> | undefined;
  let overview: Overview | undefined;

  function onCommitted(change: Change, sequence: number): void {
    overview = undefined;
    if (change.kind !== 'marked' && change.kind !== 'tagged') selection.forget();
    emit(toEvent(catalogue, change, sequence));
    const { bytes, lines } = adapter.journalSize();
    if (lines > JOURNAL_LINES || bytes > JOURNAL_BYTES) compacting ??= compact();
  }

  async function compact(): Promise<void> {
    try {
      await adapter.compact(catalogue);
    } catch (error) {
      log('The snapshot could not be written; the journal holds everything and goes on.', error);
    } finally {
      compacting = undefined;
    }
  }

  async function act(touches: readonly ArticleId[] | 'everything', propose: () => Proposal | null): Promise<number> {
    const committed = await gate.commit({
      touches,
      propose,
      onCommitted({ change, label }, sequence) {
        history.did({ label, undo: invertChange(change), redo: change });
        onCommitted(change, sequence);
      },
    });
    return committed?.count ?? 0;
  }

  /** Commits what the person did not ask for. Steps done and undone before stay as they are: they set values, whatever was there. */
  async function actAside(touches: readonly ArticleId[], propose: () => Proposal | null): Promise<number> {
    const committed = await gate.commit({
      touches,
      propose,
      onCommitted: ({ change }, sequence) => onCommitted(change, sequence),
    });
    return committed?.count ?? 0;
  }

  /** Steps back or forth: the step is the one on top when its turn has come. */
  async function step(top: () => HistoryStep | undefined, way: 'undo' | 'redo'): Promise<string | null> {
    let taken: HistoryStep | undefined;
    const committed = await inTurn(() =>
      gate.commit({
        touches: 'everything',
        propose() {
          taken = top();
          return taken === undefined ? null : { change: taken[way], label: taken.label, count: 0 };
        },
        onCommitted({ change }, sequence) {
          if (taken !== undefined) (way === 'undo' ? history.undid : history.redid)(taken);
          onCommitted(change, sequence);
        },
      }),
    );
    return committed?.label ?? null;
  }

  return {
    catalogue,
    overview: () =>
      (overview ??= countOverview(catalogue, {
        undo: history.toUndo()?.label ?? null,
        redo: history.toRedo()?.label ?? null,
      })),
    ids: selection.ids,
    mark: (request) =>
      (request.automatic === true ? actAside : act)(request.ids, () => proposeMark(catalogue, request)),
    tag: (request) => act(request.ids, () => proposeTags(catalogue, request)),
    removeImport: (id) => inTurn(() => act('everything', () => proposeRemoval(catalogue, id))),
    undo: () => step(history.toUndo, 'undo'),
    redo: () => step(history.toRedo, 'redo'),
    async addPart(part) {
      await gate.commit({
        touches: 'everything',
        propose: () => ({ change: part, label: '', count: part.heads.length }),
        onCommitted: ({ change }, sequence) => onCommitted(change, sequence),
      });
    },
    addImportStep(id, name) {
      overview = undefined;
      history.did({
        label: `import ${name}`,
        undo: { kind: 'import-removed', id },
        redo: { kind: 'import-restored', id },
      });
    },
    inTurn,
    async close() {
      await gate.idle();
      await compacting;
      const { bytes, lines } = adapter.journalSize();
      if (lines > JOURNAL_LINES_AT_CLOSE || bytes > JOURNAL_BYTES_AT_CLOSE) await compact();
    },
  };
}

function proposeRemoval(catalogue: Catalogue, id: ImportId): Proposal {
  const record = catalogue.imports.get(id);
  if (record === undefined) throw new ReaderError('not-found', 'The library does not hold this import.');
  let count = 0;
  for (const { found } of catalogue.heads.values()) if (found.every(({ importId }) => importId === id)) count += 1;
  return { change: { kind: 'import-removed', id }, label: `remove import ${record.summary.name}`, count };
}

function toEvent(catalogue: Catalogue, change: Change, sequence: number): ReaderEvent {
  switch (change.kind) {
    case 'marked':
      return { kind: 'marked', sequence, marks: change.marks, tags: [] };
    case 'tagged': {
      const ids = new Set(change.edits.flatMap((edit) => edit.ids));
      const tags = [...ids].map((id) => ({ id, tags: stateOf(catalogue, id).tags }));
      return { kind: 'marked', sequence, marks: [], tags };
    }
    case 'imported':
    case 'import-removed':
    case 'import-restored':
      return { kind: 'articles-changed', sequence };
  }
}
