/*
 * Heads and states of all articles, in racks of 2,000. A rack that was read from disk stays as columns, and one that is
 * full becomes such: they take a tenth of the memory; a head is made of them when it is asked for, and only one that
 * changed since is kept. States lie
 * beside their heads; those of articles that are not held now are kept apart, because a state outlives its article.
 */

import type { ArticleId, ArticleState } from '../../../shared/model.ts';
import { createGlance, type Glance } from './glance.ts';
import { toColumns } from './columns.ts';
import { createIdIndex, hashOf } from './id-index.ts';
import type { Head } from './state.ts';
import { headAt, toTyped, type TypedColumns } from './typed-columns.ts';

export type Heads = {
  readonly size: number;
  readonly has: (id: ArticleId) => boolean;
  readonly get: (id: ArticleId) => Head | undefined;
  readonly set: (id: ArticleId, head: Head) => void;
  readonly delete: (id: ArticleId) => void;
  /** In the order in which they came. */
  readonly values: () => Iterable<Head>;
  /** Slots of all heads, in the order in which they came: where an article lies until articles come or go. */
  readonly slots: () => Int32Array;
  /** What lists and counts need of the head in a slot, without making it. Good until the next glance. */
  readonly glance: (slot: number) => Glance;
};

export type States = {
  readonly get: (id: ArticleId) => ArticleState | undefined;
  readonly set: (id: ArticleId, state: ArticleState) => void;
  readonly delete: (id: ArticleId) => void;
  /** Also those of articles that are not held now. */
  readonly entries: () => Iterable<readonly [ArticleId, ArticleState]>;
};

export type RackPart = 'heads' | 'states' | 'orphans';

export type ArticleTable = {
  readonly heads: Heads;
  readonly states: States;
  /** Numbers of the racks that hold something. */
  readonly racks: () => readonly number[];
  /** A rack as it is now, for later: heads and states side by side, without gaps. */
  readonly picture: (rack: number) => () => readonly (readonly [Head, ArticleState | undefined])[];
  readonly orphans: () => readonly (readonly [ArticleId, ArticleState])[];
  /** Puts back what was read from disk, into a rack that is empty. Rows whose article is there already are passed over. */
  readonly fill: (rack: number, columns: TypedColumns) => void;
};

/** null: the article that was here is gone. undefined: it is as the columns say. */
export type Rack = {
  columns: TypedColumns | null;
  heads: (Head | null | undefined)[];
  states: (ArticleState | undefined)[];
};

export const RACK = 2000;

/** `touch` hears which part changes before it is drawn next. */
export function createArticleTable(touch: (part: RackPart, rack: number) => void): ArticleTable {
  const racks: Rack[] = [];
  /** A slot is rack * RACK + row. */
  const index = createIdIndex<ArticleId>((slot, id) => isIn(rackOf(slot), slot % RACK, id));
  const orphans = new Map<ArticleId, ArticleState>();

  function rackAt(number: number): Rack {
    for (let next = racks.length; next <= number; next += 1) racks.push({ columns: null, heads: [], states: [] });
    return racks[number] ?? fail(number);
  }

  function rackOf(slot: number): Rack {
    return racks[Math.floor(slot / RACK)] ?? fail(slot);
  }

  function headIn(rack: Rack, row: number): Head | null {
    const head = rack.heads[row];
    if (head !== undefined) return head;
    return headAt(rack.columns ?? fail(row), row);
  }

  function locate(id: ArticleId): { readonly rack: Rack; readonly number: number; readonly row: number } | undefined {
    const slot = index.get(id);
    if (slot === undefined) return undefined;
    const number = Math.floor(slot / RACK);
    return { rack: rackAt(number), number, row: slot % RACK };
  }

  function add(id: ArticleId, head: Head): void {
    const last = Math.max(0, racks.length - 1);
    const isFull = rackAt(last).heads.length >= RACK;
    const number = isFull ? last + 1 : last;
    if (isFull) settle(rackAt(last));
    const rack = rackAt(number);
    rack.heads.push(head);
    index.add(number * RACK + rack.heads.length - 1, hashOf(id), () => id);
    rack.states.push(orphans.get(id));
    touch('heads', number);
    touch('states', number);
    if (orphans.delete(id)) touch('orphans', 0);
  }

  function remove(id: ArticleId): void {
    const found = locate(id);
    if (found === undefined) return;
    const { rack, number, row } = found;
    const state = rack.states[row];
    index.delete(id);
    rack.heads[row] = null;
    rack.states[row] = undefined;
    touch('heads', number);
    touch('states', number);
    if (state === undefined) return;
    orphans.set(id, state);
    touch('orphans', 0);
  }

  function setState(id: ArticleId, state: ArticleState | undefined): void {
    const found = locate(id);
    if (found !== undefined) {
      found.rack.states[found.row] = state;
      touch('states', found.number);
      return;
    }
    if (state === undefined) orphans.delete(id);
    else orphans.set(id, state);
    touch('orphans', 0);
  }

  function* values(): Generator<Head> {
    for (const rack of racks) {
      for (let row = 0; row < rack.heads.length; row += 1) {
        const head = headIn(rack, row);
        if (head !== null) yield head;
      }
    }
  }

  function slots(): Int32Array {
    const all = new Int32Array(index.size());
    let count = 0;
    for (const [number, { heads }] of racks.entries()) {
      for (let row = 0; row < heads.length; row += 1) {
        if (heads[row] !== null) all[count++] = number * RACK + row;
      }
    }
    return all;
  }

  function* entries(): Generator<readonly [ArticleId, ArticleState]> {
    for (const rack of racks) {
      for (const [row, state] of rack.states.entries()) {
        if (state !== undefined) yield [glanceAt(rack, row).id, state];
      }
    }
    yield* orphans;
  }

  const glanceAt = createGlance();
  return {
    heads: {
      get size() {
        return index.size();
      },
      has: (id) => index.get(id) !== undefined,
      get(id) {
        const found = locate(id);
        return found === undefined ? undefined : (headIn(found.rack, found.row) ?? undefined);
      },
      set(id, head) {
        const found = locate(id);
        if (found === undefined) return add(id, head);
        found.rack.heads[found.row] = head;
        touch('heads', found.number);
      },
      delete: remove,
      values,
      slots,
      glance: (slot) => glanceAt(rackOf(slot), slot % RACK),
    },
    states: {
      get(id) {
        const found = locate(id);
        return found === undefined ? orphans.get(id) : found.rack.states[found.row];
      },
      set: setState,
      delete: (id) => setState(id, undefined),
      entries,
    },
    racks: () => [...racks.keys()].filter((number) => racks[number]?.heads.some((head) => head !== null)),
    picture(number) {
      const { columns, heads, states } = rackAt(number);
      const kept: Rack = { columns, heads: heads.slice(), states: states.slice() };
      return () =>
        [...kept.heads.keys()].flatMap((row) => {
          const head = headIn(kept, row);
          return head === null ? [] : [[head, kept.states[row]] as const];
        });
    },
    orphans: () => [...orphans],
    fill(number, columns) {
      const rack = rackAt(number);
      rack.columns = columns;
      rack.heads = Array.from<undefined>({ length: columns.rows }).fill(undefined);
      rack.states = Array.from<undefined>({ length: columns.rows }).fill(undefined);
      for (let row = 0; row < columns.rows; row += 1) {
        const isNew = index.add(number * RACK + row, columns.hash[row] ?? 0, () => columns.id.at(row) as ArticleId);
        if (!isNew) rack.heads[row] = null;
      }
    },
  };
}

/** Turns the heads of a rack into columns. One from which an article went stays as it is: its rows would move. */
function settle(rack: Rack): void {
  const heads = rack.heads.filter((head) => head !== null && head !== undefined);
  if (heads.length < rack.heads.length) return;
  rack.columns = toTyped(toColumns(heads));
  rack.heads = Array.from<undefined>({ length: heads.length }).fill(undefined);
}

function isIn({ heads, columns }: Rack, row: number, id: ArticleId): boolean {
  const head = heads[row];
  return head ? head.id === id : (columns?.id.isAt(row, id) ?? false);
}

function fail(where: number): never {
  throw new Error(`the table of articles has nothing at ${where}`);
}
