/* Borders as a person set them: theirs are certain, and where they said that nothing begins, nothing does. */

import type { BorderCue } from '../../../../shared/model.ts';
import type { ProfileRules } from '../../../../shared/profile.ts';
import type { Corrections } from '../../../../shared/split.ts';
import type { Border, Measured } from './borders.ts';
import type { Chosen } from './choose.ts';
import type { Piece } from './pieces.ts';
import { findShape } from './shape.ts';
import { hasTextBetween } from './text-between.ts';

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
  const alike = takes.takes.size === 0 ? chosen : correctAlike(measured, { scored, chosen }, takes);
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
  return { piece, score: certain, cues: new Map([['hand', certain]]) };
}

function inOrder(one: Border, other: Border): number {
  return one.piece - other.piece;
}

/** These show by themselves where each of them stands. The others are found in every line of a head. */
const plain: ReadonlySet<BorderCue> = new Set([
  'counter',
  'label',
  'number',
  'stamp',
  'form-feed',
  'rule',
  'heading',
  'blank-run',
] satisfies BorderCue[]);

/** Takes or leaves all places of the shapes that were pointed at. */
function correctAlike(measured: Measured, { scored, chosen }: Found, { takes, pointed }: Takes): Chosen {
  const isTaken = (piece: number): boolean | undefined => takes.get(toKey(findShape(measured, piece)));
  const borders = chosen.borders.filter(({ piece }) => isTaken(piece) === undefined);
  const possible = chosen.possible.filter(({ piece }) => isTaken(piece) === undefined);
  if (![...takes.values()].includes(true)) return { borders, possible };
  const near = [...scored.filter(({ score }) => score >= nearScore), ...chosen.possible];
  const shown = new Set([...near.map(({ piece }) => piece), ...pointed]);
  const taken = [...measured.pieces.keys()].filter(
    (piece) => piece > 0 && isTaken(piece) === true && (shown.has(piece) || isPlain(measured, piece)),
  );
  const all = [...borders, ...taken.map(setByHand)].sort(inOrder);
  return { borders: keepApart(measured, all, pointed), possible };
}

/** A place of less score is as good as any line. */
const nearScore = 1.2;

type Takes = { readonly takes: ReadonlyMap<string, boolean>; readonly pointed: ReadonlySet<number> };

/** By shape, the later holds; and the pieces that were pointed at. */
function findTakes(measured: Measured, shapes: Said['shapes'], like: Said['like']): Takes {
  const takes = new Map(shapes.map(({ cue, look, take }) => [toKey({ cue, look }), take]));
  const pointed = new Set<number>();
  for (const { line, take } of like) {
    const piece = findPiece(measured.pieces, line);
    if (piece === undefined) continue;
    takes.set(toKey(findShape(measured, piece)), take);
    pointed.add(piece);
  }
  return { takes, pointed };
}

function isPlain(measured: Measured, piece: number): boolean {
  return plain.has(findShape(measured, piece).cue);
}

function toKey({ cue, look }: Pick<Said['shapes'][number], 'cue' | 'look'>): string {
  return `${cue} ${look}`;
}

/** One head shows its byline in several lines: an article begins at the first of them. */
function keepApart(measured: Measured, borders: readonly Border[], pointed: ReadonlySet<number>): readonly Border[] {
  let last = 0;
  return borders.filter(({ piece, cues }) => {
    const isSure = !cues.has('hand') || pointed.has(piece) || isPlain(measured, piece);
    if (!isSure && !hasTextBetween(measured.pieces, last, piece)) return false;
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
