/*
 * Units: the paragraphs, headlines and single lines that the later steps judge. Most dumps hold one paragraph per
 * line; a hard-wrapped one is put together again first. Tables and verse keep their lines.
 */

import { isHeadLine, isListLine } from './head-lines.ts';
import { joinLines, isSplitWord } from './join-lines.ts';
import type { Lines } from './lines.ts';
import { findPreBlocks, joinPre, type PreBlocks } from './pre.ts';
import { firstWordWidth, widthOf } from './widths.ts';
import { createWordFinder } from './words.ts';
import { findWraps, type WrapWidth } from './wrap-width.ts';

export type Unit = {
  /** First and last line, 0-based, both included. */
  readonly first: number;
  readonly last: number;
  readonly text: string;
  /** Blank lines before it. */
  readonly gap: number;
  readonly formFeed: boolean;
  /** A table or verse: its text holds line breaks. */
  readonly pre: boolean;
};

/** Groups lines into units. Every line that is not blank is in exactly one. */
export function toUnits(lines: Lines): readonly Unit[] {
  const { texts, formFeeds } = lines;
  const found: Found = { lines, wraps: findWraps(lines), pre: findPreBlocks(lines) };
  const isWord = createWordFinder(texts);
  const units: Unit[] = [];
  let gap = 0;
  let formFeed = false;
  for (let first = 0; first < texts.length;) {
    formFeed ||= formFeeds.has(first);
    if (texts[first] === '') {
      gap += 1;
      first += 1;
      continue;
    }
    const end = found.pre.get(first);
    const last = end ?? findWrapEnd(found, first);
    const text = end === undefined ? joinLines(lines, { first, last, isWord }) : joinPre(lines, first, end);
    units.push({ first, last, text, gap, formFeed, pre: end !== undefined });
    gap = 0;
    formFeed = false;
    first = last + 1;
  }
  return units;
}

type Found = { readonly lines: Lines; readonly wraps: WrapWidth; readonly pre: PreBlocks };

/** The last line of the paragraph that begins at `first`. */
function findWrapEnd({ lines, wraps, pre }: Found, first: number): number {
  const { texts, formFeeds } = lines;
  const width = wraps(first);
  let last = first;
  if (width === null || isRuleLine(texts[first] ?? '')) return first;
  const isList = isListLine(texts[first] ?? '');
  while (last + 1 < texts.length) {
    const next = last + 1;
    if (texts[next] === '' || formFeeds.has(next) || pre.has(next) || wraps(next) === null) break;
    if (isHeadLine(texts, { first, next }) || isRuleLine(texts[next] ?? '')) break;
    if (isIndented(lines, { first, next }, isList) || !isFull(lines, last, width)) break;
    last = next;
  }
  return last;
}

/**
 * The next line's first word would not have fitted, or the sentence runs on: a program breaks lines a little earlier
 * around wide letters, and people break them by hand.
 */
function isFull({ texts, indents }: Lines, index: number, width: number): boolean {
  const [line = '', next = ''] = [texts[index], texts[index + 1]];
  if (isSplitWord(line, next)) return true;
  const room = width - widthOf(line) - (indents[index] ?? 0);
  // A mark that must not begin a line of Chinese or Japanese makes the line above a letter shorter.
  const word = firstWordWidth(next);
  if (word + 1 > room || (word === 2 && room <= 4)) return true;
  return room <= width * 0.4 && !/[.!?…:;]["'”’»)]*$/.test(line.slice(-6)) && /^\p{Ll}/u.test(next);
}

/**
 * A line that stands further in than the one above opens a paragraph, and so does one that stands further out than two
 * above it; but the lines of a list stand further in than its mark.
 */
function isIndented({ indents }: Lines, { first, next }: Span, isList: boolean): boolean {
  const at = (index: number) => indents[index] ?? 0;
  if (isList)
    return at(next) > at(first) ? false : at(next) === at(first) && next - 1 > first && at(next - 1) > at(first);
  if (at(next) >= at(next - 1) + 2) return true;
  return next - 2 >= first && at(next - 1) === at(next - 2) && at(next) + 2 <= at(next - 1);
}

type Span = { readonly first: number; readonly next: number };

/** Three or more of the same drawing character, alone on a line. */
export function isRuleLine(text: string): boolean {
  return text.length >= 3 && text.length <= 400 && /^([-=_*~#•.+—─━═＊※☆★◆◇○●■□])(?:\s{0,8}\1){2,}$/.test(text);
}
