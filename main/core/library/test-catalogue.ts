/* A catalogue as plain data, for tests: two catalogues are the same when this is equal. */

import type { ArticleId, ArticleState, ImportId } from '../../../shared/model.ts';
import type { KeptProfile } from '../../../shared/profile.ts';
import type { HistoryStep } from './history.ts';
import type { Catalogue, Head, ImportRecord } from './state.ts';

export type PlainCatalogue = {
  readonly heads: readonly Head[];
  readonly states: readonly (readonly [ArticleId, ArticleState])[];
  readonly imports: readonly ImportRecord[];
  readonly removed: readonly { readonly record: ImportRecord; readonly heads: readonly Head[] }[];
  readonly colours: readonly (readonly [string, number])[];
  readonly profiles: readonly KeptProfile[];
  readonly done: readonly HistoryStep[];
  readonly undone: readonly HistoryStep[];
};

/** Sorted where order says nothing; colours stay in the order in which they were first used. */
export function toPlain({ heads, states, imports, removed, colours, profiles, history }: Catalogue): PlainCatalogue {
  return structuredClone({
    heads: sortById([...heads.values()]),
    states: [...states.entries()].sort(([a], [b]) => compare(a, b)),
    imports: sortImports([...imports.values()].map((record) => ({ record }))).map(({ record }) => record),
    removed: sortImports([...removed.values()]).map(({ record, heads: kept }) => ({
      record,
      heads: sortById(kept),
    })),
    colours: [...colours],
    profiles: [...profiles.values()].sort((a, b) => compare(a.id, b.id)),
    done: history.done,
    undone: history.undone,
  });
}

/** What a person can see. Imports that were removed, colours of unused tags and history are not. */
export function toVisible(catalogue: Catalogue): Pick<PlainCatalogue, 'heads' | 'states' | 'imports'> {
  const { heads, states, imports } = toPlain(catalogue);
  return { heads, states, imports };
}

/** How many articles have a state. */
export function countStates({ states }: Catalogue): number {
  return [...states.entries()].length;
}

function sortById(heads: readonly Head[]): readonly Head[] {
  return heads.toSorted((a, b) => compare(a.id, b.id));
}

function sortImports<Kept extends { readonly record: ImportRecord }>(all: readonly Kept[]): readonly Kept[] {
  const id = ({ record }: Kept): ImportId => record.summary.id;
  return all.toSorted((a, b) => compare(id(a), id(b)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
