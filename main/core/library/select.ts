/* Which articles a list shows and in which order: queries and sorts over the heads, orders kept until articles come or go. */

import type { ArticleId, ArticleState, ImportId } from '../../../shared/model.ts';
import type { Query, Sort } from '../../../shared/query.ts';
import { ascending, descending, orderByImport, sortBy, type Slots } from './orders.ts';
import { untouched, type Catalogue, type Found, type FoundPlace, type Head } from './state.ts';

export type Selection = {
  readonly ids: (query: Query, sort: Sort) => readonly ArticleId[];
  /** Must be called when articles came or went. */
  readonly forget: () => void;
};

export function createSelection({ heads }: Catalogue): Selection {
  const orders = new Map<Sort, Slots>();

  function order(sort: Sort): Slots {
    const known = orders.get(sort);
    if (known !== undefined) return known;
    const sorted = sortSlots(sort);
    orders.set(sort, sorted);
    return sorted;
  }

  function sortSlots(sort: Sort): Slots {
    switch (sort) {
      case 'imported':
        return orderByImport(heads.slots(), (slot) => heads.glance(slot).first);
      case 'newest':
        return sortBy(order('imported'), { valueOf: (slot) => heads.glance(slot).date, compare: descending });
      case 'oldest':
        return sortBy(order('imported'), { valueOf: (slot) => heads.glance(slot).date, compare: ascending });
      case 'source':
        return sortBy(order('newest'), {
          valueOf: (slot) => heads.glance(slot).source,
          toKey: toSortKey,
          compare: ascending,
        });
      case 'title':
        return sortBy(order('imported'), {
          valueOf: (slot) => heads.glance(slot).title,
          toKey: toSortKey,
          compare: ascending,
        });
      case 'longest':
        return sortBy(order('imported'), { valueOf: (slot) => heads.glance(slot).words, compare: descending });
    }
  }

  function slotsOf(query: Query, sort: Sort): Slots {
    if (query.kind === 'import') return slotsOfImport(query.id as ImportId, sort);
    const matches = stateTest(query);
    return order(sort).filter((slot) => {
      const glance = heads.glance(slot);
      if (query.kind === 'source' && glance.source !== query.name) return false;
      return matches(glance.state ?? untouched);
    });
  }

  function slotsOfImport(importId: ImportId, sort: Sort): Slots {
    const found = order(sort).filter((slot) => {
      const glance = heads.glance(slot);
      return glance.state?.trashed !== true && glance.imports.includes(importId);
    });
    return sort === 'imported' ? orderByImport(found, (slot) => placeIn(slot, importId)) : found;
  }

  function placeIn(slot: number, importId: ImportId): FoundPlace {
    const { id, first } = heads.glance(slot);
    if (first.importId === importId) return first;
    return heads.get(id)?.found.find((each) => each.importId === importId) ?? first;
  }

  return {
    ids: (query, sort) => Array.from(slotsOf(query, sort), (slot) => heads.glance(slot).id),
    forget: () => orders.clear(),
  };
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

/** Case, accents and what stands before the first letter or digit do not count: `"Élan"` is sorted under e. */
function toSortKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .toLowerCase();
}
