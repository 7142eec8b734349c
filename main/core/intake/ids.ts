/* Ids of imports: they sort by time, and two of one library never meet. */

import { randomBytes } from 'node:crypto';
import type { ImportId } from '../../../shared/model.ts';

/**
 * Makes ids of the form `<base 36 epoch ms, 9 digits>-<8 random hex digits>`, each after all before it, even when the clock is put
 * back: `newest` is the time of the newest import there is.
 */
export function createImportIds(
  clock: () => number,
  newest: number,
): () => { readonly id: ImportId; readonly importedAt: number } {
  let last = newest;
  return () => {
    last = Math.max(clock(), last + 1);
    const id = `${last.toString(36).padStart(9, '0')}-${randomBytes(4).toString('hex')}` as ImportId;
    return { id, importedAt: last };
  };
}
