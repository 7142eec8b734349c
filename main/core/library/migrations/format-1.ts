/*
 * Reads a library of format 1: one snapshot file per generation (`catalogue/N.snapshot`: a header, a line of JSON for
 * each 2,000 heads, and the SHA-256 of all before), and journal lines with `v` 1. Tells it as changes; writes nothing.
 */

import { hash } from 'node:crypto';
import { join } from 'node:path';
import { ReaderError } from '../../../../shared/errors.ts';
import type { ArticleId, ImportId } from '../../../../shared/model.ts';
import { removeDurably } from '../../store/atomic-file.ts';
import type { Disk } from '../../store/disk.ts';
import { findJournalFiles } from '../../store/journal-files.ts';
import { readJournal } from '../../store/journal-read.ts';
import type { Migration } from '../../store/migrate.ts';
import { RACK } from '../article-table.ts';
import { applyChange, type Change, type Piece } from '../change.ts';
import { createCatalogue, type Catalogue, type Found, type Head, type ImportRecord } from '../state.ts';

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
  'ltr' | 'rtl',
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

const NAME = /^(\d{12})\.snapshot$/;
const SEAL = /^\{"sha256":"([0-9a-f]{64})"\}\n$/;
const SEAL_LENGTH = '{"sha256":""}\n'.length + 64;
const START = { sequence: 0, chunks: [] as readonly Chunk[] };

export const fromFormat1: Migration<Change> = {
  from: 1,
  async read(disk, folder) {
    const catalogue = await readCatalogue(disk, folder);
    return toPieces(catalogue).map((piece) => Object.assign({ kind: 'taken-over' } as const, piece));
  },
  async clear(disk, folder, device) {
    // The snapshots last: as long as there is one, this has not been done to its end.
    const journals = await findJournalFiles(disk, join(folder, 'journal'));
    await removeDurably(
      disk,
      journals.filter((file) => file.device !== device).map(({ name }) => join(folder, 'journal', name)),
    );
    const snapshots = (await disk.list(join(folder, 'catalogue'))).filter((name) => NAME.test(name));
    await removeDurably(
      disk,
      snapshots.map((name) => join(folder, 'catalogue', name)),
    );
  },
  isLeft: async (disk, folder) => (await disk.list(join(folder, 'catalogue'))).some((name) => NAME.test(name)),
};

async function readCatalogue(disk: Disk, folder: string): Promise<Catalogue> {
  const base = await readNewest(disk, join(folder, 'catalogue'));
  const catalogue = createCatalogue();
  for (const chunk of base?.chunks ?? []) readChunk(catalogue, chunk);
  let { sequence } = base ?? START;
  const lines = await readLines(disk, join(folder, 'journal'));
  for (const { seq, change } of lines) {
    if (seq <= sequence) continue;
    applyChange(catalogue, change, seq);
    sequence = seq;
  }
  if (base === undefined && lines[0]?.seq !== 1) {
    throw new ReaderError(
      'damaged',
      `The library in ${folder} is damaged: no part of its catalogue can be read. Nothing was changed.`,
    );
  }
  return catalogue;
}

/** In the order of their numbers; damaged lines are passed over, the backup before the migration holds them. */
async function readLines(
  disk: Disk,
  folder: string,
): Promise<readonly { readonly seq: number; readonly change: Change }[]> {
  const lines: { readonly seq: number; readonly change: Change }[] = [];
  for (const { name } of await findJournalFiles(disk, folder)) {
    const read = readJournal(await disk.readFile(join(folder, name)));
    for (const line of read.lines) {
      // A migration that was cut short left a journal of the new format beside the old one.
      if ((line.v as number) === 1) lines.push({ seq: line.seq, change: line.change as Change });
    }
  }
  return lines.sort((a, b) => a.seq - b.seq);
}

async function readNewest(disk: Disk, folder: string): Promise<typeof START | undefined> {
  const sequences = (await disk.list(folder))
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .sort()
    .toReversed();
  for (const sequence of sequences) {
    const chunks = readSnapshot(await disk.readFile(join(folder, `${sequence}.snapshot`)));
    if (chunks !== undefined) return { sequence: Number(sequence), chunks };
  }
  return undefined;
}

function readSnapshot(bytes: Buffer): readonly Chunk[] | undefined {
  const payload = bytes.subarray(0, Math.max(0, bytes.length - SEAL_LENGTH));
  const seal = SEAL.exec(bytes.toString('latin1', payload.length))?.[1];
  if (seal === undefined || hash('sha256', payload, 'hex') !== seal) return undefined;
  const lines = payload.toString('utf8').split('\n').slice(1, -1);
  return lines.map((line) => JSON.parse(line) as Chunk);
}

function readChunk(catalogue: Catalogue, chunk: Chunk): void {
  switch (chunk.kind) {
    case 'imports':
      for (const record of chunk.imports) catalogue.imports.set(record.summary.id, record);
      return;
    case 'colours':
      for (const [name, colour] of chunk.colours) catalogue.colours.set(name, colour);
      return;
    case 'states':
      for (const [id, read, starred, tags] of chunk.states) {
        catalogue.states.set(id, { read: read === 1, starred: starred === 1, trashed: false, tags });
      }
      return;
    case 'heads':
      for (const head of toHeads(chunk)) catalogue.heads.set(head.id, head);
      return;
    case 'removed':
      catalogue.removed.set(chunk.id, { record: chunk.record, heads: [] });
      return;
    case 'removed-heads': {
      const before = catalogue.removed.get(chunk.id);
      if (before === undefined) throw new Error(`snapshot: heads without their removed import ${chunk.id}`);
      catalogue.removed.set(chunk.id, { ...before, heads: [...before.heads, ...toHeads(chunk)] });
    }
  }
}

function toHeads({ strings, rows }: HeadsChunk): Head[] {
  const textAt = (index: number): string => strings[index] ?? '';
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

/** The whole catalogue, 2,000 heads or states a piece. */
function toPieces({ colours, imports, removed, heads, states }: Catalogue): readonly Piece[] {
  return [
    { colours: [...colours] },
    ...slices([...imports.values()]).map((slice) => ({ imports: slice })),
    ...[...removed.values()].map((kept) => ({ removed: [kept] })),
    ...slices([...heads.values()]).map((slice) => ({ heads: slice })),
    ...slices([...states.entries()]).map((slice) => ({ states: slice })),
  ];
}

function slices<Value>(values: readonly Value[]): readonly (readonly Value[])[] {
  const pieces: (readonly Value[])[] = [];
  for (let start = 0; start < values.length; start += RACK) pieces.push(values.slice(start, start + RACK));
  return pieces;
}
