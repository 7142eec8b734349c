/*
 * Heads and states of all articles, in racks of 2,000. A rack that was read from disk stays as columns, which take a third
 * of the memory; a head is made of them when it is asked for, and only one that changed since is kept. States lie beside their heads; those of articles that are not held now are kept apart, because a state
 * outlives its article.
 */

import type { ArticleId, ArticleState } from '../../../shared/model.ts';
import { headAt, type Columns } from './columns.ts';
import { createGlance, type Glance } from './glance.ts';
import type { Head } from './state.ts';

export type Heads = {
  readonly size: number;
  readonly has: (id: ArticleId) => boolean;
  readonly get: (id: ArticleId) => Head | undefined;
  readonly set: (id: ArticleId, head: Head) => void;
  readonly delete: (id: ArticleId) => void;
  /** In the order in which they came. */
  readonly values: () => Iterable<Head>;
  /** What lists and counts need of a head, without making it. Good until the next glance. */
  readonly glance: (id: ArticleId) => Glance | undefined;
  /** The same of all heads, each good until the next. */
  readonly glances: () => Iterable<Glance>;
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
  readonly fill: (rack: number, columns: Columns) => void;
};

/** null: the article that was here is gone. undefined: it is as the columns say. */
export type Rack = {
  columns: Columns | null;
  heads: (Head | null | undefined)[];
  states: (ArticleState | undefined)[];
};

export const RACK = 2000;

/** `touch` hears which part changes before it is drawn next. */
export function createArticleTable(touch: (part: RackPart, rack: number) => void): ArticleTable {
  const racks: Rack[] = [];
  /** Where an article lies: rack * RACK + row. */
  const slots = new Map<ArticleId, number>();
  const orphans = new Map<ArticleId, ArticleState>();

  function rackAt(number: number): Rack {
    for (let next = racks.length; next <= number; next += 1) racks.push({ columns: null, heads: [], states: [] });
    return racks[number] ?? fail(number);
  }

  function headIn(rack: Rack, row: number): Head | null {
    const head = rack.heads[row];
    if (head !== undefined) return head;
    return headAt(rack.columns ?? fail(row), row);
  }

  function locate(id: ArticleId): { readonly rack: Rack; readonly number: number; readonly row: number } | undefined {
    const slot = slots.get(id);
    if (slot === undefined) return undefined;
    const number = Math.floor(slot / RACK);
    return { rack: rackAt(number), number, row: slot % RACK };
  }

  function add(id: ArticleId, head: Head): void {
    const last = Math.max(0, racks.length - 1);
    const number = rackAt(last).heads.length < RACK ? last : last + 1;
    const rack = rackAt(number);
    slots.set(id, number * RACK + rack.heads.length);
    rack.heads.push(head);
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
    rack.heads[row] = null;
    rack.states[row] = undefined;
    slots.delete(id);
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

  function* glances(): Generator<Glance> {
    for (const rack of racks) {
      for (let row = 0; row < rack.heads.length; row += 1) {
        if (rack.heads[row] !== null) yield glanceAt(rack, row);
      }
    }
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
        return slots.size;
      },
      has: (id) => slots.has(id),
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
      glance(id) {
        // Called for each article of a list: no object is made for it.
        const slot = slots.get(id);
        return slot === undefined ? undefined : glanceAt(rackAt(Math.floor(slot / RACK)), slot % RACK);
      },
      glances,
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
      rack.heads = columns.id.map((text, row) => {
        const id = text as ArticleId;
        if (slots.has(id)) return null;
        slots.set(id, number * RACK + row);
        return undefined;
      });
      rack.states = Array.from({ length: columns.id.length }, () => undefined);
    },
  };
}

function fail(where: number): never {
  throw new Error(`the table of articles has nothing at ${where}`);
}
