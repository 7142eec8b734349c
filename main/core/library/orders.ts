/* Orders of articles, as slots of their table: one of 100,000 articles takes 400 kB and no object of its own. */

import type { ImportId } from '../../../shared/model.ts';
import { compareFound, type FoundPlace } from './state.ts';

export type Slots = Int32Array;
type Key = string | number;

/** Texts by code unit, numbers by size. */
export function ascending<Value extends Key>(a: Value, b: Value): number {
  return a < b ? -1 : Number(a > b);
}

export function descending<Value extends Key>(a: Value, b: Value): number {
  return ascending(b, a);
}

/** Newest import first, each in the order of its dumps. Most come in that order and need no sort. */
export function orderByImport(slots: Slots, placeOf: (slot: number) => FoundPlace): Slots {
  const imports = new Map<ImportId, { readonly slots: number[]; last: FoundPlace; inOrder: boolean }>();
  for (const slot of slots) {
    const place = placeOf(slot);
    const found = imports.get(place.importId);
    if (found === undefined) {
      imports.set(place.importId, { slots: [slot], last: place, inOrder: true });
      continue;
    }
    found.slots.push(slot);
    found.inOrder &&= compareFound(found.last, place) <= 0;
    found.last = place;
  }
  const newestFirst = [...imports].sort(([a], [b]) => ascending(b, a));
  return Int32Array.from(
    newestFirst.flatMap(([, found]) => (found.inOrder ? found.slots : sortByPlace(found.slots, placeOf))),
  );
}

function sortByPlace(slots: readonly number[], placeOf: (slot: number) => FoundPlace): readonly number[] {
  const placed = slots.map((slot) => ({ slot, place: placeOf(slot) }));
  return placed.sort((a, b) => compareFound(a.place, b.place)).map(({ slot }) => slot);
}

export type By<Value extends Key> = {
  readonly valueOf: (slot: number) => Value | null;
  /** What of a value is compared; all of it where this is not given. */
  readonly toKey?: (value: Value) => Value;
  readonly compare: (a: Value, b: Value) => number;
};

/**
 * Those without a value come last; equals stay in the order they came in. Sources, dates and counts of words repeat: each
 * is compared once, and then counted (Knuth, TAOCP 5.2, algorithm D).
 */
export function sortBy<Value extends Key>(
  slots: Slots,
  { valueOf, toKey = (value) => value, compare }: By<Value>,
): Slots {
  const numbers = new Map<Value | null, number>();
  const values = slots.map((slot) => {
    const value = valueOf(slot);
    const number = numbers.get(value) ?? numbers.size;
    if (number === numbers.size) numbers.set(value, number);
    return number;
  });
  const keys = [...numbers.keys()].map((value) => (value === null ? null : toKey(value)));
  return sortByRank(slots, values, rank(keys, compare));
}

/** The place of each key among all; equal keys share one, and null comes last. */
function rank<Value extends Key>(keys: readonly (Value | null)[], compare: By<Value>['compare']): Int32Array {
  const distinct = [...new Set(keys)].filter((key) => key !== null).sort(compare);
  const ranks = new Map<Value | null, number>(distinct.map((key, at) => [key, at]));
  return Int32Array.from(keys, (key) => ranks.get(key) ?? distinct.length);
}

/** `values` says beside each slot which rank it has. */
function sortByRank(slots: Slots, values: Int32Array, ranks: Int32Array): Slots {
  const rankAt = (at: number): number => ranks[values[at] ?? 0] ?? 0;
  const starts = new Int32Array(ranks.length + 2);
  for (let at = 0; at < slots.length; at += 1) starts[rankAt(at) + 1] = (starts[rankAt(at) + 1] ?? 0) + 1;
  for (let each = 1; each < starts.length; each += 1) starts[each] = (starts[each] ?? 0) + (starts[each - 1] ?? 0);
  const sorted = new Int32Array(slots.length);
  for (let at = 0; at < slots.length; at += 1) {
    const place = starts[rankAt(at)] ?? 0;
    starts[rankAt(at)] = place + 1;
    sorted[place] = slots[at] ?? 0;
  }
  return sorted;
}
