/*
 * The catalogue as lines of JSON for a snapshot, and back. Heads go in chunks of 2,000 as rows without names; strings
 * that repeat (sources, packs, imports) are named once a chunk. What comes back was checked against its SHA-256.
 */

import type { ArticleId, ArticleState, Direction, ImportId } from '../../../shared/model.ts';
import type { Codec } from '../store/load.ts';
import { applyChange, type Change } from './change.ts';
import { createCatalogue, type Catalogue, type Found, type Head, type ImportRecord } from './state.ts';

/** import, file, place, first line (0: no lines), last line */
type FoundRow = readonly [number, number, number, number, number];
/** id, title, source (-1: none), inferred, date, language (-1: none), direction, words, pack, offset, length, sum, finds */
type HeadRow = readonly [
  ArticleId,
  string,
  number,
  0 | 1,
  string | null,
  number,
  Direction,
  number,
  number,
  number,
  number,
  string,
  readonly FoundRow[],
];

type HeadsChunk = { readonly strings: readonly string[]; readonly rows: readonly HeadRow[] };
type Chunk =
  | { readonly kind: 'imports'; readonly imports: readonly ImportRecord[] }
  | { readonly kind: 'colours'; readonly colours: readonly (readonly [string, number])[] }
  | { readonly kind: 'states'; readonly states: readonly (readonly [ArticleId, 0 | 1, 0 | 1, readonly string[]])[] }
  | ({ readonly kind: 'heads' } & HeadsChunk)
  | { readonly kind: 'removed'; readonly id: ImportId; readonly record: ImportRecord }
  | ({ readonly kind: 'removed-heads'; readonly id: ImportId } & HeadsChunk);

const CHUNK = 2000;

export const catalogueCodec: Codec<Catalogue, Change> = {
  empty: createCatalogue,
  apply: applyChange,
  toChunks(catalogue) {
    // Copied now, spelled out later: the leaves are never changed, so these arrays stay true to this moment.
    const imports = [...catalogue.imports.values()];
    const colours = [...catalogue.colours];
    const states = [...catalogue.states];
    const heads = [...catalogue.heads.values()];
    const removed = [...catalogue.removed];
    return (function* () {
      for (const slice of slices(imports, 100)) yield spell({ kind: 'imports', imports: slice });
      yield spell({ kind: 'colours', colours });
      for (const slice of slices(states, CHUNK)) yield spell({ kind: 'states', states: slice.map(toStateRow) });
      for (const slice of slices(heads, CHUNK)) yield spell({ kind: 'heads', ...toHeadsChunk(slice) });
      for (const [id, { record, heads: kept }] of removed) {
        yield spell({ kind: 'removed', id, record });
        for (const slice of slices(kept, CHUNK)) yield spell({ kind: 'removed-heads', id, ...toHeadsChunk(slice) });
      }
    })();
  },
  fromChunks(chunks) {
    const catalogue = createCatalogue();
    const interned = new Map<string, string>();
    const intern = (text: string): string => {
      const known = interned.get(text) ?? text;
      interned.set(known, known);
      return known;
    };
    for (const chunk of chunks) readChunk(catalogue, chunk as Chunk, intern);
    return catalogue;
  },
};

function readChunk(catalogue: Catalogue, chunk: Chunk, intern: (text: string) => string): void {
  switch (chunk.kind) {
    case 'imports':
      for (const record of chunk.imports) catalogue.imports.set(record.summary.id, record);
      return;
    case 'colours':
      for (const [name, colour] of chunk.colours) catalogue.colours.set(name, colour);
      return;
    case 'states':
      for (const [id, read, starred, tags] of chunk.states) {
        catalogue.states.set(id, { read: read === 1, starred: starred === 1, tags: tags.map(intern) });
      }
      return;
    case 'heads':
      for (const head of fromHeadsChunk(chunk, intern)) catalogue.heads.set(head.id, head);
      return;
    case 'removed':
      catalogue.removed.set(chunk.id, { record: chunk.record, heads: [] });
      return;
    case 'removed-heads': {
      const before = catalogue.removed.get(chunk.id);
      if (before === undefined) throw new Error(`snapshot: heads without their removed import ${chunk.id}`);
      catalogue.removed.set(chunk.id, { ...before, heads: [...before.heads, ...fromHeadsChunk(chunk, intern)] });
    }
  }
}

function toStateRow([id, { read, starred, tags }]: readonly [ArticleId, ArticleState]): readonly [
  ArticleId,
  0 | 1,
  0 | 1,
  readonly string[],
] {
  return [id, read ? 1 : 0, starred ? 1 : 0, tags];
}

function toHeadsChunk(heads: readonly Head[]): HeadsChunk {
  const places = new Map<string, number>();
  const place = (text: string | null): number => {
    if (text === null) return -1;
    const at = places.get(text) ?? places.size;
    places.set(text, at);
    return at;
  };
  const toFoundRow = ({ importId, file, place: nth, lines }: Found): FoundRow => [
    place(importId),
    file,
    nth,
    lines?.[0] ?? 0,
    lines?.[1] ?? 0,
  ];
  const rows = heads.map((head): HeadRow => [
    head.id,
    head.title,
    place(head.source),
    head.sourceInferred ? 1 : 0,
    head.date,
    place(head.language),
    head.direction,
    head.words,
    place(head.body.pack),
    head.body.offset,
    head.body.length,
    head.body.sum,
    head.found.map(toFoundRow),
  ]);
  return { strings: [...places.keys()], rows };
}

function fromHeadsChunk({ strings, rows }: HeadsChunk, intern: (text: string) => string): Head[] {
  const texts = strings.map(intern);
  const textAt = (index: number): string => texts[index] ?? '';
  const toFound = ([importId, file, place, first, last]: FoundRow): Found => ({
    importId: textAt(importId) as ImportId,
    file,
    place,
    lines: first === 0 ? null : [first, last],
  });
  return rows.map(
    ([id, title, source, inferred, date, language, direction, words, pack, offset, length, sum, found]): Head => ({
      id,
      title,
      source: source < 0 ? null : textAt(source),
      sourceInferred: inferred === 1,
      date,
      language: language < 0 ? null : textAt(language),
      direction,
      words,
      body: { pack: textAt(pack), offset, length, sum },
      found: found.map(toFound),
    }),
  );
}

function spell(chunk: Chunk): string {
  return JSON.stringify(chunk);
}

function* slices<Value>(values: readonly Value[], size: number): Generator<readonly Value[]> {
  for (let start = 0; start < values.length; start += size) yield values.slice(start, start + size);
}
