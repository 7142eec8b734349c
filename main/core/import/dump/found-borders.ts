/* The borders of a file with what shows them, for a person to judge. */

import type { FoundBorder } from '../../../../shared/model.ts';
import type { Border } from './borders.ts';
import { ratePossible, rateBorder } from './confidence.ts';
import { findPieces } from './correct-borders.ts';
import type { CutFile } from './cut.ts';
import { rangeOf, type Segment } from './segments.ts';
import { findShape } from './shape.ts';

/** Those at which `segments` begin and those that are possible, in the order of the file. `begins` are lines that a person set. */
export function listBorders(
  { measured, possible }: Pick<CutFile, 'measured' | 'possible'>,
  segments: readonly Segment[],
  begins: readonly number[],
): readonly FoundBorder[] {
  const set = new Set(findPieces(measured.pieces, begins));
  const cueOf = ({ piece }: Border) => (set.has(piece) ? 'hand' : findShape(measured, piece).cue);
  const taken = segments.flatMap((segment): readonly FoundBorder[] => {
    const { border } = segment;
    if (border === null) return [];
    return [{ line: rangeOf(segment)[0], cue: cueOf(border), confidence: rateBorder(border), taken: true }];
  });
  const others = possible.map((border): FoundBorder => {
    const line = (measured.pieces[border.piece]?.unit.first ?? 0) + 1;
    return { line, cue: cueOf(border), confidence: ratePossible(border), taken: false };
  });
  return [...taken, ...others].sort((one, other) => one.line - other.line);
}
