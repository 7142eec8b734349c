/* Which articles a list shows and in which order: queries and sorts over the heads, orders kept until articles come or go. */

import type { ArticleId, ArticleState, ImportId } from '../../../shared/model.ts';
import type { Query, Sort } from '../../../shared/query.ts';
import { compareFound, untouched, type Catalogue, type Found, type FoundPlace, type Head } from './state.ts';

export type Selection = {
  readonly ids: (query: Query, sort: Sort) => readonly ArticleId[];
  /** Must be called when articles came or went. */
  readonly forget: () => void;
};

export function createSelection(catalogue: Catalogue): Selection {
  const { heads } = catalogue;
  const orders = new Map<Sort, readonly ArticleId[]>();

  function order(sort: Sort): readonly ArticleId[] {
    const known = orders.get(sort);
    if (known !== undefined) return known;
    const sorted = sortHeads(sort);
    orders.set(sort, sorted);
    return sorted;
  }

  function sortHeads(sort: Sort): readonly ArticleId[] {
    switch (sort) {
      case 'imported':
        return orderByImport(placesOf(heads));
      case 'newest':
        return sortBy(order('imported'), (id) => heads.glance(id)?.date ?? null, descending);
      case 'oldest':
        return sortBy(order('imported'), (id) => heads.glance(id)?.date ?? null, ascending);
      case 'source':
        return sortBy(order('newest'), (id) => toKey(heads.glance(id)?.source), ascending);
      case 'title':
        return sortBy(order('imported'), (id) => toKey(heads.glance(id)?.title), ascending);
      case 'longest':
        return sortByWords(order('imported'), (id) => heads.glance(id)?.words ?? 0);
    }
  }

  function ids(query: Query, sort: Sort): readonly ArticleId[] {
    if (query.kind === 'import') return idsOfImport(query.id as ImportId, sort);
    const matches = stateTest(query);
    const selected: ArticleId[] = [];
    for (const id of order(sort)) {
      const glance = heads.glance(id);
      if (glance === undefined || (query.kind === 'source' && glance.source !== query.name)) continue;
      if (matches(glance.state ?? untouched)) selected.push(id);
    }
    return selected;
  }

  function idsOfImport(importId: ImportId, sort: Sort): readonly ArticleId[] {
    const found = order(sort).filter((id) => {
      const glance = heads.glance(id);
      return glance !== undefined && glance.state?.trashed !== true && glance.imports.includes(importId);
    });
    if (sort !== 'imported') return found;
    const places = found.flatMap((id) => {
      const place = heads.get(id)?.found.find((each) => each.importId === importId);
      return place === undefined ? [] : [{ id, place }];
    });
    return orderByImport(places);
  }

  return { ids, forget: () => orders.clear() };
}

/** Where the article was found first: it stands there in the order of imports, even if later dumps hold it too. */
export function firstFound(head: Head): Found {
  const [first] = head.found;
  if (first === undefined) throw new Error(`article ${head.id} was never found`);
  return first;
}

/** What is in the trash is in no other list. */
function stateTest(query: Exclude<Query, { kind: 'import' }>): (state: ArticleState) => boolean {
  switch (query.kind) {
    case 'all':
    case 'source':
      return (state) => !state.trashed;
    case 'unread':
      return (state) => !state.trashed && !state.read;
    case 'starred':
      return (state) => !state.trashed && state.starred;
    case 'trash':
      return (state) => state.trashed;
    case 'tag':
      return (state) => !state.trashed && state.tags.includes(query.name);
  }
}

type Placed = { readonly id: ArticleId; readonly place: FoundPlace };

function placesOf(heads: Catalogue['heads']): Placed[] {
  const places: Placed[] = [];
  for (const { id, first } of heads.glances()) places.push({ id, place: first });
  return places;
}

/** Newest import first, each in the order of its dumps. Heads come nearly in that order, which makes the sort cheap. */
function orderByImport(placed: readonly Placed[]): readonly ArticleId[] {
  const imports = Map.groupBy(placed, ({ place }) => place.importId);
  const newestFirst = [...imports].sort(([a], [b]) => (a < b ? 1 : -1));
  return newestFirst.flatMap(([, found]) => found.sort((a, b) => compareFound(a.place, b.place)).map(({ id }) => id));
}

type Compare = (a: string, b: string) => number;
const ascending: Compare = (a, b) => (a < b ? -1 : Number(a > b));
const descending: Compare = (a, b) => ascending(b, a);

/** Sorts by a text, those without one last; equals stay in the order they came in. Texts are compared by code unit. */
function sortBy(
  ids: readonly ArticleId[],
  toKeyOf: (id: ArticleId) => string | null,
  compare: Compare,
): readonly ArticleId[] {
  const keyed: { readonly id: ArticleId; readonly key: string }[] = [];
  const without: ArticleId[] = [];
  for (const id of ids) {
    const key = toKeyOf(id);
    if (key === null) without.push(id);
    else keyed.push({ id, key });
  }
  keyed.sort((a, b) => compare(a.key, b.key));
  return [...keyed.map(({ id }) => id), ...without];
}

function sortByWords(ids: readonly ArticleId[], wordsOf: (id: ArticleId) => number): readonly ArticleId[] {
  const counted = ids.map((id) => ({ id, words: wordsOf(id) }));
  return counted.sort((a, b) => b.words - a.words).map(({ id }) => id);
}

function toKey(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : toSortKey(text);
}

/** Case, accents and what stands before the first letter or digit do not count: `"Élan"` is sorted under e. */
function toSortKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .toLowerCase();
}
