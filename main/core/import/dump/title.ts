/* The headline: which line it is, and what of that line is headline. */

import { isOutlet } from './agencies.ts';
import { findDate } from './dates.ts';
import type { Role } from './head.ts';
import type { FieldValues } from './head-labels.ts';
import { cleanField } from './lines.ts';
import type { Piece } from './pieces.ts';
import { isSectionName } from './section-words.ts';

/**
 * The piece that is the headline: the first line that looks like one, a line the page repeats, in this order. May put
 * what stands above it (a kicker, the newspaper's name) into `values`.
 */
export function findTitle(
  zone: readonly Piece[],
  roles: Map<number, Role>,
  counts: ReadonlyMap<string, number>,
  values: FieldValues,
): number | undefined {
  const free = [...zone.keys()].filter((index) => !roles.has(index));
  const [first, second, third] = free;
  if (first === undefined) return undefined;
  const at = (index: number | undefined) => (index === undefined ? undefined : zone[index]);
  if (isMasthead(at(first), at(second), at(third))) return above(first, 'source', third ?? first);
  if (isKicker(at(first), at(second), counts)) return above(first, 'section', second ?? first);
  const like = free.find((index) => isTitle(at(index)));
  const repeated = free.find(
    (index) => (counts.get(at(index)?.traits.key ?? '') ?? 0) > 1 && at(index)?.traits.caption === undefined,
  );
  return like ?? repeated;

  function above(index: number, field: 'source' | 'section', title: number): number {
    roles.set(index, { kind: 'field' });
    values[field] ??= zone[index]?.unit.text ?? '';
    return title;
  }
}

function isTitle(piece: Piece | undefined): boolean {
  return piece !== undefined && (piece.traits.titleLike || piece.traits.heading !== undefined);
}

/** Databases print newspaper, date and headline in this order. */
function isMasthead(first: Piece | undefined, second: Piece | undefined, third: Piece | undefined): boolean {
  if (first === undefined || third === undefined || !isTitle(third) || first.unit.text.length > 60) return false;
  return (
    second?.traits.date !== undefined &&
    !first.traits.long &&
    first.traits.date === undefined &&
    first.traits.byline === undefined
  );
}

/**
 * A word or two in capitals above a headline, "POLITICS", or in any case right above one that is said again. A newspaper's name is its source,
 * not a kicker.
 */
function isKicker(first: Piece | undefined, second: Piece | undefined, counts: ReadonlyMap<string, number>): boolean {
  if (first === undefined || second === undefined || !isTitle(second) || first.traits.residue !== undefined)
    return false;
  const text = first.unit.text;
  if ((counts.get(first.traits.key) ?? 0) > 1 || isOutlet(text)) return false;
  // A headline of one word may be the name of a section as well; below it there would be no second headline.
  if (isSectionName(text) && second.gap <= 1 && second.unit.text.length > text.length) return true;
  if (text.length > 24) return false;
  if ((counts.get(second.traits.key) ?? 0) > 1 && second.gap === 0 && !first.traits.terminal) return true;
  return (
    /^\p{Lu}[\p{Lu}\s&/-]+$/u.test(text) &&
    second.unit.text.length > text.length &&
    !/^\p{Lu}+$/u.test(second.unit.text.replace(/\P{L}/gu, ''))
  );
}

/** A headline of Markdown that leads to its page: `[Headline](https://...)`. */
const link = /^\[([^[\]]{8,300})\]\((https?:\/\/[^\s()]{4,500})\)$/;
const stamp = /^[[【]([^\]】]{1,40})[\]】]\s*/;

/** The headline of a line: without number, `#`, decoration or a bracketed stamp, which may be a date or a section. */
export function cleanTitle(piece: Piece | undefined, numbered: boolean): FieldValues {
  if (piece === undefined) return {};
  const { heading, numbered: number } = piece.traits;
  const counted = number !== undefined && (numbered || number.of !== null) ? number.rest : undefined;
  const text = counted ?? heading ?? piece.unit.text;
  const linked = link.exec(text);
  if (linked !== null) return { title: cleanField(linked[1] ?? ''), url: linked[2] ?? '' };
  const stamped = stamp.exec(text);
  const rest = stamped === null ? '' : text.slice(stamped[0].length);
  if (stamped === null || rest.length < 8) return { title: cleanField(text) };
  const inside = stamped[1] ?? '';
  const date = findDate(inside)?.iso;
  if (date !== undefined) return { title: cleanField(rest), date };
  return /\d/.test(inside) ? { title: cleanField(rest) } : { title: cleanField(rest), section: inside };
}
