/* What kind of block a line of the text is, by itself and by what stands above and below it. */

import type { BlockKind } from '../../../../shared/model.ts';
import type { Piece } from './pieces.ts';
import { cjk } from './traits.ts';
import { isRuleLine } from './units.ts';

export type Neighbours = { readonly before: Piece | undefined; readonly next: Piece | undefined };

/** Marks that nothing but a list, quote or heading opens with. */
export const listMark = /^(?:[-*•▪·●○◦‣□]|o(?= {2,}))\s+(?=\S)/;
export const quoteMark = /^(?:>\s*)+(?=\S)/;
export const headingMark = /^#{1,6}\s+(?=\S)/;
/** In many languages speech opens with a dash too. */
export const dashMark = /^[–—]\s+(?=\S)/;

/** The kind of one piece. */
export function findKind(piece: Piece, neighbours: Neighbours): BlockKind {
  const { text, pre } = piece.unit;
  if (pre) return 'pre';
  if (isRuleLine(text)) return 'paragraph';
  if (listMark.test(text) || isDashList(piece, neighbours) || isNumberedList(text, neighbours)) return 'list';
  if (quoteMark.test(text)) return 'quote';
  if (headingMark.test(text) && text.length <= 200) return 'heading';
  return isSubheading(piece, neighbours) ? 'heading' : 'paragraph';
}

/** Things are listed without a full stop, people speak in sentences. */
function isDashList({ unit }: Piece, { before, next }: Neighbours): boolean {
  if (!dashMark.test(unit.text) || sentenceEnd.test(unit.text)) return false;
  return [before, next].some((other) => other !== undefined && dashMark.test(other.unit.text));
}

const number = /^(\p{N}{1,3})(?:[.)٫،、．:]|-(?=\s))\s*(?=\p{L}|["“«„(])/u;

/** "1. ..." above "2. ...": numbers that stand alone are of subheadings or of years. The number stays. */
function isNumberedList(text: string, { before, next }: Neighbours): boolean {
  const own = toNumber(text);
  if (own === null) return false;
  return toNumber(before?.unit.text ?? '') === own - 1 || toNumber(next?.unit.text ?? '') === own + 1;
}

/** Digits of any script to a number. */
function toNumber(text: string): number | null {
  const digits = number.exec(text.slice(0, 12))?.[1];
  if (digits === undefined) return null;
  return Array.from(digits).reduce((sum, digit) => sum * 10 + toDigit(digit), 0);
}

/** In each script the digits stand in a row; those of India begin at 6 of a block of 16, all others at 0. */
function toDigit(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  return code >= 0x900 && code <= 0xdff ? (code & 0xf) - 6 : code & 0xf;
}

const longestHeading = 90;
const shortHeading = 60;
const sentenceEnd = /[.!?…。！？؟۔।][\s"'”’»›)\]）」』]*$/;
const openEnd = /[,;:،؛：、，；–—-]["”’»]?$/;
/** A heading is no two sentences. */
const twoSentences = /[。！？].|[!?؟۔।]["”’»]?\s+\S|\p{Ll}{3}\.\s+\p{Lu}/u;
/** "Q: And then?", "Frage: Und dann?": people speak. */
const speaker = /^[\p{L}\p{M}\s.'’-]{1,24}[:：]\s*\S/u;
const time = /^\p{N}{1,2}[:.h٫]\p{N}{2}(?:\s?(?:am|pm|a\.m\.|p\.m\.|h|Uhr|ч|м))?(?:\s+\S.{0,80})?$/iu;

/** A list, or what introduces one. */
const introduces = /^[-*•▪·●○◦‣□]\s|[:：]["”’»]?$/;

/** A short line that is no sentence, with text under it. A line of a live report that says the time is one. */
function isSubheading({ traits, unit, gap, marks }: Piece, { before, next }: Neighbours): boolean {
  if (next === undefined || next.marks.length > 0 || next.traits.caption !== undefined) return false;
  const { text } = unit;
  const isText = next.traits.long || next.traits.terminal || introduces.test(next.unit.text);
  if (!isText || traits.long || traits.caption !== undefined || text.length > longestHeading) return false;
  if (time.test(text) && !sentenceEnd.test(text)) return true;
  if (openEnd.test(text) || twoSentences.test(text)) return false;
  if (traits.titleLike && !traits.terminal) return true;
  const isBelowText = before === undefined || before.traits.terminal || marks.length > 0;
  if (!isBelowText || (gap === 0 && marks.length === 0) || isOther(traits)) return false;
  return isShortHeading(text, next);
}

/** Too short to look like a headline ("The ear", "Нет"), or a question that the text below answers. */
function isShortHeading(text: string, next: Piece): boolean {
  const length = text.length * (cjk.test(text) ? 2 : 1);
  if (length > shortHeading || speaker.test(text) || !/\p{L}{2}|\p{L}\p{M}/u.test(text)) return false;
  if (dashMark.test(text) || /^["“«„'‘(]/.test(text)) return false;
  if (/[?？؟]$/.test(text)) return next.traits.long && !dashMark.test(next.unit.text);
  return !sentenceEnd.test(text) && (next.traits.long || next.gap > 0) && !/^\p{Ll}/u.test(text);
}

function isOther({ byline, date, label, url, residue, copyright }: Piece['traits']): boolean {
  return (byline ?? date ?? label ?? residue) !== undefined || url || copyright;
}
