/* Lines that a site prints into every article: found by their coming back at the same place of one file's articles. */

import type { DropReason } from '../../../../shared/model.ts';
import { isAgency, isOutlet } from './agencies.ts';
import { findCityLine } from './city-lines.ts';
import type { Piece } from './pieces.ts';

const longest = 40;
const headPieces = 12;
const tailPieces = 6;

/** Where the foot of an article begins: the short lines below its last paragraph, at most six. */
export function findFoot(segment: readonly Piece[]): number {
  let foot = segment.length;
  while (foot > Math.max(1, segment.length - tailPieces) && segment[foot - 1]?.traits.long === false) foot -= 1;
  return foot;
}

/**
 * Short lines above the first or below the last paragraph of at least three articles and 60 % of them; a known remnant
 * needs two. What comes back between paragraphs is a subheading. Answers keys with the reason. Lines that say something (byline, date, credit, label, agency) are never among them.
 */
export function findRecurring(segments: readonly (readonly Piece[])[]): ReadonlyMap<string, DropReason> {
  const counts = new Map<string, { count: number; readonly known: boolean }>();
  for (const segment of segments) {
    for (const [key, known] of collectKeys(segment)) {
      const before = counts.get(key);
      if (before === undefined) counts.set(key, { count: 1, known });
      else before.count += 1;
    }
  }
  const recurring = new Map<string, DropReason>();
  for (const [place, { count, known }] of counts) {
    const key = place.slice(1);
    if (known && count >= 2) recurring.set(key, 'residue');
    else if (count >= Math.max(3, segments.length * 0.6)) recurring.set(key, 'residue-learned');
  }
  return recurring;
}

/** Keys of one article, each once, prefixed by where they stand. */
function collectKeys(segment: readonly Piece[]): ReadonlyMap<string, boolean> {
  const keys = new Map<string, boolean>();
  const add = (place: 'h' | 't', from: number, to: number) => {
    for (const piece of segment.slice(from, to)) {
      if (isCandidate(piece)) keys.set(place + piece.traits.key, piece.traits.residue !== undefined);
    }
  };
  const text = segment.findIndex(({ traits }) => traits.long && traits.caption === undefined);
  const head = Math.min(headPieces, text === -1 ? segment.length : text);
  add('h', 1, head);
  add('t', Math.max(head, findFoot(segment)), segment.length);
  return keys;
}

function isCandidate({ traits, unit }: Piece): boolean {
  if (unit.text.length > longest || traits.long || traits.url || traits.copyright) return false;
  if ((traits.byline ?? traits.date ?? traits.caption ?? traits.label) !== undefined) return false;
  // What someone said is text, though three articles end with it.
  if (/^["“«„「]/.test(unit.text)) return false;
  return (
    /\p{L}/u.test(unit.text) && !isAgency(unit.text) && !isOutlet(unit.text) && findCityLine(unit.text) === undefined
  );
}
