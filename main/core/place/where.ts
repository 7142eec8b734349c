/*
 * Which folder is the library. In this order: the one named by `--library`; `library` beside the program, which then
 * travels with it; the one a person chose, which `place.json` remembers; the platform's own.
 */

import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ReaderError } from '../../../shared/errors.ts';
import { configFolder, defaultLibrary, here, type Surroundings } from '../folders.ts';
import { makeFolder, unwritable, writeAtomic } from '../store/atomic-file.ts';
import { errorCode, realDisk } from '../store/disk.ts';
import { findUse, type Spot } from './spot.ts';

export type WhereOptions = {
  /** What `--library` named. */
  readonly library?: string | undefined;
  /** The packaged program; undefined where Broadsheet runs from its source, beside which nothing lies. */
  readonly executable?: string | undefined;
  readonly surroundings?: Surroundings;
};

/** `trouble`: why the folder a person chose may not be this one, in a sentence. */
export type Where = Spot & { readonly trouble: string | null };

const rememberedSchema = z.object({ folder: z.string().min(1).max(32_768) });

/** Finds the library's folder. Makes nothing; whether a library is there shows when it is opened. */
export async function findWhere(options: WhereOptions = {}): Promise<Where> {
  const { library, executable, surroundings = here } = options;
  if (library !== undefined) return { folder: library, portable: false, mayMake: true, trouble: null };
  const beside = findBeside(executable, surroundings);
  if (beside !== undefined && (await mayBePortable(beside))) {
    return { folder: beside, portable: true, mayMake: true, trouble: null };
  }
  const remembered = await readRemembered(surroundings);
  if ('folder' in remembered) return { folder: remembered.folder, portable: false, mayMake: false, trouble: null };
  return { folder: defaultLibrary(surroundings), portable: false, mayMake: true, trouble: remembered.trouble };
}

/** The folder that makes a packaged program portable when it is there; an AppImage and a portable .exe run unpacked elsewhere. */
export function findBeside(
  executable: string | undefined,
  { platform, environment }: Pick<Surroundings, 'platform' | 'environment'>,
): string | undefined {
  if (executable === undefined) return undefined;
  if (platform === 'win32') {
    return path.win32.join(environment['PORTABLE_EXECUTABLE_DIR'] ?? path.win32.dirname(executable), 'library');
  }
  const [, bundle] = platform === 'darwin' ? (/^(.*?\.app)\/Contents\/MacOS\//.exec(executable) ?? []) : [];
  const image = platform === 'darwin' ? undefined : environment['APPIMAGE'];
  return path.posix.join(path.posix.dirname(bundle ?? image ?? executable), 'library');
}

/** Writes durably that a folder is the library from now on. Answers how to take that back. Throws `unwritable`. */
export type Remember = (folder: string) => Promise<() => Promise<void>>;

export function createRemember(surroundings: Surroundings = here): Remember {
  const file = rememberedFile(surroundings);
  return async (folder) => {
    try {
      const before = await readBefore(file);
      await makeFolder(realDisk, path.dirname(file));
      await writeAtomic(realDisk, file, `${JSON.stringify({ folder: path.resolve(folder) }, null, 2)}\n`);
      return async () => (before === undefined ? rm(file) : writeAtomic(realDisk, file, before));
    } catch (error) {
      throw unwritable(`It could not be written down in ${file} that the library lies in ${folder}`, error);
    }
  };
}

async function readBefore(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function readRemembered(
  surroundings: Surroundings,
): Promise<{ readonly folder: string } | { readonly trouble: string | null }> {
  const file = rememberedFile(surroundings);
  try {
    return rememberedSchema
      .refine(({ folder }) => path.isAbsolute(folder))
      .parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { trouble: null };
    return {
      trouble: `Which folder was chosen for the library could not be read from ${file}; this is the usual one.`,
    };
  }
}

function rememberedFile(surroundings: Surroundings): string {
  return path.join(configFolder(surroundings), 'place.json');
}

/** A folder with other things in it is some other program's, or what is left of a library that was moved away. */
async function mayBePortable(folder: string): Promise<boolean> {
  try {
    return ['empty', 'library'].includes(await findUse(folder));
  } catch (error) {
    // Beside a program that lies where one may not look there is no library of ours.
    if (error instanceof ReaderError) return false;
    throw error;
  }
}
