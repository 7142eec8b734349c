/*
 * Up to 2,000 heads as columns: how they lie in a part of the catalogue. Strings that repeat (sources, dates, packs,
 * imports) are named once. typed-columns.ts has them as they stay in memory.
 */

import { z } from 'zod';
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

type FoundRow = readonly [at: number, file: number, place: number, first: number, last: number];

function toFoundRow(found: Found | undefined, place: (text: string) => number): FoundRow {
  if (found === undefined) throw new Error('a head without a find cannot be kept');
  return [place(found.importId), found.file, found.place, found.lines?.[0] ?? 0, found.lines?.[1] ?? 0];
}
