/*
 * The column at which lines were broken. Most files are hard-wrapped at one column or not at all; where articles of
 * several papers were pasted together, each block of lines is judged by itself.
 */

import { findResidue } from './residue.ts';
import { keyOf, type Lines } from './lines.ts';
import { firstWordWidth, widthOf } from './widths.ts';

/** The column the block of lines around a line was wrapped at; null where each line is a paragraph of its own. */
export type WrapWidth = (line: number) => number | null;

const narrowest = 40;
const widest = 100;
/** A wrapped file shows it early. */
const sampleLines = 8000;

/** Finds the columns of a whole file. Linear. */
export function findWraps(lines: Lines): WrapWidth {
  const width = findWrapWidth(lines);
  if (width !== null) return () => width;
  const blocks = findWrappedBlocks(lines);
  return blocks.size === 0 ? () => null : (line) => blocks.get(line) ?? null;
}

/**
 * The column a file was wrapped at, or null. A line was wrapped when the first word of the next one would not have
 * fitted: in a wrapped file that holds for nearly all lines that are followed by another, and hardly a line is longer.
 * A line far shorter than the others ends a paragraph or belongs to a head; it says nothing.
 */
function findWrapWidth(lines: Lines): number | null {
  const end = Math.min(lines.texts.length, sampleLines);
  const pairs = collectPairs(lines, 0, end);
  const lengths = pairs.map((pair) => pair.length).sort((left, right) => left - right);
  const width = lengths[Math.floor((lengths.length - 1) * 0.98)] ?? 0;
  if (width < narrowest || width > widest) return null;
  const sample = lines.texts.slice(0, end);
  const filled = sample.filter((text) => text !== '').length;
  const longer = sample.filter((text) => text.length > width * 1.1).length;
  if (longer > filled * 0.08) return null;
  const asked = pairs.filter((pair) => pair.length >= width * 0.6);
  const full = asked.filter((pair) => pair.length + 1 + pair.word > width - 1).length;
  return asked.length >= 4 && full >= asked.length * 0.75 ? width : null;
}

type Pair = { readonly length: number; readonly word: number; readonly ends: boolean; readonly goesOn: boolean };

const sentenceEnd = /[.!?…。！？؟۔।:：]["'”’»)）」』]*$/;
const smallStart = /^["“«'(]?\p{Ll}/u;

/** Lines with the first word of the line below. A line said twice, or above a button's word, is no wrapped text. */
function collectPairs({ texts, indents }: Lines, start: number, end: number): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let index = start; index + 1 < end; index += 1) {
    const [text = '', next = ''] = [texts[index], texts[index + 1]];
    if (text === '' || next === '' || text === next || findResidue(keyOf(next.slice(0, 80))) !== undefined) continue;
    const length = widthOf(text) + (indents[index] ?? 0);
    pairs.push({
      length,
      word: firstWordWidth(next),
      ends: sentenceEnd.test(text.slice(-8)),
      goesOn: smallStart.test(next),
    });
  }
  return pairs;
}

/**
 * Blocks of three and more lines that were wrapped, in a file that was not as a whole. Each line of a list or of verse
 * is full by chance now and then: sentences must run over the ends of lines, and where letters have a small form most
 * lines begin with one.
 */
function findWrappedBlocks(lines: Lines): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let last: { readonly end: number; readonly width: number } | undefined;
  for (const [start, end] of findBlocks(lines.texts)) {
    const width = judgeBlock(lines, start, end, last);
    if (width === null) continue;
    for (let index = start; index < end; index += 1) found.set(index, width);
    last = { end, width };
  }
  return found;
}

/** Runs of lines without a blank one among them. */
export function* findBlocks(texts: readonly string[]): Generator<readonly [start: number, end: number]> {
  for (let start = 0; start < texts.length;) {
    let end = start;
    while (end < texts.length && texts[end] !== '') end += 1;
    if (end > start) yield [start, end];
    start = end + 1;
  }
}

type Last = { readonly end: number; readonly width: number } | undefined;

/** Blocks further apart than this may be of different articles. */
const near = 12;

function judgeBlock(lines: Lines, start: number, end: number, last: Last): number | null {
  const pairs = collectPairs(lines, start, end);
  if (pairs.length === 0 || pairs.length < (end - start - 1) * 0.8) return null;
  const known = last !== undefined && start - last.end <= near ? last.width : null;
  const lastLine = lines.texts[end - 1] ?? '';
  const own = pairs.reduce((most, { length }) => Math.max(most, length), widthOf(lastLine.slice(0, widest * 2)));
  if (own < narrowest || own > widest) return null;
  const width = known !== null && known >= own && known <= own * 1.15 ? known : own;
  return areWrapped(pairs, width, known === width) ? width : null;
}

function areWrapped(pairs: readonly Pair[], width: number, isKnown: boolean): boolean {
  const asked = pairs.filter((pair) => pair.length >= width * 0.6);
  if (asked.length < (isKnown ? 1 : 2) || asked.length < pairs.length * 0.6) return false;
  const full = asked.filter((pair) => pair.length + 1 + pair.word > width - 1).length;
  const ends = asked.filter((pair) => pair.ends).length;
  if (full < asked.length * 0.8) return false;
  const small = asked.filter((pair) => pair.goesOn).length;
  if (small > 0) return small >= asked.length * 0.4 && ends <= asked.length * 0.5;
  return !isKnown && asked.length >= 4 && ends <= asked.length * 0.25;
}
