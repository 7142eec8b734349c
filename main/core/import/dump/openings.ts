/* Which lines could open an article, and which are text. */

import type { Piece } from './pieces.ts';
import { cjk } from './traits.ts';

/** Text rather than a line of a head: long, or a whole sentence that stands apart. */
export function isParagraph({ traits, unit, gap }: Piece): boolean {
  if (traits.caption !== undefined || traits.titleLike) return traits.long && traits.caption === undefined;
  return traits.long || (traits.terminal && gap > 0 && unit.text.length >= 40 && traits.residue === undefined);
}

/** Could be the first line of an article. */
export function isOpening({ traits }: Piece): boolean {
  return traits.titleLike || traits.heading !== undefined || isHeadLabel(traits);
}

/** The same, or the word of a section right above a headline: "Sport", "Culture", "政治". */
export function opensAt(pieces: readonly Piece[], index: number): boolean {
  const [piece, next] = [pieces[index], pieces[index + 1]];
  if (piece === undefined) return false;
  if (isOpening(piece)) return true;
  if (next === undefined || !next.traits.titleLike || next.gap > 0 || next.marks.length > 0) return false;
  const { residue, caption, byline, terminal } = piece.traits;
  if (terminal || residue !== undefined || caption !== undefined || byline !== undefined) return false;
  return section.test(piece.unit.text) && lengthOf(next) > lengthOf(piece);
}

const section = /^[[【]?[\p{Lu}\p{Lo}][\p{L}\p{M} &/’'-]{1,23}[\]】]?$/u;

function isHeadLabel({ label }: Piece['traits']): boolean {
  return label !== undefined && label.field !== 'other' && label.field !== 'body';
}

/** Chinese and Japanese say in one letter what takes two of others. */
export function lengthOf({ unit }: Piece): number {
  return unit.text.length * (cjk.test(unit.text) ? 2 : 1);
}
