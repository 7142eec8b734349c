/* How sure a border is, 0 to 1. */

import { possibleScore, borderScore, type Border } from './borders.ts';
import { isExplicit } from './choose.ts';

/** A border that was taken. */
export function rateBorder(border: Border): number {
  if (border.cues.has('hand')) return 1;
  return isExplicit(border) ? 0.97 : Math.min(0.97, 0.7 + (border.score - borderScore) * 0.06);
}

/** A place where an article might begin and that was not split. */
export function ratePossible({ score }: Border): number {
  return Math.min(0.5, 0.2 + Math.max(0, score - possibleScore) * 0.2);
}
