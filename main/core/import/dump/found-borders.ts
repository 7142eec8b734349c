/* The borders of a file with what shows them, for a person to judge. */

import type { FoundBorder } from '../../../../shared/model.ts';
import type { Border } from './borders.ts';
import { findPieces } from './correct-borders.ts';
import type { CutFile } from './cut.ts';
import { rangeOf, type Segment } from './segments.ts';
import { findShape } from './shape.ts';

type Listed = Pick<CutFile, 'measured' | 'possible'> & {
  readonly segments: readonly Segment[];
  /** How sure each of them begins where it does. */
  readonly rates: readonly number[];
  /** Lines that a person set. */
  readonly begins: readonly number[];
};

/** Those at which articles begin but the first, and those that are possible, in the order of the file. */
export function listBorders({ measured, possible, segments, rates, begins }: Listed): readonly FoundBorder[] {
  const set = new Set(findPieces(measured.pieces, begins));
  const cueOf = ({ piece }: Border) => (set.has(piece) ? 'hand' : findShape(measured, piece).cue);
  const taken = segments.flatMap((segment, index): readonly FoundBorder[] => {
    const { border } = segment;
    if (border === null) return [];
    return [{ line: rangeOf(segment)[0], cue: cueOf(border), confidence: round(rates[index] ?? 0), taken: true }];
  });
  const others = possible.map((border): FoundBorder => {
    const line = (measured.pieces[border.piece]?.unit.first ?? 0) + 1;
    return { line, cue: cueOf(border), confidence: border.chance, taken: false };
  });
  return [...taken, ...others].sort((one, other) => one.line - other.line);
}

function round(rate: number): number {
  return Math.round(rate * 100) / 100;
}
