/* What lies in a library's folder at one moment: the files that a backup is to hold, and which library it is. */

import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isBackedUp } from './names.ts';

/** A file of a library: its path relative to the folder with `/` between, and how much of it was there. */
export type LibraryFileSize = { readonly path: string; readonly bytes: number };

export type Identity = { readonly format: number | null; readonly library: string | null };

const identitySchema = z.object({ format: z.number().int().min(1), library: z.string() });

/**
 * Lists the files of a closed library, in the order of their paths: all but what `isBackedUp` leaves out and what is
 * neither file nor folder, such as symbolic links. Throws what the system throws.
 */
export async function listLibrary(folder: string): Promise<readonly LibraryFileSize[]> {
  const files: LibraryFileSize[] = [];
  for await (const file of walk(folder, '')) files.push(file);
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

async function* walk(folder: string, above: string): AsyncGenerator<LibraryFileSize> {
  for (const found of await readdir(join(folder, above), { withFileTypes: true })) {
    const path = above === '' ? found.name : `${above}/${found.name}`;
    if (!isBackedUp(path)) continue;
    if (found.isDirectory()) yield* walk(folder, path);
    else if (found.isFile()) yield { path, bytes: (await lstat(join(folder, path))).size };
  }
}

/** Whose backup it is, by `library.json`. A library whose file is missing or damaged has no identity, but is there. */
export async function readIdentity(folder: string): Promise<Identity> {
  try {
    const json: unknown = JSON.parse(await readFile(join(folder, 'library.json'), 'utf8'));
    const { format = null, library = null } = identitySchema.safeParse(json).data ?? {};
    return { format, library };
  } catch {
    // Missing, unreadable or no JSON: all the same here; that it goes into the backup unread is not our matter.
    return { format: null, library: null };
  }
}
