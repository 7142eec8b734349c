/*
 * What is left of a catalogue on disk: generations, newest first, until one is whole, and the journal. Reads only;
 * load.ts decides what the library is.
 */

import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { findJournalFiles } from './journal-files.ts';
import { readJournal, type JournalRead } from './journal-read.ts';
import { findManifests, manifestPath, readManifest, type Manifest } from './manifest.ts';
import { readPart, roomFor, type PartRead } from './parts.ts';

export type Part = { readonly key: string; readonly value: unknown };
export type Generation = { readonly manifest: Manifest; readonly parts: readonly Part[] };

/** A file that is not as it was written. `bytes` is null for one that is missing. */
export type BadFile = { readonly path: string; readonly bytes: Buffer | null };

export type Generations = {
  /** The newest generation of which every part is as it was written. */
  readonly whole: Generation | undefined;
  /** What can be read of those that are newer than that, or of all: the newest part of each key. */
  readonly rest: Generation | undefined;
  readonly bad: readonly BadFile[];
};

/** Makes of the JSON text of a part what is kept of it. */
type ParsePart = (key: string, content: Buffer) => unknown;

const READ_AT_ONCE = 8;

export async function readGenerations(disk: Disk, catalogue: string, parse: ParsePart): Promise<Generations> {
  const bad: BadFile[] = [];
  const broken: { readonly manifest: Manifest; readonly parts: readonly Part[] }[] = [];
  for (const sequence of await findManifests(disk, catalogue)) {
    const manifest = await readManifest(disk, catalogue, sequence);
    if (manifest === undefined) {
      const path = manifestPath(catalogue, sequence);
      bad.push({ path, bytes: await disk.readFile(path) });
      continue;
    }
    const parts: Part[] = [];
    for await (const read of readParts(disk, catalogue, manifest)) {
      if ('damaged' in read) noteBad(bad, catalogue, read);
      else parts.push({ key: read.ref.key, value: parse(read.ref.key, read.content) });
    }
    if (parts.length === manifest.parts.length) return { whole: { manifest, parts }, rest: toRest(broken), bad };
    broken.push({ manifest, parts });
  }
  return { whole: undefined, rest: toRest(broken), bad };
}

/** Each is good until the next is asked for. */
async function* readParts(disk: Disk, catalogue: string, { parts }: Manifest): AsyncGenerator<PartRead> {
  const most = parts.reduce((size, ref) => Math.max(size, roomFor(ref)), 0);
  const rooms = Array.from({ length: Math.min(READ_AT_ONCE, parts.length) }, () => Buffer.alloc(most));
  for (let start = 0; start < parts.length; start += READ_AT_ONCE) {
    const batch = parts.slice(start, start + READ_AT_ONCE);
    yield* await Promise.all(batch.map((ref, place) => readPart(disk, catalogue, ref, rooms[place])));
  }
}

/** A part that several generations share is damaged once. */
function noteBad(bad: BadFile[], catalogue: string, read: Extract<PartRead, { damaged: unknown }>): void {
  const path = join(catalogue, read.ref.file);
  if (bad.some((known) => known.path === path)) return;
  bad.push({ path, bytes: read.damaged === 'missing' ? null : read.damaged });
}

function toRest(broken: readonly Generation[]): Generation | undefined {
  const [newest] = broken;
  if (newest === undefined) return undefined;
  const parts = new Map<string, Part>();
  for (const generation of broken) {
    for (const part of generation.parts) if (!parts.has(part.key)) parts.set(part.key, part);
  }
  return { manifest: newest.manifest, parts: [...parts.values()] };
}

export type JournalContent = { readonly path: string; readonly bytes: Buffer; readonly read: JournalRead };

/** The journal files of a device that hold lines after change `after`, in order. */
export async function readJournals(
  disk: Disk,
  { folder, device }: { readonly folder: string; readonly device: string },
  after: number,
): Promise<readonly JournalContent[]> {
  const contents: JournalContent[] = [];
  for (const { name, device: writer, last } of await findJournalFiles(disk, folder)) {
    if (writer !== device || (last !== null && last <= after)) continue;
    const path = join(folder, name);
    const bytes = await disk.readFile(path);
    contents.push({ path, bytes, read: readJournal(bytes) });
  }
  return contents;
}
