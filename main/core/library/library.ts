/*
 * The library: the catalogue in memory, the one gate that changes it, undo and redo. What it says is on disk is on
 * disk. Reading articles is in read-articles.ts, importing in the folder intake.
 */

import { Low } from 'lowdb';
import { ReaderError } from '../../../shared/errors.ts';
import type { ReaderEvent } from '../../../shared/contract.ts';
import type { ArticleId, ImportId, Overview } from '../../../shared/model.ts';
import type { Query, Sort } from '../../../shared/query.ts';
import type { KeptProfile } from '../../../shared/profile.ts';
import type { JournalSize } from '../store/snapshot.ts';
import type { Store } from '../store/store.ts';
import { createTurns, type Turns } from '../store/turns.ts';
import type { Waiting } from '../../../shared/place.ts';
import { invertChange, type Change, type Happening, type ImportedChange, type Piece } from './change.ts';
import { createGate } from './gate.ts';
import type { HistoryStep, StepMark } from './history.ts';
import { countOverview } from './overview.ts';
import { proposeMark, proposeTags, type MarkRequest, type Proposal, type TagRequest } from './propose.ts';
import { proposeProfiles } from './profiles.ts';
import type { Resplit } from './resplit.ts';
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
  /** Articles of an import that are in no other and were since starred, tagged or put in the trash. */
  readonly touched: (id: ImportId) => readonly ArticleId[];
  /** The import that the next undo would take back. */
  readonly nextImport: () => ImportId | null;
  /** Says that texts or reports lie elsewhere now. Refused with `read-only` where nothing may be written. */
  readonly moveTexts: (change: Extract<Happening, { kind: 'bodies-moved' | 'reports-moved' }>) => Promise<void>;
  /**
   * Splits a file of an import in another way; only within `inTurn`. `propose` is called when all changes before it are
   * applied: a star may be on its way to the disk meanwhile.
   */
  readonly resplit: (propose: () => Resplit) => Promise<void>;
  /** Saves, renames and removes profiles as one change that can be undone; `label` says what it does. Answers how many changed. */
  readonly setProfiles: (after: readonly KeptProfile[], label: string) => Promise<number>;
  /** Sets a piece of the catalogue right, as one change that is no step of undo. */
  readonly takeOver: (piece: Piece) => Promise<void>;
  readonly waiting: () => Waiting | null;
  readonly retry: () => void;
  /** Writes a new generation of the catalogue now. */
  readonly compact: () => Promise<void>;
  /** Articles come and go one at a time: an import's part cannot be worked out while another import is taken back. */
  readonly inTurn: Turns;
  /** Waits for what was begun, then writes a snapshot if the journal is worth one. */
  readonly close: () => Promise<void>;
};

export type LibraryOptions = {
  readonly store: Store<Catalogue, Change>;
  /** Keep changes that the disk did not take, and try them again. */
  readonly keepPending: boolean;
  readonly onWaiting: (waiting: Waiting | null) => void;
  readonly emit: (event: ReaderEvent) => void;
  readonly log: (line: string, error?: unknown) => void;
};

/** A start replays 20,000 lines in well under 100 ms; beyond that a snapshot is cheaper. */
const mostBehind: JournalSize = { lines: 20_000, bytes: 16 << 20 };
const RETRY_AFTER_LINES = 1000;
const RETRY_AFTER_BYTES = 1 << 20;
/** Closing is not worth a snapshot for a few stars: they are replayed in a moment. */
const mostBehindAtClose: JournalSize = { lines: 200, bytes: 256 << 10 };

/** Reads the catalogue from disk. Throws `damaged` when it cannot be read in any generation. */
export async function openLibrary({ store, keepPending, onWaiting, emit, log }: LibraryOptions): Promise<Library> {
  const { adapter, readOnly } = store;
  const low = new Low(adapter, { document: createCatalogue(), pending: [] as Change[] });
  await low.read();
  const catalogue = low.data.document;
  const { history } = catalogue;
  const gate = createGate(low, adapter.sequence, { keep: keepPending, onWaiting });
  const selection = createSelection(catalogue);
  const inTurn = createTurns();
  let compacting: Promise<void> | undefined;
  let compactFrom = mostBehind;
  let overview: Overview | undefined;

  function onCommitted(change: Change, sequence: number): void {
    overview = undefined;
    if (change.kind !== 'marked' && change.kind !== 'tagged') selection.forget();
    emit(toEvent(catalogue, change, sequence));
    if (exceeds(adapter.behind(), compactFrom)) compacting ??= compact();
  }

  async function compact(): Promise<void> {
    try {
      await adapter.compact(catalogue);
      compactFrom = mostBehind;
    } catch (error) {
      // The next try waits until a little more has been written, or a full disk would be tried with each change.
      const { lines, bytes } = adapter.behind();
      compactFrom = { lines: lines + RETRY_AFTER_LINES, bytes: bytes + RETRY_AFTER_BYTES };
      log('A new generation could not be written; the journal holds everything and goes on.', error);
    } finally {
      compacting = undefined;
    }
  }

  async function commit(
    touches: readonly ArticleId[] | 'everything',
    propose: () => Proposal | null,
    toMark: (proposal: Proposal) => StepMark | undefined,
  ): Promise<Proposal | null> {
    if (readOnly !== null) throw new ReaderError('read-only', readOnly.message);
    return gate.commit({
      touches,
      propose() {
        const proposal = propose();
        const mark = proposal === null ? undefined : toMark(proposal);
        return proposal === null || mark === undefined
          ? proposal
          : { ...proposal, change: { ...proposal.change, step: mark } };
      },
      onCommitted: ({ change }, sequence) => onCommitted(change, sequence),
    });
  }

  async function act(touches: readonly ArticleId[] | 'everything', propose: () => Proposal | null): Promise<number> {
    return (await commit(touches, propose, ({ label }) => ({ way: 'do', label })))?.count ?? 0;
  }

  /** Commits what the person did not ask for. Steps done and undone before stay as they are: they set values, whatever was there. */
  async function actAside(touches: readonly ArticleId[], propose: () => Proposal | null): Promise<number> {
    return (await commit(touches, propose, () => undefined))?.count ?? 0;
  }

  async function settle(change: Happening): Promise<void> {
    await commit(
      'everything',
      () => ({ change, label: '', count: 0 }),
      () => undefined,
    );
  }

  /** Steps back or forth: the step is the one on top when its turn has come. */
  async function step(way: 'undo' | 'redo'): Promise<string | null> {
    const steps = way === 'undo' ? history.done : history.undone;
    for (let top = steps.at(-1); top !== undefined; top = steps.at(-1)) {
      const proposal = await proposeStep(top, way);
      const isOnTop = (): boolean => steps.at(-1) === top;
      const committed = await commit(
        'everything',
        () => (isOnTop() ? proposal : null),
        () => ({ way }),
      );
      if (committed !== null) return committed.label;
    }
    return null;
  }

  async function proposeStep({ label, sequence, importId }: HistoryStep, way: 'undo' | 'redo'): Promise<Proposal> {
    if (importId !== undefined) {
      return { change: { kind: way === 'undo' ? 'import-removed' : 'import-restored', id: importId }, label, count: 0 };
    }
    const written = await adapter.readChange(sequence);
    const change = written === undefined || way === 'redo' ? written : invertChange(written);
    if (change === undefined || change === null)
      return { change: nothing, label: `${label} (${unreadable})`, count: 0 };
    return { change: withoutStep(change), label, count: 0 };
  }

  return {
    catalogue,
    overview: () =>
      (overview ??= countOverview(catalogue, {
        undo: history.done.at(-1)?.label ?? null,
        redo: history.undone.at(-1)?.label ?? null,
      })),
    ids: selection.ids,
    mark: (request) =>
      (request.automatic === true ? actAside : act)(request.ids, () => proposeMark(catalogue, request)),
    tag: (request) => act(request.ids, () => proposeTags(catalogue, request)),
    removeImport: (id) => inTurn(() => act('everything', () => proposeRemoval(catalogue, id))),
    undo: () => inTurn(() => step('undo')),
    redo: () => inTurn(() => step('redo')),
    touched: (id) => findTouched(catalogue, id),
    nextImport() {
      const id = history.done.at(-1)?.importId;
      return id !== undefined && catalogue.imports.has(id) ? id : null;
    },
    async addPart(part) {
      const propose = (): Proposal => ({ change: part, label: `import ${part.name}`, count: part.heads.length });
      await commit('everything', propose, ({ label }) => ({ way: 'do', label }));
    },
    async resplit(propose) {
      await act('everything', () => {
        const change = propose();
        const { imported, heads } = change.after;
        return { change: { kind: 'resplit', ...change }, label: `split ${imported.file}`, count: heads.length };
      });
    },
    setProfiles: (after, label) => act('everything', () => proposeProfiles(catalogue, after, label)),
    moveTexts: settle,
    takeOver: (piece) => settle({ kind: 'taken-over', ...piece }),
    inTurn,
    waiting: gate.waiting,
    retry: gate.retry,
    compact: () => (compacting ??= compact()),
    async close() {
      await gate.close();
      await compacting;
      if (exceeds(adapter.behind(), mostBehindAtClose)) await compact();
    },
  };
}

function exceeds({ lines, bytes }: JournalSize, most: JournalSize): boolean {
  return lines > most.lines || bytes > most.bytes;
}

const nothing: Happening = { kind: 'marked', marks: [] };
const unreadable = 'its record is damaged, so nothing was changed';

function withoutStep({ step: _step, ...change }: Change): Happening {
  return change;
}

/** Articles that would go with an import though a person did something to them. */
function findTouched({ heads, states }: Catalogue, id: ImportId): readonly ArticleId[] {
  const touched: ArticleId[] = [];
  for (const { id: article, found } of heads.values()) {
    const state = states.get(article);
    if (state === undefined || !found.every(({ importId }) => importId === id)) continue;
    if (state.starred || state.trashed || state.tags.length > 0) touched.push(article);
  }
  return touched;
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
    case 'profiles-set':
      return { kind: 'profiles-changed', sequence };
    case 'imported':
    case 'import-removed':
    case 'import-restored':
    case 'resplit':
    case 'taken-over':
    case 'bodies-moved':
    case 'reports-moved':
      return { kind: 'articles-changed', sequence };
  }
}
