/*
 * Lines of a dump as the splitter sees them: cleaned and trimmed, in the order of the file. The raw line stays
 * in the source text; nothing here changes what is stored.
 */

import type { SourceText } from '../source-text.ts';

/** Lists of their own instead of an object for each line: a file may hold millions of lines and hardly a form feed. */
export type Lines = {
  /** Invisible characters out, every Unicode space a plain one, trimmed; empty for a blank line. */
  readonly texts: readonly string[];
  /** Indices (0-based) of the lines with a form feed. */
  readonly formFeeds: ReadonlySet<number>;
  /** Columns before the first letter of each line; more than 255 count as 255. */
  readonly indents: Uint8Array;
  /** The line as typed: columns of a table and a soft hyphen at the end are still in it. */
  readonly rawLine: (index: number) => string;
};

/** Zero-width space and word joiner, soft hyphen, stray marks and controls. Joiners (ZWNJ, ZWJ) and bidi marks stay: Persian needs them. */
const invisible = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B\u2060\uFEFF]/g;
const spaces = /[\t\v\f\r\n\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/g;
const unusual = /[\u0000-\u001F\u007F-\u00A0\u00AD\u1680\u2000-\u200B\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF]/;

/** All lines of a source, cleaned. */
export function toLines(source: Pick<SourceText, 'lineCount' | 'rawLine' | 'isClean'>): Lines {
  const texts: string[] = [];
  const formFeeds = new Set<number>();
  const indents = new Uint8Array(source.lineCount);
  for (let index = 0; index < source.lineCount; index += 1) {
    const raw = source.rawLine(index);
    const text = source.isClean ? raw.trim() : cleanLine(raw);
    texts.push(text);
    if (text !== '' && text.length < raw.length) indents[index] = measureIndent(raw);
    if (!source.isClean && raw.includes('\f')) formFeeds.add(index);
  }
  return { texts, formFeeds, indents, rawLine: source.rawLine };
}

/** A tab leads to the next eighth column; the blank of Chinese and Japanese takes two. */
function measureIndent(raw: string): number {
  let columns = 0;
  for (let at = 0; at < raw.length && columns < 255; at += 1) {
    const letter = raw[at] ?? '';
    if (letter === '\t') columns += 8 - (columns % 8);
    else if (letter === '\u3000') columns += 2;
    else if (letter === ' ' || letter === '\u00A0') columns += 1;
    else if (letter.trim() !== '' && !invisibleStart.test(letter)) break;
  }
  return Math.min(columns, 255);
}

const invisibleStart = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/;

/** A line as it is read: without invisible characters, without blanks at its ends. */
export function cleanLine(raw: string): string {
  return unusual.test(raw) ? raw.replace(invisible, '').replace(spaces, ' ').trim() : raw.trim();
}

const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Tatweel, Arabic vowel signs, joiners and bidi controls. */
const marks = /\u0640|[\u064B-\u065F]|\u0670|[\u061C\u200C-\u200F\u202A-\u202E\u2066-\u2069]/g;
const squeezed = /[\p{P}\p{S}\s]+/gu;
const plain = /^[ -~]*$/;
const plainSqueezed = /[^a-z0-9]+/g;

/** Lines with equal keys say the same: case, punctuation, width, tatweel and vowel signs do not count. */
export function keyOf(text: string): string {
  const key = plain.test(text)
    ? text.toLowerCase().replace(plainSqueezed, ' ')
    : text.normalize('NFKC').replace(marks, '').toLowerCase().replace(squeezed, ' ');
  return key.trim() || text;
}

/** Text of a field: without the marks that only steer the direction of a whole line. */
export function cleanField(text: string): string {
  return text.replace(bidi, '').replace(/ {2,}/g, ' ').trim();
}

/**
 * A copy that owns its letters. A slice of a large string keeps all of it alive in V8, and one caption would hold a
 * dump of 200 MB.
 */
export function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}
