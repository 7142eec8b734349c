/* Headlines that are numbered through the file: "1. ...", "2. ...", or "[1/3] ...". */

import { isOpening } from './openings.ts';
import type { Piece } from './pieces.ts';

/** Pieces that carry the next number of the sequence. */
export type Numbering = ReadonlyMap<number, { readonly of: number | null }>;

/**
 * Finds the sequence. Plain numbers count only when the file begins with one and each is followed by text: otherwise
 * they are a list inside an article. "[1/3]" says of itself that it counts. A number may be missing: clippings are
 * thrown away, and the others keep theirs.
 */
export function findNumbering(pieces: readonly Piece[]): Numbering {
  const stamped = new Map<number, { readonly of: number | null }>();
  const plain = new Map<number, { readonly of: number | null }>();
  const sequence = createSequence();
  for (const [index, piece] of pieces.entries()) {
    const { numbered } = piece.traits;
    if (numbered === undefined || piece.traits.long) continue;
    if (numbered.of !== null) stamped.set(index, { of: numbered.of });
    else if ((index > 0 && plain.size === 0) || !isOpening(piece)) continue;
    else if (hasText(pieces, index) && sequence(numbered.number, roomAbove(pieces, index), index === 0))
      plain.set(index, { of: null });
  }
  if (stamped.size > 0) return stamped;
  return plain.size >= 2 ? plain : new Map();
}

const mostMissing = 3;

/**
 * Tells whether a number goes on with the headlines. Points inside an article ("1.", "2.", "3." under the third
 * headline) have a sequence of their own, which may reach the number that the next headline has: of the two, the one
 * with more room above it is the headline.
 */
function createSequence(): (number: number, gap: number, isFirst: boolean) => boolean {
  let expected = 1;
  let room = 0;
  let inner: { readonly number: number; readonly gap: number } | undefined;
  return (number, gap, isFirst) => {
    const goesOn = inner !== undefined && number === inner.number + 1 && gap <= inner.gap;
    const fits = isFirst || (number >= expected && number <= expected + mostMissing && gap >= room && !goesOn);
    if (!fits) {
      inner = { number, gap };
      return false;
    }
    if (!isFirst) room = Math.min(gap, 1);
    inner = undefined;
    expected = number + 1;
    return true;
  };
}

/** Blank lines above a headline, or above the word of its section. */
function roomAbove(pieces: readonly Piece[], index: number): number {
  const [above, piece] = [pieces[index - 1], pieces[index]];
  if (piece === undefined || piece.gap > 0 || above === undefined || above.unit.text.length > 24)
    return piece?.gap ?? 0;
  return above.gap;
}

function hasText(pieces: readonly Piece[], index: number): boolean {
  for (let next = index + 1; next < Math.min(pieces.length, index + 9); next += 1) {
    const traits = pieces[next]?.traits;
    if (traits === undefined || (traits.numbered !== undefined && !traits.long)) return false;
    if (traits.long && traits.caption === undefined) return true;
  }
  return false;
}
