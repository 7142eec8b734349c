/*
 * Columns of heads as they stay in memory: numbers in typed arrays, ids and headlines each in one block. Nothing of it
 * is an object of its own, so that the garbage collector has nothing to follow.
 */

import type { ArticleId, ImportId } from '../../../shared/model.ts';
import type { Columns } from './columns.ts';
import { hashOf } from './id-index.ts';
import { createNumberColumn, type NumberColumn } from './number-column.ts';
import type { Found, Head } from './state.ts';
import { createTextColumn, type TextColumn } from './text-column.ts';

type Texts = 'id' | 'title';
type Numbers = Exclude<keyof Columns, Texts | 'strings' | 'more'>;

export type TypedColumns = Readonly<Record<Texts, TextColumn> & Record<Numbers, NumberColumn>> & {
  readonly rows: number;
  readonly strings: readonly string[];
  /** Of the ids, for the index. */
  readonly hash: Int32Array;
  /** Further finds by row, as the columns have them. */
  readonly more: ReadonlyMap<number, readonly FoundRow[]>;
};

type FoundRow = readonly number[];

/** Throws where a column is missing, or shorter or longer than that of the ids. */
export function toTyped(columns: Columns): TypedColumns {
  const rows = checked('id', columns.id).length;
  const text = (name: Texts): TextColumn => createTextColumn(checked(name, columns[name], rows));
  const number = (name: Numbers): NumberColumn => createNumberColumn(checked(name, columns[name], rows));
  return {
    rows,
    strings: checked('strings', columns.strings),
    hash: Int32Array.from(columns.id, hashOf),
    id: text('id'),
    title: text('title'),
    source: number('source'),
    inferred: number('inferred'),
    date: number('date'),
    language: number('language'),
    rtl: number('rtl'),
    words: number('words'),
    pack: number('pack'),
    offset: number('offset'),
    length: number('length'),
    sum: number('sum'),
    import: number('import'),
    file: number('file'),
    place: number('place'),
    first: number('first'),
    last: number('last'),
    more: Map.groupBy(checked('more', columns.more), ([row = -1]) => row),
  };
}

/** Types are not looked at: what is read was written by us and is as it was written. */
function checked<Value>(name: string, column: readonly Value[] | undefined, rows = column?.length): readonly Value[] {
  if (column === undefined || column.length !== rows)
    throw new Error(`the column ${name} of heads has not ${rows} rows`);
  return column;
}

/** The head in a row. Throws where there is no such row. */
export function headAt(columns: TypedColumns, row: number): Head {
  const number = (name: Numbers): number => columns[name][row] ?? fail(row);
  const text = (name: Numbers): string | null => stringAt(columns, number(name));
  return {
    id: (columns.id.at(row) ?? fail(row)) as ArticleId,
    title: columns.title.at(row) ?? fail(row),
    source: text('source'),
    sourceInferred: number('inferred') === 1,
    date: text('date'),
    language: text('language'),
    direction: number('rtl') === 1 ? 'rtl' : 'ltr',
    words: number('words'),
    body: {
      pack: text('pack') ?? fail(row),
      offset: number('offset'),
      length: number('length'),
      sum: number('sum').toString(16).padStart(8, '0'),
    },
    found: foundAt(columns, row),
  };
}

/** What a number in a column of names points to; null for -1. */
export function stringAt({ strings }: TypedColumns, at: number): string | null {
  return at < 0 ? null : (strings[at] ?? fail(at));
}

/** The ids of the imports that found the article again, in the order of its finds. */
export function moreImportsAt(columns: TypedColumns, row: number): readonly ImportId[] {
  return columns.more.get(row)?.map(([, at = -1]) => (stringAt(columns, at) ?? fail(row)) as ImportId) ?? [];
}

function foundAt(columns: TypedColumns, row: number): readonly Found[] {
  const toFound = ([at = -1, file = 0, place = 0, first = 0, last = 0]: FoundRow): Found => ({
    importId: (stringAt(columns, at) ?? fail(row)) as ImportId,
    file,
    place,
    lines: first === 0 ? null : [first, last],
  });
  const own = [columns.import, columns.file, columns.place, columns.first, columns.last].map(
    (column) => column[row] ?? fail(row),
  );
  return [toFound(own), ...(columns.more.get(row)?.map(([, ...rest]) => toFound(rest)) ?? [])];
}

function fail(row: number): never {
  throw new Error(`the columns of heads have nothing at ${row}`);
}
