/*
 * Everything that can happen to a catalogue, as values. A change is what the journal holds; applying the same changes
 * in the same order always gives the same catalogue. A change says only what differs, so it is inverted by itself.
 */

import type { ArticleId, ArticleState, ImportId, ImportSummary } from '../../../shared/model.ts';
import type { RecordRef } from '../store/bodies.ts';
import type { KeptProfile } from '../../../shared/profile.ts';
import { moveHistory, type StepMark } from './history.ts';
import { dropImport, putImport, removedKeys } from './import-groups.ts';
import { putProfiles, type ProfilesSet } from './profiles.ts';
import { applyResplit, invertResplit, type Resplit } from './resplit.ts';
import { setState } from './set-state.ts';
import {
  compareFound,
  stateOf,
  type Catalogue,
  type Found,
  type Head,
  type ImportedFile,
  type ImportRecord,
  type RemovedImport,
} from './state.ts';

export type Mark = {
  readonly ids: readonly ArticleId[];
  readonly state: Partial<Pick<ArticleState, 'read' | 'starred' | 'trashed'>>;
};
export type TagEdit = { readonly name: string; readonly add: boolean; readonly ids: readonly ArticleId[] };

/** A part of an import, or all of a small one. `heads` are articles the library did not hold, each with its finds. */
export type ImportedChange = {
  readonly kind: 'imported';
  readonly id: ImportId;
  readonly name: string;
  readonly importedAt: number;
  readonly tookMs: number;
  readonly finished: boolean;
  readonly cancelled: boolean;
  readonly refused: number;
  readonly files: readonly ImportedFile[];
  readonly report: RecordRef | null;
  readonly heads: readonly Head[];
  /** Finds of articles that the library held already. */
  readonly known: readonly { readonly id: ArticleId; readonly found: Found }[];
};

/** What is given is set as it is, whatever was there; finds are added to those that an article has. */
export type Piece = {
  readonly imports?: readonly ImportRecord[];
  readonly removed?: readonly RemovedImport[];
  readonly heads?: readonly Head[];
  readonly states?: readonly (readonly [ArticleId, ArticleState])[];
  readonly colours?: readonly (readonly [name: string, colour: number])[];
  readonly profiles?: readonly KeptProfile[];
};

export type Change = Happening & {
  /** Its place in the history of undo and redo. */
  readonly step?: StepMark;
};

export type Happening =
  | ImportedChange
  | { readonly kind: 'import-removed'; readonly id: ImportId }
  | { readonly kind: 'import-restored'; readonly id: ImportId }
  /** Every id gets a value it does not have yet. */
  | { readonly kind: 'marked'; readonly marks: readonly Mark[] }
  /** A piece of a library as it was found: in an older format, or in texts that the catalogue had lost. */
  | ({ readonly kind: 'taken-over' } & Piece)
  /** Texts that were damaged lie elsewhere now. */
  | { readonly kind: 'bodies-moved'; readonly bodies: readonly { readonly id: ArticleId; readonly body: RecordRef }[] }
  /** The same for the reports of an import: all of them, in order. */
  | { readonly kind: 'reports-moved'; readonly id: ImportId; readonly reports: readonly RecordRef[] }
  | ({ readonly kind: 'resplit' } & Resplit)
  | ({ readonly kind: 'profiles-set' } & ProfilesSet)
  /** Every id lacks the tag that is added or has the one that is removed. */
  | { readonly kind: 'tagged'; readonly edits: readonly TagEdit[] };

/**
 * Changes the catalogue in place (copying 100,000 heads for each star would be too slow). No clock, no disk, no chance.
 * `sequence` is that of the change in the journal.
 */
export function applyChange(catalogue: Catalogue, change: Change, sequence: number): void {
  applyHappening(catalogue, change);
  if (change.step === undefined) return;
  const step = change.kind === 'imported' ? { sequence, importId: change.id } : { sequence };
  moveHistory(catalogue.history, change.step, step);
  catalogue.dirty.add('history');
}

function applyHappening(catalogue: Catalogue, change: Happening): void {
  switch (change.kind) {
    case 'imported':
      return applyImported(catalogue, change);
    case 'import-removed':
      return removeImport(catalogue, change.id);
    case 'import-restored':
      return restoreImport(catalogue, change.id);
    case 'marked':
      for (const { ids, state } of change.marks) {
        for (const id of ids) setState(catalogue, id, { ...stateOf(catalogue, id), ...state });
      }
      return;
    case 'tagged':
      for (const edit of change.edits) applyTag(catalogue, edit);
      return;
    case 'taken-over':
      return takeOver(catalogue, change);
    case 'resplit':
      return applyResplit(catalogue, change);
    case 'profiles-set':
      return putProfiles(catalogue, change.after);
    case 'bodies-moved':
      for (const { id, body } of change.bodies) moveBody(catalogue, id, body);
      return;
    case 'reports-moved': {
      const { reports } = change;
      const record = catalogue.imports.get(change.id);
      if (record !== undefined) putImport(catalogue, { ...record, reports });
      const kept = catalogue.removed.get(change.id);
      if (kept !== undefined) keepRemoved(catalogue, { ...kept, record: { ...kept.record, reports } });
    }
  }
}

/** The change that takes this one back. Null for one that nobody asked for and nobody can take back. */
export function invertChange(change: Happening): Happening | null {
  switch (change.kind) {
    case 'imported':
    case 'import-restored':
      return { kind: 'import-removed', id: change.id };
    case 'import-removed':
      return { kind: 'import-restored', id: change.id };
    case 'marked':
      return {
        kind: 'marked',
        marks: change.marks.map(({ ids, state }) => ({ ids, state: invertState(state) })).toReversed(),
      };
    case 'tagged':
      return { kind: 'tagged', edits: change.edits.map((edit) => ({ ...edit, add: !edit.add })).toReversed() };
    case 'resplit':
      return { kind: 'resplit', ...invertResplit(change) };
    case 'profiles-set':
      return { kind: 'profiles-set', before: change.after, after: change.before };
    case 'taken-over':
    case 'bodies-moved':
    case 'reports-moved':
      return null;
  }
}

function invertState(state: Mark['state']): Mark['state'] {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [name, !value]));
}

function applyTag(catalogue: Catalogue, { name, add, ids }: TagEdit): void {
  const { colours, dirty } = catalogue;
  if (add && !colours.has(name)) {
    colours.set(name, (colours.size % 8) + 1);
    dirty.add('colours');
  }
  for (const id of ids) {
    const state = stateOf(catalogue, id);
    const others = state.tags.filter((tag) => tag !== name);
    setState(catalogue, id, { ...state, tags: add ? [...others, name].sort() : others });
  }
}

function applyImported(catalogue: Catalogue, change: ImportedChange): void {
  const { heads, imports } = catalogue;
  const before = imports.get(change.id);
  putImport(catalogue, {
    summary: toSummary(change, before?.summary),
    files: [...(before?.files ?? []), ...change.files],
    reports: [...(before?.reports ?? []), ...(change.report === null ? [] : [change.report])],
  });
  for (const head of change.heads) heads.set(head.id, head);
  for (const { id, found } of change.known) {
    const head = heads.get(id);
    if (head !== undefined) heads.set(id, withFound(head, [found]));
  }
}

function toSummary(change: ImportedChange, before: ImportSummary | undefined): ImportSummary {
  const finds = change.heads.reduce((sum, head) => sum + head.found.length, 0) + change.known.length;
  const added = (before?.new ?? 0) + change.heads.length;
  const found = (before?.found ?? 0) + finds;
  return {
    id: change.id,
    name: change.name,
    importedAt: change.importedAt,
    tookMs: change.tookMs,
    // A large file comes in parts; it is one file all the same.
    files: (before?.files ?? 0) + change.files.filter(({ span }) => (span?.number ?? 1) === 1).length,
    found,
    new: added,
    known: found - added,
    refused: (before?.refused ?? 0) + change.refused,
    finished: change.finished,
    cancelled: change.cancelled,
  };
}

function takeOver(catalogue: Catalogue, { imports, removed, heads, states, colours, profiles }: Piece): void {
  for (const record of imports ?? []) putImport(catalogue, record);
  for (const kept of removed ?? []) keepRemoved(catalogue, kept);
  for (const head of heads ?? []) {
    const held = catalogue.heads.get(head.id);
    const more = head.found.filter((found) => held?.found.every((known) => compareFound(known, found) !== 0) ?? true);
    catalogue.heads.set(head.id, held === undefined ? head : withFound({ ...head, found: held.found }, more));
  }
  for (const [id, state] of states ?? []) setState(catalogue, id, state);
  for (const [name, colour] of colours ?? []) catalogue.colours.set(name, colour);
  if (colours !== undefined) catalogue.dirty.add('colours');
  if (profiles !== undefined) putProfiles(catalogue, profiles);
}

function withFound(head: Head, found: readonly Found[]): Head {
  return { ...head, found: [...head.found, ...found].sort(compareFound) };
}

function moveBody(catalogue: Catalogue, id: ArticleId, body: RecordRef): void {
  const { heads, removed } = catalogue;
  const head = heads.get(id);
  if (head !== undefined) heads.set(id, { ...head, body });
  for (const { record, heads: kept } of removed.values()) {
    if (!kept.some((each) => each.id === id)) continue;
    keepRemoved(catalogue, { record, heads: kept.map((each) => (each.id === id ? withBody(each, body) : each)) });
  }
}

function withBody(head: Head, body: RecordRef): Head {
  return { ...head, body };
}

/** An article that another import also found stays, without the finds of this one. */
function removeImport(catalogue: Catalogue, id: ImportId): void {
  const { heads, imports } = catalogue;
  const record = imports.get(id);
  if (record === undefined) return;
  dropImport(catalogue, id);
  keepRemoved(catalogue, { record, heads: takeHeads(heads, id) });
}

function keepRemoved({ removed, dirty }: Catalogue, kept: RemovedImport): void {
  removed.set(kept.record.summary.id, kept);
  for (const key of removedKeys(kept)) dirty.add(key);
}

function takeHeads(heads: Catalogue['heads'], id: ImportId): readonly Head[] {
  const taken: Head[] = [];
  for (const head of heads.values()) {
    if (!head.found.some((found) => found.importId === id)) continue;
    const rest = head.found.filter((found) => found.importId !== id);
    taken.push({ ...head, found: head.found.filter((found) => found.importId === id) });
    if (rest.length === 0) heads.delete(head.id);
    else heads.set(head.id, { ...head, found: rest });
  }
  return taken;
}

function restoreImport(catalogue: Catalogue, id: ImportId): void {
  const { heads, removed } = catalogue;
  const back: { readonly record: ImportRecord; readonly heads: readonly Head[] } | undefined = removed.get(id);
  if (back === undefined) return;
  removed.delete(id);
  putImport(catalogue, back.record);
  for (const head of back.heads) {
    const held = heads.get(head.id);
    heads.set(head.id, held === undefined ? head : withFound(held, head.found));
  }
}
