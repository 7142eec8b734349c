/* The place as both hosts open it on this machine: found, remembered, and warned of where that is due. */

import type { ReaderOptions } from '../reader.ts';
import { openPlace, type LibraryPlace } from './place.ts';
import { gatherNote } from './surroundings.ts';
import { createRemember, type Where } from './where.ts';

export type OpenHere = {
  readonly where: Where;
  readonly log: (line: string, error?: unknown) => void;
} & Pick<ReaderOptions, 'sample' | 'warm' | 'startParser'>;

/** Opens the library found by `findWhere`. Never throws because that cannot be done. */
export async function openPlaceHere({ where, ...options }: OpenHere): Promise<LibraryPlace> {
  const { folder, portable, mayMake, trouble } = where;
  if (trouble !== null) options.log(trouble);
  return openPlace({
    ...options,
    spot: { folder, portable, mayMake },
    remember: createRemember(),
    findNote: async (other) => {
      const notes = [other === folder ? trouble : null, await gatherNote(other)];
      return notes.filter((note) => note !== null).join(' ') || null;
    },
  });
}
