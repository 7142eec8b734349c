/* The lines of one paragraph put together: with a blank, without one in Chinese and Japanese, and split words whole. */

import type { Lines } from './lines.ts';
import { isSuspended, type IsWord } from './words.ts';

const cjkEnd = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]$/;
const cjkStart = /^[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/;

type Run = { readonly first: number; readonly last: number; readonly isWord: IsWord };

/** Joins the lines from `first` to `last`. */
export function joinLines(lines: Lines, { first, last, isWord }: Run): string {
  const { texts } = lines;
  if (first === last) return texts[first] ?? '';
  const parts: string[] = [];
  for (let index = first; index < last; index += 1) {
    const [line = '', next = ''] = [texts[index], texts[index + 1]];
    if (isWord(line, next)) parts.push(line.slice(0, -1));
    else parts.push(line, isUnbroken(line, next) || isSoftlySplit(lines, index) ? '' : ' ');
  }
  parts.push(texts[last] ?? '');
  return parts.join('');
}

/** Chinese and Japanese have no blanks between words. */
function isUnbroken(line: string, next: string): boolean {
  return (cjkEnd.test(line.slice(-1)) && cjkStart.test(next)) || (isSplitWord(line, next) && !isSuspended(next));
}

/** "al-" + "Masri" and "state-" + "run" were one word at the end of the line; "oil -" + "and gas" were not. */
export function isSplitWord(text: string, next: string): boolean {
  return /[\p{L}\d][-‐–]$/u.test(text.slice(-2)) && /^[\p{L}\d]/u.test(next);
}

/** A soft hyphen shows only where a word was split. Cleaning has taken it out. */
function isSoftlySplit({ rawLine }: Lines, index: number): boolean {
  return /\u00AD\s*$/.test(rawLine(index).slice(-8));
}
