/*
 * Reads a catalogue from disk: gathers generations and journal, decides whether what is left may be opened, and only
 * then heals: damaged files are copied to `damaged/`, good lines are kept, every loss is said.
 */

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ReaderError } from '../../../shared/errors.ts';
import { writeAtomic } from './atomic-file.ts';
import { putAside } from './damaged.ts';
import { findGenerations, generationPath, readGeneration } from './generations.ts';
import { findJournalFiles } from './journal.ts';
import { readJournal, type Damage, type JournalRead } from './journal-read.ts';

/** How a document becomes chunks and how a change changes it. `apply` may change the document in place. */
export type Codec<Document, Change> = {
  readonly empty: () => Document;
  readonly apply: (document: Document, change: Change) => void;
  /** Lines of JSON that describe the document as it is at the call, however late they are asked for. */
  readonly toChunks: (document: Document) => Iterable<string>;
  readonly fromChunks: (chunks: readonly unknown[]) => Document;
};

export type LoadOptions<Document, Change> = {
  readonly folder: string;
  readonly codec: Codec<Document, Change>;
  /** Says damage, in words. */
  readonly notice: (line: string) => void;
};

/** `damaged` asks for a new generation, so that what was lost once is not met again. */
export type Loaded<Document> = { readonly document: Document; readonly sequence: number; readonly damaged: boolean };

/** Throws `damaged`, with nothing changed on disk, where only an empty library could be shown in place of what was there. */
export async function loadCatalogue<Document, Change>(
  options: LoadOptions<Document, Change>,
): Promise<Loaded<Document>> {
  const { folder, codec, notice } = options;
  const { base, bad } = await readNewestValid(join(folder, 'catalogue'));
  const files = await readJournals(join(folder, 'journal'), base?.sequence ?? 0);
  const document = base === undefined ? codec.empty() : codec.fromChunks(base.chunks);
  let sequence = base?.sequence ?? 0;
  let gap = false;
  for (const line of files.flatMap((file) => file.read.lines)) {
    if (line.seq <= sequence) continue;
    gap ||= line.seq !== sequence + 1;
    codec.apply(document, line.change as Change);
    sequence = line.seq;
  }
  const damages = files.flatMap((file) => file.read.damages);
  const baseLost = base === undefined && (sequence === 0 || gap);
  const allLost = sequence === 0 && (bad.length > 0 || !damages.every(isCutShort));
  if (baseLost || allLost) throw nothingLeft(folder);
  await healGenerations(folder, bad, notice);
  for (const file of files) await healJournal(folder, file, notice);
  if (gap) notice('Lines are missing from the journal: some changes since the last snapshot are lost.');
  return { document, sequence, damaged: base === undefined || bad.length > 0 || damages.length > 0 || gap };
}

/** The first line of a new library that a crash cut short: never acknowledged, so nothing is lost with it. */
function isCutShort(damage: Damage): boolean {
  const start = '{"v":1,"device":"';
  const bytes = damage.bytes.toString('latin1', 0, start.length);
  return damage.torn && start.startsWith(bytes);
}

type Base = { readonly sequence: number; readonly chunks: readonly unknown[] };

async function readNewestValid(
  catalogue: string,
): Promise<{ readonly base: Base | undefined; readonly bad: readonly number[] }> {
  const bad: number[] = [];
  for (const sequence of await findGenerations(catalogue)) {
    const generation = await readGeneration(catalogue, sequence);
    if (generation !== undefined) return { base: { sequence, chunks: generation.chunks }, bad };
    bad.push(sequence);
  }
  return { base: undefined, bad };
}

type JournalContent = { readonly path: string; readonly bytes: Buffer; readonly read: JournalRead };

/** The journal files that hold lines after `base`, in order. */
async function readJournals(folder: string, base: number): Promise<readonly JournalContent[]> {
  const contents: JournalContent[] = [];
  for (const { name, last } of await findJournalFiles(folder)) {
    if (last !== null && last <= base) continue;
    const path = join(folder, name);
    const bytes = await readFile(path);
    contents.push({ path, bytes, read: readJournal(bytes) });
  }
  return contents;
}

async function healGenerations(folder: string, bad: readonly number[], notice: (line: string) => void): Promise<void> {
  for (const path of bad.map((each) => generationPath(join(folder, 'catalogue'), each))) {
    const kept = await putAside(path, await readFile(path), folder);
    await rm(path);
    notice(`A snapshot of the catalogue was damaged; an older one and the journal were used. It was kept as ${kept}.`);
  }
}

async function healJournal(
  folder: string,
  { path, bytes, read }: JournalContent,
  notice: (line: string) => void,
): Promise<void> {
  if (read.damages.length === 0) return;
  const kept = await putAside(path, bytes, folder);
  for (const damage of read.damages) notice(`${wordDamage(damage)} The journal as it was is kept as ${kept}.`);
  await writeAtomic(path, Buffer.concat(read.kept));
}

function wordDamage({ bytes, offset, torn }: Damage): string {
  const where = `${bytes.length} bytes at ${offset}`;
  if (bytes.length === 0) return `A line break of the journal was lost at ${offset} and was put back.`;
  return torn
    ? `The last line of the journal was cut short and was left out (${where}).`
    : `A line of the journal was damaged and could not be read (${where}).`;
}

function nothingLeft(folder: string): ReaderError {
  return new ReaderError(
    'damaged',
    `The library in ${folder} is damaged: no part of its catalogue can be read. Nothing was changed; the files that were imported are in its folder "originals".`,
  );
}
