/*
 * Puts right what load.ts found: damaged files are kept in `damaged/`, the good lines of a damaged journal are kept in
 * place, and each is told in a sentence.
 */

import { relative } from 'node:path';
import type { Repair } from '../../../shared/place.ts';
import { removeDurably, writeAtomic } from './atomic-file.ts';
import { putAside } from './damaged.ts';
import type { Disk } from './disk.ts';
import type { Damage } from './journal-read.ts';
import type { CatalogueDamage } from './load.ts';
import type { BadFile, JournalContent } from './read-catalogue.ts';

/** Whether anything is not as it was written. */
export function isDamaged({ bad, journals, gap, from }: CatalogueDamage): boolean {
  return bad.length > 0 || gap || from !== 'generation' || journals.some(({ read }) => read.damages.length > 0);
}

/** Whether changes may be lost: then the texts that are there may know more than the catalogue. */
export function isIncomplete({ gap, from, journals }: CatalogueDamage): boolean {
  return gap || from === 'pieces' || journals.some(({ read }) => read.damages.some(({ bytes }) => bytes.length > 0));
}

/** What is wrong, in sentences, and whether it cost something. `folder` is the library's. */
export function wordDamage(folder: string, damage: CatalogueDamage): readonly Repair[] {
  const repairs = damage.bad.map((file) => wordBadFile(folder, file, damage));
  if (damage.from !== 'generation' && damage.bad.length === 0) {
    const isTold = damage.from === 'journal';
    const how = isTold ? 'told again from the journal' : 'pieced together from what could be read';
    repairs.push({ words: `The catalogue was missing and was ${how}.`, lost: !isTold });
  }
  for (const file of damage.journals) {
    for (const each of file.read.damages) repairs.push(wordJournal(relativeTo(folder, file.path), each));
  }
  if (damage.gap) repairs.push({ words: gapWords, lost: true });
  return repairs;
}

/** Keeps the damaged bytes aside, then leaves only good lines in the journals. Safe to be cut short and done again. */
export async function healJournals(disk: Disk, folder: string, journals: readonly JournalContent[]): Promise<void> {
  for (const { path, bytes, read } of journals) {
    if (read.damages.length === 0) continue;
    await putAside(disk, folder, path, bytes);
    await writeAtomic(disk, path, read.kept());
  }
}

/**
 * Keeps damaged files aside and takes them away, before a new generation is written: the same part, written anew, has
 * the same name. Nothing can be read from them, so nothing is lost if we are cut short here.
 */
export async function clearBadFiles(disk: Disk, folder: string, bad: readonly BadFile[]): Promise<void> {
  for (const { path, bytes } of bad) if (bytes !== null) await putAside(disk, folder, path, bytes);
  await removeDurably(
    disk,
    bad.flatMap(({ path, bytes }) => (bytes === null ? [] : [path])),
  );
}

const gapWords =
  'Changes are missing from the journal. Articles were looked for in the stored texts; some marks may be as they were earlier.';

/** In place of all else, where the articles came back and nothing of what was done to them. */
export const untold: Repair = {
  words:
    'Neither the catalogue nor the journal could be read. Articles were looked for in the stored texts and in the files that were imported; stars, tags and what was read or in the trash could not be brought back.',
  lost: true,
};

function wordBadFile(folder: string, { path, bytes }: BadFile, { from }: CatalogueDamage): Repair {
  const what = `${relativeTo(folder, path)} ${bytes === null ? 'is missing' : 'was damaged'}`;
  switch (from) {
    case 'generation':
      return { words: `${what}; an older generation and the journal gave the same catalogue.`, lost: false };
    case 'journal':
      return { words: `${what}; the catalogue was told again from the journal.`, lost: false };
    case 'pieces':
      return { words: `${what}; the catalogue was pieced together from what could be read.`, lost: true };
  }
}

function wordJournal(file: string, { bytes, offset, torn }: Damage): Repair {
  if (bytes.length === 0) return { words: `A line break was lost in ${file} and was put back.`, lost: false };
  return torn
    ? { words: `The last line of ${file} was cut short and was left out: it had not been acknowledged.`, lost: false }
    : { words: `A line of ${file} was damaged and was left out (${bytes.length} bytes at ${offset}).`, lost: true };
}

function relativeTo(folder: string, path: string): string {
  return relative(folder, path).replaceAll('\\', '/');
}
