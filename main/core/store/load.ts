/*
 * Decides what a library is from what is left of it on disk: the newest whole generation and all later journal lines;
 * where no generation is whole, the journal from its beginning; where that is not whole either, what can be read of
 * both. Nothing is changed on disk here; heal.ts does that once it is known that the library may be opened.
 */

import { join } from 'node:path';
import type { Disk } from './disk.ts';
import type { JournalLine } from './journal-read.ts';
import type { PartRef } from './parts.ts';
import {
  readGenerations,
  readJournals,
  type BadFile,
  type Generation,
  type JournalContent,
  type Part,
} from './read-catalogue.ts';
import { beginning, laterTime, type HybridTime } from './time.ts';

/** How a document becomes parts on disk and how a change changes it. */
export type Codec<Document, Change> = {
  readonly empty: () => Document;
  readonly isEmpty: (document: Document) => boolean;
  /** May change the document in place. `sequence` is that of the change. */
  readonly apply: (document: Document, change: Change, sequence: number) => void;
  /** Keys of all parts, in the order in which they must be read back. A key is made of `a-z`, digits and `-`. */
  readonly keys: (document: Document) => readonly string[];
  /** Keys of the parts that changed since the last call, or since the document was read. */
  readonly takeDirty: (document: Document) => readonly string[];
  /** The JSON text of a part as it is at this call, however late it is asked for. */
  readonly draw: (document: Document, key: string) => () => string;
  /** What of the JSON text of a part, in UTF-8, is kept until all are there: what it is made of should not pile up. */
  readonly parsePart: (key: string, content: Buffer) => unknown;
  /** Reads parts back, in the order of their keys. Some may be missing when a library is rescued. */
  readonly fromParts: (parts: readonly Part[]) => Document;
};

export type Loaded<Document> = {
  readonly document: Document;
  readonly sequence: number;
  /** That of the last change in the generation that the document was read from; 0 without one. */
  readonly drawn: number;
  readonly time: HybridTime;
  /** Files of the generation that the document was read from. */
  readonly parts: readonly PartRef[];
  readonly damage: CatalogueDamage;
};

export type CatalogueDamage = {
  readonly bad: readonly BadFile[];
  readonly journals: readonly JournalContent[];
  /** Changes are missing that cannot be read anywhere. */
  readonly gap: boolean;
  /** No generation was whole: the catalogue was told again from the journal, or pieced together. */
  readonly from: 'generation' | 'journal' | 'pieces';
};

export type LoadOptions<Document, Change> = {
  readonly disk: Disk;
  readonly folder: string;
  readonly device: string;
  readonly codec: Codec<Document, Change>;
};

export async function loadCatalogue<Document, Change>({
  disk,
  folder,
  device,
  codec,
}: LoadOptions<Document, Change>): Promise<Loaded<Document>> {
  const { whole, rest, bad } = await readGenerations(disk, join(folder, 'catalogue'), codec.parsePart);
  const journals = await readJournals(disk, { folder: join(folder, 'journal'), device }, whole?.manifest.sequence ?? 0);
  const isTold = isWholeStory(journals);
  const base = whole ?? (isTold ? undefined : rest);
  const document = base === undefined ? codec.empty() : codec.fromParts(base.parts);
  codec.takeDirty(document);
  const replayed = replay(document, journals, codec, toStart(base));
  const damage = {
    bad,
    journals,
    gap: replayed.gap || (whole === undefined && base !== undefined) || isShort(replayed.sequence, rest),
    from: whole !== undefined ? 'generation' : isTold ? 'journal' : 'pieces',
  } as const;
  return { document, ...replayed, drawn: whole?.manifest.sequence ?? 0, parts: whole?.manifest.parts ?? [], damage };
}

type Start = { readonly sequence: number; readonly time: HybridTime };

function toStart(base: Generation | undefined): Start {
  return base === undefined ? { sequence: 0, time: beginning } : base.manifest;
}

/** A journal that begins with the first change. Where lines are missing further on, it still says more than pieces do. */
function isWholeStory(journals: readonly JournalContent[]): boolean {
  const [first] = tellLines(journals);
  return first?.seq === 1;
}

function* tellLines(journals: readonly JournalContent[]): Generator<JournalLine> {
  for (const { read } of journals) yield* read.lines;
}

/** A generation knew of changes that the journal does not have. */
function isShort(sequence: number, rest: Generation | undefined): boolean {
  return rest !== undefined && rest.manifest.sequence > sequence;
}

function replay<Document, Change>(
  document: Document,
  journals: readonly JournalContent[],
  codec: Codec<Document, Change>,
  start: Start,
): Start & { readonly gap: boolean } {
  let { sequence, time } = start;
  let gap = false;
  for (const line of tellLines(journals)) {
    if (line.seq <= sequence) continue;
    gap ||= line.seq !== sequence + 1;
    codec.apply(document, line.change as Change, line.seq);
    sequence = line.seq;
    time = laterTime(time, line.time);
  }
  return { sequence, time, gap };
}
