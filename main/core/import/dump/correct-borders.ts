/* Borders as a person set them: theirs are certain, and where they said that nothing begins, nothing does. */

import type { BorderCue } from '../../../../shared/model.ts';
import type { ProfileRules } from '../../../../shared/profile.ts';
import type { Corrections } from '../../../../shared/split.ts';
import { possibleScore, type Border, type Measured } from './borders.ts';
import { hasTextBetween, type Chosen } from './choose.ts';
import type { Piece } from './pieces.ts';
import { findShape } from './shape.ts';

export type Said = Pick<Corrections, 'begins' | 'joins' | 'like'> & {
  /** What a profile says of places by their shape; what a person says holds against it. */
  readonly shapes: ProfileRules['borders'];
};

/** The borders of a file as they were found: all places that were judged, and those that were chosen. */
export type Found = { readonly scored: readonly Border[]; readonly chosen: Chosen };

/**
 * What is said of one place holds against what is said of all that look alike. A line that is no first line of a piece
 * stands for the piece that it lies in; one beyond the text says nothing.
 */
export function correctBorders(
  measured: Measured,
  { scored, chosen }: Found,
  { begins, joins, like, shapes }: Said,
): Chosen {
  if ([begins, joins, like, shapes].every(({ length }) => length === 0)) return chosen;
  const { pieces } = measured;
  const takes = findTakes(measured, shapes, like);
  const alike = takes.size === 0 ? chosen : correctAlike(measured, { scored, chosen }, takes);
  const set = new Set(findPieces(pieces, begins));
  // The first article begins with the file, whatever is said of it.
  set.delete(0);
  const joined = new Set(findPieces(pieces, joins));
  const isLeft = ({ piece }: Border): boolean => !set.has(piece) && !joined.has(piece);
  return {
    borders: [...alike.borders.filter(isLeft), ...[...set].map(setByHand)].sort(inOrder),
    possible: alike.possible.filter(isLeft),
  };
}

/** Higher than any sum of cues. */
const certain = 100;

function setByHand(piece: number): Border {
  return { piece, score: certain, cues: new Set(['hand']) };
}

function inOrder(one: Border, other: Border): number {
  return one.piece - other.piece;
}

/** These show by themselves where each of them stands. The others are found in every line of a head. */
const plain: ReadonlySet<BorderCue> = new Set([
  'counter',
  'label',
  'number',
  'form-feed',
  'rule',
  'heading',
  'blank-run',
] satisfies BorderCue[]);

/** Takes or leaves all places of the shapes that were pointed at. */
function correctAlike(measured: Measured, { scored, chosen }: Found, takes: Takes): Chosen {
  const { pieces } = measured;
  const isTaken = (piece: number): boolean | undefined => takes.get(toKey(findShape(measured, piece)));
  const borders = chosen.borders.filter(({ piece }) => isTaken(piece) === undefined);
  const possible = chosen.possible.filter(({ piece }) => isTaken(piece) === undefined);
  if (![...takes.values()].includes(true)) return { borders, possible };
  const shown = new Set(scored.filter(({ score }) => score >= possibleScore).map(({ piece }) => piece));
  const taken = [...pieces.keys()].filter((piece) => {
    if (piece === 0 || isTaken(piece) !== true) return false;
    return plain.has(findShape(measured, piece).cue) || shown.has(piece);
  });
  return { borders: keepApart(measured, [...borders, ...taken.map(setByHand)].sort(inOrder)), possible };
}

/** By shape; the later holds. */
type Takes = ReadonlyMap<string, boolean>;

function findTakes(measured: Measured, shapes: Said['shapes'], like: Said['like']): Takes {
  const takes = new Map(shapes.map(({ cue, look, take }) => [toKey({ cue, look }), take]));
  for (const { line, take } of like) {
    const piece = findPiece(measured.pieces, line);
    if (piece !== undefined) takes.set(toKey(findShape(measured, piece)), take);
  }
  return takes;
}

function toKey({ cue, look }: Pick<Said['shapes'][number], 'cue' | 'look'>): string {
  return `${cue} ${look}`;
}

/** One head shows its byline in several lines: an article begins at the first of them. */
function keepApart(measured: Measured, borders: readonly Border[]): readonly Border[] {
  let last = 0;
  return borders.filter(({ piece, cues }) => {
    const isInHead = cues.has('hand') && !plain.has(findShape(measured, piece).cue);
    if (isInHead && !hasTextBetween(measured.pieces, last, piece)) return false;
    last = piece;
    return true;
  });
}

/** Indexes of the pieces that hold lines, 1-based; in order, each once. */
export function findPieces(pieces: readonly Piece[], lines: readonly number[]): readonly number[] {
  const found = new Set(lines.flatMap((line) => findPiece(pieces, line) ?? []));
  return [...found].sort((one, other) => one - other);
}

/** The first piece that does not end above the line. */
function findPiece(pieces: readonly Piece[], line: number): number | undefined {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.unit.last ?? 0) + 1 < line) low = middle + 1;
    else high = middle;
  }
  return low < pieces.length ? low : undefined;
}
