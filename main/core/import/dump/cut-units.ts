/* Units cut where a person says: a line of its own in the middle of what was taken for one paragraph. */

import { joinLines } from './join-lines.ts';
import type { Lines } from './lines.ts';
import { joinPre } from './pre.ts';
import type { Unit } from './units.ts';
import { createWordFinder } from './words.ts';

/** Cuts a unit before each of its lines (0-based) for which `isCut`; the unit itself where there is none. */
export type CutUnit = (unit: Unit, isCut: (line: number) => boolean) => readonly Unit[];

/** A cutter for the units of these lines. */
export function createUnitCutter(lines: Lines): CutUnit {
  const isWord = createWordFinder(lines.texts);

  function take(unit: Unit, first: number, last: number): Unit {
    const text = unit.pre ? joinPre(lines, first, last) : joinLines(lines, { first, last, isWord });
    const top = first === unit.first ? unit : { gap: 0, formFeed: false };
    return { first, last, text, gap: top.gap, formFeed: top.formFeed, pre: unit.pre };
  }

  return (unit, isCut) => {
    const starts = [unit.first];
    for (let line = unit.first + 1; line <= unit.last; line += 1) if (isCut(line)) starts.push(line);
    if (starts.length === 1) return [unit];
    return starts.map((start, index) => take(unit, start, (starts[index + 1] ?? unit.last + 1) - 1));
  };
}
