/* What lists and counts need of a head, read from where it lies: 100,000 heads are counted without making one of them. */

import type { ArticleId, ArticleState, ImportId } from '../../../shared/model.ts';
import type { Rack } from './article-table.ts';
import type { NumberColumn } from './number-column.ts';
import type { FoundPlace, Head } from './state.ts';
import { moreImportsAt, stringAt } from './typed-columns.ts';

export type Glance = Pick<Head, 'id' | 'title' | 'source' | 'date' | 'words'> & {
  readonly state: ArticleState | undefined;
  /** Where it was found first. */
  readonly first: FoundPlace;
  /** The imports that found it, each once. */
  readonly imports: readonly ImportId[];
};

/** Answers the same object each time, which then speaks of another row. */
export function createGlance(): (rack: Rack, row: number) => Glance {
  let rack: Rack = { columns: null, heads: [], states: [] };
  let row = 0;
  const glance: Glance = {
    get id() {
      return (rack.heads[row]?.id ?? rack.columns?.id.at(row) ?? fail(row)) as ArticleId;
    },
    get title() {
      return rack.heads[row]?.title ?? rack.columns?.title.at(row) ?? fail(row);
    },
    get source() {
      const head = rack.heads[row];
      return head ? head.source : textAt(rack.columns?.source);
    },
    get date() {
      const head = rack.heads[row];
      return head ? head.date : textAt(rack.columns?.date);
    },
    get words() {
      return rack.heads[row]?.words ?? rack.columns?.words[row] ?? fail(row);
    },
    get state() {
      return rack.states[row];
    },
    get first() {
      const found = rack.heads[row]?.found[0];
      if (found !== undefined) return found;
      const { columns } = rack;
      const importId = (textAt(columns?.import) ?? fail(row)) as ImportId;
      return { importId, file: columns?.file[row] ?? fail(row), place: columns?.place[row] ?? fail(row) };
    },
    get imports() {
      const head = rack.heads[row];
      if (head) return unique(head.found.map(({ importId }) => importId));
      const { columns } = rack;
      const own = (textAt(columns?.import) ?? fail(row)) as ImportId;
      return columns === null || columns.more.size === 0 ? [own] : unique([own, ...moreImportsAt(columns, row)]);
    },
  };

  function textAt(column: NumberColumn | undefined): string | null {
    return stringAt(rack.columns ?? fail(row), column?.[row] ?? fail(row));
  }

  return (nextRack, nextRow) => {
    rack = nextRack;
    row = nextRow;
    return glance;
  };
}

function unique(ids: readonly ImportId[]): readonly ImportId[] {
  return ids.length === 1 ? ids : [...new Set(ids)];
}

function fail(row: number): never {
  throw new Error(`the table of articles has nothing in row ${row}`);
}
