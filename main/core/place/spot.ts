/*
 * What is in a folder, and whether a library may be opened or made there. A folder that once was chosen is never made
 * anew: where its disk is not plugged in, an empty library would stand in for the real one.
 */

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { ReaderError } from '../../../shared/errors.ts';
import { errorCode } from '../store/disk.ts';

export type Spot = {
  readonly folder: string;
  /** It lies beside the program. */
  readonly portable: boolean;
  /** A library may be made there where none is. */
  readonly mayMake: boolean;
};

/** What a system puts into folders by itself. */
const litter = new Set(['.DS_Store', '.localized', 'Thumbs.db', 'desktop.ini', 'lost+found']);
/** A folder with any of these is a library, whole or damaged. */
const marks = ['library.json', 'catalogue', 'journal'];

/** What a folder is to us. Throws `unwritable` where it cannot be looked into. */
export async function findUse(folder: string): Promise<'missing' | 'empty' | 'library' | 'other'> {
  const names = await listFolder(folder);
  if (names === undefined) return 'missing';
  if (names.length === 0) return 'empty';
  return marks.some((mark) => names.includes(mark)) ? 'library' : 'other';
}

/** Throws `not-found` where a library was before and is not there now. */
export async function checkSpot({ folder, mayMake }: Spot): Promise<void> {
  if (mayMake) return;
  const use = await findUse(folder);
  if (use === 'library') return;
  throw new ReaderError(
    'not-found',
    use === 'missing'
      ? `The library's folder ${folder} is not there. Plug in its disk, or choose another folder.`
      : `There is no library in ${folder} any more. If it lies on a disk of its own, plug it in; or choose another folder.`,
  );
}

/** Throws `invalid-input` where a folder holds other things than a library, which must not get among them. */
export async function checkChoice(folder: string): Promise<void> {
  const use = await findUse(folder);
  if (use === 'missing') throw new ReaderError('not-found', `The folder ${folder} is not there.`);
  if (use !== 'other') return;
  throw new ReaderError(
    'invalid-input',
    `The folder ${folder} holds other files and no library. Choose a library, or an empty folder for a new one.`,
  );
}

/** Throws `invalid-input` unless the folder is missing or empty, but for names in `allowed`. */
export async function checkEmpty(folder: string, allowed: readonly string[] = []): Promise<void> {
  const names = (await listFolder(folder)) ?? [];
  if (names.every((name) => allowed.includes(name))) return;
  throw new ReaderError('invalid-input', `The folder ${folder} is not empty. Choose an empty folder.`);
}

/** Names in a folder but for the system's own; undefined where there is no folder. Throws `unwritable` where it cannot be read. */
async function listFolder(folder: string): Promise<readonly string[] | undefined> {
  try {
    return (await readdir(path.resolve(folder))).filter((name) => !litter.has(name));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReaderError('unwritable', `The folder ${folder} cannot be used: ${reason}.`, { cause: error });
  }
}
