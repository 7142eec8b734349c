/*
 * Everything that can happen to a catalogue, as values. A change is what the journal holds; applying the same changes
 * in the same order always gives the same catalogue. A change says only what differs, so it is inverted by itself.
 */

import type { ArticleId, ArticleState, ImportId, ImportSummary } from '../../../shared/model.ts';
import type { RecordRef } from '../store/bodies.ts';
import {
  compareFound,
  stateOf,
  type Catalogue,
  type Found,
  type Head,
  type ImportedFile,
  type ImportRecord,
} from './state.ts';

export type Mark = {
  readonly ids: readonly ArticleId[];
  readonly state: Partial<Pick<ArticleState, 'read' | 'starred'>>;
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

export type Change =
  | ImportedChange
  | { readonly kind: 'import-removed'; readonly id: ImportId }
  | { readonly kind: 'import-restored'; readonly id: ImportId }
  /** Every id gets a value it does not have yet. */
  | { readonly kind: 'marked'; readonly marks: readonly Mark[] }
  /** Every id lacks the tag that is added or has the one that is removed. */
  | { readonly kind: 'tagged'; readonly edits: readonly TagEdit[] };

/** Changes the catalogue in place (copying 100,000 heads for each star would be too slow). No clock, no disk, no chance. */
export function applyChange(catalogue: Catalogue, change: Change): void {
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
  }
}

/** The change that takes this one back. */
export function invertChange(change: Change): Change {
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
  }
}

function invertState({ read, starred }: Mark['state']): Mark['state'] {
  return { ...(read === undefined ? {} : { read: !read }), ...(starred === undefined ? {} : { starred: !starred }) };
}

/** States that say nothing are not kept. */
function setState({ states }: Catalogue, id: ArticleId, state: ArticleState): void {
  if (state.read || state.starred || state.tags.length > 0) states.set(id, state);
  else states.delete(id);
}

function applyTag(catalogue: Catalogue, { name, add, ids }: TagEdit): void {
  const { colours } = catalogue;
  if (add && !colours.has(name)) colours.set(name, (colours.size % 8) + 1);
  for (const id of ids) {
    const state = stateOf(catalogue, id);
    const others = state.tags.filter((tag) => tag !== name);
    setState(catalogue, id, { ...state, tags: add ? [...others, name].sort() : others });
  }
}

function applyImported({ heads, imports }: Catalogue, change: ImportedChange): void {
  const before = imports.get(change.id);
  imports.set(change.id, {
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
    files: (before?.files ?? 0) + change.files.length,
    found,
    new: added,
    known: found - added,
    refused: (before?.refused ?? 0) + change.refused,
    finished: change.finished,
    cancelled: change.cancelled,
  };
}

function withFound(head: Head, found: readonly Found[]): Head {
  return { ...head, found: [...head.found, ...found].sort(compareFound) };
}

/** An article that another import also found stays, without the finds of this one. */
function removeImport({ heads, imports, removed }: Catalogue, id: ImportId): void {
  const record = imports.get(id);
  if (record === undefined) return;
  imports.delete(id);
  removed.set(id, { record, heads: takeHeads(heads, id) });
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

function restoreImport({ heads, imports, removed }: Catalogue, id: ImportId): void {
  const back: { readonly record: ImportRecord; readonly heads: readonly Head[] } | undefined = removed.get(id);
  if (back === undefined) return;
  removed.delete(id);
  imports.set(id, back.record);
  for (const head of back.heads) {
    const held = heads.get(head.id);
    heads.set(head.id, held === undefined ? head : withFound(held, head.found));
  }
}
