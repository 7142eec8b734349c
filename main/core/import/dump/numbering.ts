/* Headlines that are numbered through the file: "1. ...", "2. ...", or "[1/3] ...". */

import type { Piece } from './pieces.ts';

/** Pieces that carry the next number of the sequence. */
export type Numbering = ReadonlyMap<number, { readonly of: number | null }>;

/**
 * Finds the sequence. Plain numbers count only when the file begins with "1." and each is followed by text: otherwise
 * they are a list inside an article. "[1/3]" says of itself that it counts.
 */
export function findNumbering(pieces: readonly Piece[]): Numbering {
  const stamped = new Map<number, { readonly of: number | null }>();
  const plain = new Map<number, { readonly of: number | null }>();
  let expected = 1;
  for (const [index, piece] of pieces.entries()) {
    const { numbered } = piece.traits;
    if (numbered === undefined || piece.traits.long) continue;
    if (numbered.of !== null) stamped.set(index, { of: numbered.of });
    else if (numbered.number === expected && hasText(pieces, index)) {
      plain.set(index, { of: null });
      expected += 1;
    }
  }
  if (stamped.size > 0) return stamped;
  return plain.has(0) && plain.size >= 2 ? plain : new Map();
}

function hasText(pieces: readonly Piece[], index: number): boolean {
  for (let next = index + 1; next < Math.min(pieces.length, index + 9); next += 1) {
    const traits = pieces[next]?.traits;
    if (traits === undefined || (traits.numbered !== undefined && !traits.long)) return false;
    if (traits.long && traits.caption === undefined) return true;
  }
  return false;
}
