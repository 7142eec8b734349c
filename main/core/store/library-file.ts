/* `library.json`: the version of the format on disk and who writes here. Read before anything else is touched. */

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ReaderError } from '../../../shared/errors.ts';
import { errorCode, writeAtomic } from './atomic-file.ts';

export const FORMAT = 1;

export type LibraryFile = { readonly format: number; readonly library: string; readonly device: string };

const formatSchema = z.object({ format: z.number().int().min(1) });
const librarySchema = z.object({
  format: z.literal(FORMAT),
  library: z.string().min(1),
  /** Part of file names. */
  device: z.string().regex(/^[0-9a-z-]{1,64}$/),
});

/**
 * Reads `library.json`. Undefined when there is none, 'unreadable' when it makes no sense; throws `newer-format` when
 * a later Broadsheet wrote it.
 */
export async function readLibraryFile(folder: string): Promise<LibraryFile | undefined | 'unreadable'> {
  const text = await readText(join(folder, 'library.json'));
  if (text === undefined) return undefined;
  const json = parseJson(text);
  const { data } = formatSchema.safeParse(json);
  if (data !== undefined && data.format > FORMAT) {
    throw new ReaderError(
      'newer-format',
      `The library in ${folder} was written by a newer version of Broadsheet. Nothing was changed.`,
    );
  }
  return librarySchema.safeParse(json).data ?? 'unreadable';
}

/** Writes `library.json`: for a new library, or for one whose file was lost and whose device is known. */
export async function writeLibraryFile(folder: string, device: string): Promise<LibraryFile> {
  const file: LibraryFile = { format: FORMAT, library: randomUUID(), device };
  await writeAtomic(join(folder, 'library.json'), `${JSON.stringify(file, null, 2)}\n`);
  return file;
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
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
