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

function isHeadLabel({ label }: Piece['traits']): boolean {
  return label !== undefined && label.field !== 'other' && label.field !== 'body';
}

/** Chinese and Japanese say in one letter what takes two of others. */
export function lengthOf({ unit }: Piece): number {
  return unit.text.length * (cjk.test(unit.text) ? 2 : 1);
}
