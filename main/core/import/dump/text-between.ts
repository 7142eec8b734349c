/* Whether there is text between two places: an article without any is none. */

import { isParagraph } from './openings.ts';
import type { Piece } from './pieces.ts';

/** Looks at the pieces from `first` up to, but not including, `next`. */
export function hasTextBetween(pieces: readonly Piece[], first: number, next: number): boolean {
  for (let index = first; index < next; index += 1) {
    // So many lines are text, however short they are.
    if (index - first >= 12) return true;
    const piece = pieces[index];
    if (piece === undefined || piece.traits.titleLike || !isParagraph(piece)) continue;
    if (piece.traits.long || !isSaidNear(pieces, index)) return true;
  }
  return false;
}

/** A caption that is a sentence without a credit is told from a paragraph by its coming again. */
function isSaidNear(pieces: readonly Piece[], index: number): boolean {
  const key = pieces[index]?.traits.key;
  return [-2, -1, 1, 2].some((step) => pieces[index + step]?.traits.key === key);
}
