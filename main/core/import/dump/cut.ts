/*
 * From pieces to the articles of a file: what stands above the first is set apart, borders are found, then corrected by
 * what a person said, and the pieces are cut at them.
 */

import { scoreBorders, type Border, type Measured } from './borders.ts';
import { chooseBorders } from './choose.ts';
import { cutFront, type Front } from './contents.ts';
import { correctBorders, findPieces, type Said } from './correct-borders.ts';
import { measureGaps } from './gaps.ts';
import { findNumbering } from './numbering.ts';
import { findLoneHeadlines, type SaidRoles, type Sections } from './obey-roles.ts';
import type { Piece } from './pieces.ts';
import type { Possible } from './possible.ts';
import { cutSegments } from './segments.ts';
import { findStamps } from './stamps.ts';
import type { Unit } from './units.ts';

export type CutFile = {
  readonly sections: Sections;
  /** Without the list of contents and what stands above it; borders count from the first of these pieces. */
  readonly measured: Measured;
  readonly borders: readonly Border[];
  readonly possible: readonly Possible[];
};

/** What is cut: all pieces of a file, the rules below the last, and whether the file ends without a line break. */
export type Uncut = { readonly pieces: readonly Piece[]; readonly tail: readonly Unit[]; readonly isCut: boolean };

/** Cuts a file. A line outside every article that is said to be a headline begins one. */
export function cutFile(uncut: Uncut, corrections: Said, said: SaidRoles): CutFile {
  const cut = cutAt(uncut, corrections);
  const lone = findLoneHeadlines(cut.sections, said);
  return lone.length === 0 ? cut : cutAt(uncut, { ...corrections, begins: [...corrections.begins, ...lone] });
}

function cutAt({ pieces: all, tail, isCut }: Uncut, said: Said): CutFile {
  const { front, rest: pieces } = findFront(all, said.begins);
  const measured = {
    pieces,
    gaps: measureGaps(pieces),
    numbering: findNumbering(pieces),
    stamps: findStamps(pieces),
    isCut,
  };
  const scored = scoreBorders(measured);
  const found = { scored, chosen: chooseBorders(pieces, scored) };
  const { borders, possible } = correctBorders(measured, found, said);
  const { segments, cover, footer } = cutSegments(pieces, borders, findPieces(pieces, said.begins).includes(0));
  return { sections: { above: [...front, ...cover], segments, below: footer, tail }, measured, borders, possible };
}

/** The list of contents ends where a person says that an article begins. */
function findFront(all: readonly Piece[], begins: Said['begins']): Front {
  const { front, rest } = cutFront(all);
  const [first = all.length] = findPieces(all, begins);
  return first < front.length ? { front: front.slice(0, first), rest: all.slice(first) } : { front, rest };
}
