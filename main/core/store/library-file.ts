/* `library.json`: the version of the format on disk and who writes here. Read before anything else is touched. */

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomic } from './atomic-file.ts';
import { errorCode, type Disk } from './disk.ts';
import { openSealed, sealLine } from './sealed-line.ts';

export const FORMAT = 2;

export type LibraryFile = { readonly format: number; readonly library: string; readonly device: string };

const librarySchema = z.object({
  format: z.number().int().min(1),
  library: z.string().min(1),
  /** Part of file names. */
  device: z.string().regex(/^[0-9a-z-]{1,64}$/),
});

/**
 * Reads `library.json`. Undefined when there is none, 'unreadable' when it is not as it was written. Any format is
 * answered: what to do with it is the caller's matter. Format 1 had no checksum.
 */
export async function readLibraryFile(disk: Disk, folder: string): Promise<LibraryFile | undefined | 'unreadable'> {
  const bytes = await readIfThere(disk, join(folder, 'library.json'));
  if (bytes === undefined) return undefined;
  const sealed = openSealed(Buffer.from(bytes.toString('latin1').trimEnd(), 'latin1'));
  const file = librarySchema.safeParse(sealed?.value ?? parseJson(bytes.toString('utf8'))).data;
  if (file === undefined || (sealed === undefined && file.format !== 1)) return 'unreadable';
  const { format, library, device } = file;
  return { format, library, device };
}

/** Writes `library.json`: for a new library, or for one whose file was lost. */
export async function writeLibraryFile(
  disk: Disk,
  folder: string,
  { library, device }: Pick<LibraryFile, 'library' | 'device'>,
): Promise<LibraryFile> {
  const file = { format: FORMAT, library, device };
  await writeAtomic(disk, join(folder, 'library.json'), `${sealLine(file).text}\n`);
  return file;
}

/** Names for a library, or for a device that writes to one. */
export function newLibraryId(): string {
  return randomUUID();
}
export function newDeviceId(): string {
  return randomUUID().slice(0, 8);
}

async function readIfThere(disk: Disk, path: string): Promise<Buffer | undefined> {
  try {
    return await disk.readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
