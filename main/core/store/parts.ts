/*
 * Parts of the catalogue on disk: `catalogue/KEY.HASH.json`, one JSON value each, named by their content, so that a part
 * that did not change is the same file in every generation.
 */

import { hash } from 'node:crypto';
import { join } from 'node:path';
import { writeAtomic } from './atomic-file.ts';
import { errorCode, type Disk } from './disk.ts';

/** A part as a manifest names it. `key` says which part (`heads-0003`), `file` where it lies. */
export type PartRef = {
  readonly key: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
};

/** What became of reading a part: its JSON text in UTF-8, or the bytes of a damaged file. */
export type PartRead =
  { readonly ref: PartRef; readonly content: Buffer } | { readonly ref: PartRef; readonly damaged: Buffer | 'missing' };

const NAME = /^[a-z0-9-]+\.[0-9a-f]{16}\.json$/;

export function isPartName(name: string): boolean {
  return NAME.test(name);
}

/** Writes the JSON text of a part, durable when this answers. `isThere` says which files need not be written again. */
export async function writePart(
  disk: Disk,
  catalogue: string,
  { key, text, isThere }: { readonly key: string; readonly text: string; readonly isThere: (file: string) => boolean },
): Promise<PartRef> {
  const content = Buffer.from(`${text}\n`);
  const sha256 = hash('sha256', content, 'hex');
  const file = `${key}.${sha256.slice(0, 16)}.json`;
  if (!isThere(file)) await writeAtomic(disk, join(catalogue, file), content);
  return { key, file, bytes: content.length, sha256 };
}

/** Room that reading a part takes: one byte more than it has, or what was written behind it would not be seen. */
export function roomFor({ bytes }: PartRef): number {
  return bytes + 1;
}

/** Reads a part and checks every byte of it. `room` holds what is answered: fresh memory for each costs more than reading. */
export async function readPart(
  disk: Disk,
  catalogue: string,
  ref: PartRef,
  room = Buffer.alloc(roomFor(ref)),
): Promise<PartRead> {
  const path = join(catalogue, ref.file);
  const isWhole = (content: Buffer | undefined): content is Buffer =>
    content !== undefined && hash('sha256', content, 'hex') === ref.sha256;
  const content = await ifThere(async () => readInto(disk, path, room.subarray(0, roomFor(ref))));
  if (isWhole(content)) return { ref, content };
  // A disk that failed once is asked once more, before anything is called lost.
  const again = await ifThere(async () => disk.readFile(path));
  return isWhole(again) ? { ref, content: again } : { ref, damaged: again ?? 'missing' };
}

async function readInto(disk: Disk, path: string, room: Buffer): Promise<Buffer> {
  const file = await disk.open(path, 'read');
  try {
    return room.subarray(0, await file.read(room, 0));
  } finally {
    await file.close();
  }
}

/** Undefined where there is no such file, or where the disk cannot read it: both mean that it must come from elsewhere. */
async function ifThere(read: () => Promise<Buffer>): Promise<Buffer | undefined> {
  try {
    return await read();
  } catch (error) {
    if (['ENOENT', 'EIO', 'EISDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}
