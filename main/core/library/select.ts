/* Which articles a list shows and in which order: queries and sorts over the heads, orders kept until articles come or go. */

import type { ArticleId, ArticleState, ImportId } from '../../../shared/model.ts';
import type { Query, Sort } from '../../../shared/query.ts';
import { compareFound, stateOf, type Catalogue, type Found, type Head } from './state.ts';

export type Selection = {
  readonly ids: (query: Query, sort: Sort) => readonly ArticleId[];
  /** Must be called when articles came or went. */
  readonly forget: () => void;
};

export function createSelection(catalogue: Catalogue): Selection {
  const orders = new Map<Sort, readonly Head[]>();

  function order(sort: Sort): readonly Head[] {
    const known = orders.get(sort);
    if (known !== undefined) return known;
    const sorted = sortHeads(sort);
    orders.set(sort, sorted);
    return sorted;
  }

  function sortHeads(sort: Sort): readonly Head[] {
    switch (sort) {
      case 'imported':
        return orderByImport([...catalogue.heads.values()], firstFound);
      case 'newest':
        return sortBy(order('imported'), (head) => head.date, descending);
      case 'oldest':
        return sortBy(order('imported'), (head) => head.date, ascending);
      case 'source':
        return sortBy(order('newest'), (head) => (head.source === null ? null : toSortKey(head.source)), ascending);
      case 'title':
        return sortBy(order('imported'), (head) => toSortKey(head.title), ascending);
      case 'longest':
        return order('imported').toSorted((a, b) => b.words - a.words);
    }
  }

  function ids(query: Query, sort: Sort): readonly ArticleId[] {
    if (query.kind === 'import') return idsOfImport(query.id as ImportId, sort);
    if (query.kind === 'all') return order(sort).map((head) => head.id);
    if (query.kind === 'source') {
      return order(sort)
        .filter((head) => head.source === query.name)
        .map((head) => head.id);
    }
    const matches = stateTest(query);
    const selected: ArticleId[] = [];
    for (const { id } of order(sort)) if (matches(stateOf(catalogue, id))) selected.push(id);
    return selected;
  }

  function idsOfImport(id: ImportId, sort: Sort): readonly ArticleId[] {
    const heads = order(sort).filter((head) => foundIn(head, id) !== undefined);
    const sorted = sort === 'imported' ? orderByImport(heads, (head) => foundIn(head, id) ?? firstFound(head)) : heads;
    return sorted.map((head) => head.id);
  }

  return { ids, forget: () => orders.clear() };
}

/** Where the article was found first: it stands there in the order of imports, even if later dumps hold it too. */
export function firstFound(head: Head): Found {
  const [first] = head.found;
  if (first === undefined) throw new Error(`article ${head.id} was never found`);
  return first;
}

function foundIn(head: Head, id: ImportId): Found | undefined {
  return head.found.find((found) => found.importId === id);
}

function stateTest(query: Extract<Query, { kind: 'unread' | 'starred' | 'tag' }>): (state: ArticleState) => boolean {
  switch (query.kind) {
    case 'unread':
      return (state) => !state.read;
    case 'starred':
      return (state) => state.starred;
    case 'tag':
      return (state) => state.tags.includes(query.name);
  }
}

/** Newest import first, each in the order of its dumps. Heads come nearly in that order, which makes the sort cheap. */
function orderByImport(heads: readonly Head[], place: (head: Head) => Found): readonly Head[] {
  const imports = Map.groupBy(heads, (head) => place(head).importId);
  const newestFirst = [...imports].sort(([a], [b]) => (a < b ? 1 : -1));
  return newestFirst.flatMap(([, found]) => found.sort((a, b) => compareFound(place(a), place(b))));
}

type Compare = (a: string, b: string) => number;
const ascending: Compare = (a, b) => (a < b ? -1 : Number(a > b));
const descending: Compare = (a, b) => ascending(b, a);

/** Sorts by a text, those without one last; equals stay in the order they came in. Texts are compared by code unit. */
function sortBy(heads: readonly Head[], toKey: (head: Head) => string | null, compare: Compare): readonly Head[] {
  const keyed: { readonly head: Head; readonly key: string }[] = [];
  const without: Head[] = [];
  for (const head of heads) {
    const key = toKey(head);
    if (key === null) without.push(head);
    else keyed.push({ head, key });
  }
  keyed.sort((a, b) => compare(a.key, b.key));
  return [...keyed.map(({ head }) => head), ...without];
}

/** Case, accents and what stands before the first letter or digit do not count: `"Élan"` is sorted under e. */
function toSortKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .toLowerCase();
}
