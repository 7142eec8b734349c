/*
 * Units: the paragraphs, headlines and single lines that the later steps judge. Most dumps hold one paragraph per
 * line; a hard-wrapped one is put together again first.
 */

import { findResidue } from './residue.ts';
import { keyOf, type Lines } from './lines.ts';
import { createWordFinder, type IsWord } from './words.ts';

export type Unit = {
  /** First and last line, 0-based, both included. */
  readonly first: number;
  readonly last: number;
  readonly text: string;
  /** Blank lines before it. */
  readonly gap: number;
  readonly formFeed: boolean;
};

/** Groups lines into units. Every line that is not blank is in exactly one. */
export function toUnits({ texts, formFeeds }: Lines): readonly Unit[] {
  const width = findWrapWidth(texts);
  const isWord = createWordFinder(texts);
  const units: Unit[] = [];
  let gap = 0;
  let formFeed = false;
  for (let first = 0; first < texts.length;) {
    formFeed ||= formFeeds.has(first);
    const text = texts[first] ?? '';
    if (text === '') {
      gap += 1;
      first += 1;
      continue;
    }
    const last = width === null ? first : findWrapEnd({ texts, formFeeds }, first, width);
    units.push({
      first,
      last,
      text: last === first ? text : joinLines(texts.slice(first, last + 1), isWord),
      gap,
      formFeed,
    });
    gap = 0;
    formFeed = false;
    first = last + 1;
  }
  return units;
}

/**
 * The column a file was wrapped at, or null where each line is a paragraph of its own. A line was wrapped when the
 * first word of the next one would not have fitted: in a wrapped file that holds for nearly all lines that are
 * followed by another, and hardly a line is longer. A line far shorter than the others ends a paragraph or belongs to
 * a head; it says nothing.
 */
export function findWrapWidth(texts: readonly string[]): number | null {
  const sample = texts.slice(0, sampleLines);
  const pairs = collectPairs(sample);
  const lengths = pairs.map((pair) => pair.length).sort((left, right) => left - right);
  const width = lengths[Math.floor((lengths.length - 1) * 0.98)] ?? 0;
  if (width < 40 || width > 100) return null;
  const filled = sample.filter((text) => text !== '').length;
  const longer = sample.filter((text) => text.length > width * 1.1).length;
  if (longer > filled * 0.08) return null;
  const asked = pairs.filter((pair) => pair.length >= width * 0.6);
  const full = asked.filter((pair) => pair.length + 1 + pair.word > width - 1).length;
  return asked.length >= 4 && full >= asked.length * 0.75 ? width : null;
}

/** A wrapped file shows it early. */
const sampleLines = 8000;

type Pair = { readonly length: number; readonly word: number };

/** Lines with the first word of the line below. A line said twice, or above a button's word, is no wrapped text. */
function collectPairs(texts: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let index = 0; index + 1 < texts.length; index += 1) {
    const [text = '', next = ''] = [texts[index], texts[index + 1]];
    if (text === '' || next === '' || text === next || findResidue(keyOf(next.slice(0, 80))) !== undefined) continue;
    pairs.push({ length: widthOf(text), word: firstWordWidth(next) });
  }
  return pairs;
}

const wide = /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/g;

/** Columns of a text: East Asian letters take two. Long lines are not measured to the end. */
function widthOf(text: string): number {
  if (text.length > 200) return text.length;
  return text.length + (text.match(wide)?.length ?? 0);
}

function firstWordWidth(text: string): number {
  const head = text.slice(0, 100);
  if (/^[\u2E80-\u9FFF]/.test(head)) return 2;
  const blank = head.indexOf(' ');
  return widthOf(blank === -1 ? head : head.slice(0, blank));
}

const listMark = /^(?:[-*•–·▪]|\d{1,3}[.)])\s/;
const wordedMark = /^(?:>|#{1,6}\s|\[\d+\/\d+\]|[A-Z][A-Z -]{2,30}:\s)/;

/** The last line of the paragraph that begins at `first`. */
function findWrapEnd({ texts, formFeeds }: Lines, first: number, width: number): number {
  const opening = keyOf((texts[first] ?? '').slice(0, 300));
  let last = first;
  while (last + 1 < texts.length) {
    const next = texts[last + 1] ?? '';
    if (next === '' || formFeeds.has(last + 1)) break;
    const line = texts[last] ?? '';
    const room = isSplitWord(line, next) ? 0 : width - widthOf(line);
    if (firstWordWidth(next) + 1 <= room || listMark.test(next) || wordedMark.test(next)) break;
    // A caption that happens to fill the line, said twice or followed by "TT", is not half of a paragraph.
    const key = keyOf(next.slice(0, 300));
    if (key === opening || findResidue(key) !== undefined || isRuleLine(next)) break;
    last += 1;
  }
  return last;
}

/** Three or more of the same drawing character, alone on a line. */
export function isRuleLine(text: string): boolean {
  return text.length >= 3 && text.length <= 400 && /^([-=_*~#•.+—─━═])(?:\s?\1){2,}$/.test(text);
}

const cjkEnd = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]$/;
const cjkStart = /^[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/;

function joinLines(lines: readonly string[], isWord: IsWord): string {
  const parts: string[] = [];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined) parts.push(line);
    else if (isWord(line, next)) parts.push(line.slice(0, -1));
    else parts.push(line, isUnbroken(line, next) ? '' : ' ');
  }
  return parts.join('');
}

/** Chinese and Japanese have no blanks between words. */
function isUnbroken(line: string, next: string): boolean {
  return (cjkEnd.test(line.slice(-1)) && cjkStart.test(next)) || isSplitWord(line, next);
}

/** "al-" + "Masri" and "state-" + "run" were one word at the end of the line; "oil -" + "and gas" were not. The hyphen is kept, no word is guessed. */
function isSplitWord(text: string, next: string): boolean {
  return /[\p{L}\d][-‐–]$/u.test(text.slice(-2)) && /^[\p{L}\d]/u.test(next);
}
