/*
 * Up to 2,000 heads as columns: how they lie in a part of the catalogue, and how they stay in memory until one is asked
 * for. Strings that repeat (sources, dates, packs, imports) are named once.
 */

import { z } from 'zod';
import type { ArticleId, ImportId } from '../../../shared/model.ts';
import type { Found, Head } from './state.ts';

const numbers = z.array(z.number());
/** `strings` holds what `source`, `date`, `language`, `pack` and `import` point to; -1 is none. */
export const columnsSchema = z.object({
  strings: z.array(z.string()),
  id: z.array(z.string()),
  title: z.array(z.string()),
  source: numbers,
  /** 1: the source was concluded, not read. */
  inferred: numbers,
  date: numbers,
  language: numbers,
  /** 1: right to left. */
  rtl: numbers,
  words: numbers,
  pack: numbers,
  offset: numbers,
  length: numbers,
  /** CRC-32 of the body's record. */
  sum: numbers,
  /** Where the article was found first. `first` 0: without lines. */
  import: numbers,
  file: numbers,
  place: numbers,
  first: numbers,
  last: numbers,
  /** Further finds: row, import, file, place, first, last. */
  more: z.array(z.array(z.number())),
});

export type Columns = z.infer<typeof columnsSchema>;

export function toColumns(heads: readonly Head[]): Columns {
  const places = new Map<string, number>();
  const place = (text: string | null): number => {
    if (text === null) return -1;
    const at = places.get(text) ?? places.size;
    places.set(text, at);
    return at;
  };
  const firsts = heads.map(({ found }) => toFoundRow(found[0], place));
  const columns = {
    id: heads.map(({ id }) => id),
    title: heads.map(({ title }) => title),
    source: heads.map(({ source }) => place(source)),
    inferred: heads.map(({ sourceInferred }) => Number(sourceInferred)),
    date: heads.map(({ date }) => place(date)),
    language: heads.map(({ language }) => place(language)),
    rtl: heads.map(({ direction }) => Number(direction === 'rtl')),
    words: heads.map(({ words }) => words),
    pack: heads.map(({ body }) => place(body.pack)),
    offset: heads.map(({ body }) => body.offset),
    length: heads.map(({ body }) => body.length),
    sum: heads.map(({ body }) => Number.parseInt(body.sum, 16)),
    import: firsts.map((row) => row[0]),
    file: firsts.map((row) => row[1]),
    place: firsts.map((row) => row[2]),
    first: firsts.map((row) => row[3]),
    last: firsts.map((row) => row[4]),
    more: heads.flatMap(({ found }, row) => found.slice(1).map((each) => [row].concat(toFoundRow(each, place)))),
  };
  return { strings: [...places.keys()], ...columns };
}

/** The head in a row. Throws where a column is shorter than the row. */
export function headAt(columns: Columns, row: number): Head {
  const { strings } = columns;
  const number = (column: readonly number[]): number => column[row] ?? fail(row);
  const text = (column: readonly number[]): string | null => {
    const at = number(column);
    return at < 0 ? null : (strings[at] ?? fail(row));
  };
  return {
    id: (columns.id[row] ?? fail(row)) as ArticleId,
    title: columns.title[row] ?? fail(row),
    source: text(columns.source),
    sourceInferred: number(columns.inferred) === 1,
    date: text(columns.date),
    language: text(columns.language),
    direction: number(columns.rtl) === 1 ? 'rtl' : 'ltr',
    words: number(columns.words),
    body: {
      pack: text(columns.pack) ?? fail(row),
      offset: number(columns.offset),
      length: number(columns.length),
      sum: number(columns.sum).toString(16).padStart(8, '0'),
    },
    found: foundAt(columns, row),
  };
}

function foundAt(columns: Columns, row: number): readonly Found[] {
  const toFound = ([at = -1, file = 0, place = 0, first = 0, last = 0]: readonly number[]): Found => ({
    importId: (columns.strings[at] ?? fail(row)) as ImportId,
    file,
    place,
    lines: first === 0 ? null : [first, last],
  });
  const own = [columns.import, columns.file, columns.place, columns.first, columns.last].map(
    (column) => column[row] ?? fail(row),
  );
  if (columns.more.length === 0) return [toFound(own)];
  return [toFound(own), ...columns.more.filter(([of]) => of === row).map(([, ...rest]) => toFound(rest))];
}

type FoundRow = readonly [at: number, file: number, place: number, first: number, last: number];

function toFoundRow(found: Found | undefined, place: (text: string) => number): FoundRow {
  if (found === undefined) throw new Error('a head without a find cannot be kept');
  return [place(found.importId), found.file, found.place, found.lines?.[0] ?? 0, found.lines?.[1] ?? 0];
}

function fail(row: number): never {
  throw new Error(`the columns of heads have no row ${row}`);
}
