/* The counts of the sidebar, from one walk over the heads. */

import type { Count, ImportId, Overview } from '../../../shared/model.ts';
import { untouched, type Catalogue } from './state.ts';

type Tally = { total: number; unread: number };

/** Counts everything. Tags without articles are left out; `history` names what undo and redo would do. */
export function countOverview(
  catalogue: Catalogue,
  history: { readonly undo: string | null; readonly redo: string | null },
): Overview {
  const all = createTally();
  const starred = createTally();
  const trash = createTally();
  const sources = new Map<string | null, Tally>();
  const tags = new Map<string, Tally>();
  const imports = new Map<ImportId, Tally>();
  const { heads } = catalogue;
  for (const slot of heads.slots()) {
    const { state = untouched, source, imports: found } = heads.glance(slot);
    const unread = state.read ? 0 : 1;
    if (state.trashed) {
      count(trash, unread);
      continue;
    }
    count(all, unread);
    if (state.starred) count(starred, unread);
    count(tallyOf(sources, source), unread);
    for (const tag of state.tags) count(tallyOf(tags, tag), unread);
    for (const importId of found) count(tallyOf(imports, importId), unread);
  }
  const summaries = [...catalogue.imports.values()].map((record) => record.summary);
  summaries.sort((a, b) => (a.id < b.id ? 1 : -1));
  return {
    all,
    starred,
    trash,
    sources: byName(sources, (name, tally) => ({ name, ...tally })),
    tags: byName(tags, (name, tally) => ({ name, ...tally, colour: catalogue.colours.get(name) ?? 1 })),
    imports: summaries.map((summary) => Object.assign(imports.get(summary.id) ?? createTally(), summary)),
    ...history,
  };
}

function createTally(): Tally & Count {
  return { total: 0, unread: 0 };
}

function count(tally: Tally, unread: number): void {
  tally.total += 1;
  tally.unread += unread;
}

function tallyOf<Key>(tallies: Map<Key, Tally>, key: Key): Tally {
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const tally = createTally();
  tallies.set(key, tally);
  return tally;
}

function byName<Name extends string | null, Value>(
  tallies: Map<Name, Tally>,
  toValue: (name: Name, tally: Tally) => Value,
): Value[] {
  return [...tallies].sort(([a], [b]) => compareNames(a, b)).map(([name, tally]) => toValue(name, tally));
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** By name as people sort names; what has none comes last. */
function compareNames(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return collator.compare(a, b) || (a < b ? -1 : Number(a > b));
}
