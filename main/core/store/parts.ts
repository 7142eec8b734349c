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

/** What became of reading a part. `bytes` are those of a damaged file. */
export type PartRead =
  { readonly ref: PartRef; readonly value: unknown } | { readonly ref: PartRef; readonly damaged: Buffer | 'missing' };

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

/** Reads a part and checks every byte of it. */
export async function readPart(disk: Disk, catalogue: string, ref: PartRef): Promise<PartRead> {
  const content = await readIfThere(disk, join(catalogue, ref.file));
  if (content === undefined) return { ref, damaged: 'missing' };
  if (hash('sha256', content, 'hex') !== ref.sha256) return { ref, damaged: content };
  return { ref, value: JSON.parse(content.toString('utf8')) };
}

/** Undefined where there is no such file, or where the disk cannot read it: both mean that it must come from elsewhere. */
async function readIfThere(disk: Disk, path: string): Promise<Buffer | undefined> {
  try {
    return await disk.readFile(path);
  } catch (error) {
    if (['ENOENT', 'EIO', 'EISDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}
