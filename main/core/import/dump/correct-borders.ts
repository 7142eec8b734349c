/* Borders as a person set them: theirs are certain, and where they said that nothing begins, nothing does. */

import type { Corrections } from '../../../../shared/split.ts';
import type { Border } from './borders.ts';
import type { Chosen } from './choose.ts';
import type { Piece } from './pieces.ts';

/** A line that is no first line of a piece stands for the piece that it lies in; one beyond the text says nothing. */
export function correctBorders(
  pieces: readonly Piece[],
  { borders, possible }: Chosen,
  { begins, joins }: Pick<Corrections, 'begins' | 'joins'>,
): Chosen {
  if (begins.length === 0 && joins.length === 0) return { borders, possible };
  const set = findPieces(pieces, begins);
  // The first article begins with the file, whatever is said of it.
  set.delete(0);
  const joined = findPieces(pieces, joins);
  const isLeft = ({ piece }: Border): boolean => !set.has(piece) && !joined.has(piece);
  const byHand = [...set].map((piece): Border => ({ piece, score: certain, cues: new Set(['hand'] as const) }));
  return {
    borders: [...borders.filter(isLeft), ...byHand].sort((a, b) => a.piece - b.piece),
    possible: possible.filter(isLeft),
  };
}

/** Higher than any sum of cues. */
const certain = 100;

/** Indexes of the pieces that hold lines, 1-based; in order. Both are walked once. */
export function findPieces(pieces: readonly Piece[], lines: readonly number[]): Set<number> {
  const found = new Set<number>();
  let index = 0;
  for (const line of lines.toSorted((a, b) => a - b)) {
    while (index < pieces.length && (pieces[index]?.unit.last ?? 0) + 1 < line) index += 1;
    if (index < pieces.length) found.add(index);
  }
  return found;
}
