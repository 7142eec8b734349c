/*
 * The text as rows: each line is a row, and before a line where an article begins, or might, stands a row of its own. Rows
 * are laid out by chunks of lines: a file of 100,000 lines is measured in 4,000 parts, of which a few are there. Pure.
 */

import type { DropReason, LineRange } from '../../shared/model.ts';
import type { SplitView } from '../../shared/split.ts';
import { isSure } from '../ui/split-words.ts';

/** A place where article `number` begins (1-based), or, with null, where one might begin and was not split. */
export type Border = { readonly line: number; readonly number: number | null; readonly confidence: number };

/** Wants a look: an article might begin here, or begins and it is not sure. */
export function isDoubtful({ number, confidence }: Border): boolean {
  return number === null || !isSure(confidence);
}

/** What a line is a part of: an article by its place, something left out, or neither (a separator). */
export type LineState = {
  readonly article: number | null;
  readonly reason: DropReason | null;
};

/** Borders in the order of the file; where an article begins, none is in doubt. */
export function findBorders({ articles, possibleBorders }: SplitView): readonly Border[] {
  const begins = articles.flatMap(({ lines, confidence }, index): Border[] =>
    lines === null ? [] : [{ line: lines[0], number: index + 1, confidence }],
  );
  const taken = new Set(begins.map(({ line }) => line));
  const doubts = possibleBorders
    .filter((line) => !taken.has(line))
    .map((line): Border => ({ line, number: null, confidence: 0 }));
  return [...begins, ...doubts].sort((a, b) => a.line - b.line);
}

export function countRows(total: number, borders: readonly Border[]): number {
  return total + borders.length;
}

/** Lines of a chunk; the last may be shorter. */
const chunkLines = 25;

export function countChunks(total: number): number {
  return Math.ceil(total / chunkLines);
}

/** The 0-based chunk of a 1-based line. */
export function chunkOfLine(line: number): number {
  return Math.floor((line - 1) / chunkLines);
}

/** First and last line of a 0-based chunk. */
export function linesOfChunk(chunk: number, total: number): LineRange {
  return [chunk * chunkLines + 1, Math.min((chunk + 1) * chunkLines, total)];
}

/** The borders that stand before the lines of a range. */
export function bordersIn(borders: readonly Border[], [first, last]: LineRange): readonly Border[] {
  return borders.slice(
    countWhile(borders, ({ line }) => line < first),
    countWhile(borders, ({ line }) => line <= last),
  );
}

/** The 0-based row of a 1-based line. */
export function rowOfLine(borders: readonly Border[], line: number): number {
  return line - 1 + countWhile(borders, (border) => border.line <= line);
}

/** The next border after a line, or the one before it: articles that begin and places in doubt. Null at the ends. */
export function findBorder(borders: readonly Border[], line: number, direction: 1 | -1): number | null {
  const found =
    direction === 1
      ? borders[countWhile(borders, (border) => border.line <= line)]
      : borders[countWhile(borders, (border) => border.line < line) - 1];
  return found?.line ?? null;
}

/** The border that a join at a line takes away: the line's own, or that of the article it stands in. The first stays. */
export function findJoin({ articles }: SplitView, line: number): number | null {
  const index = articles.findLastIndex(({ lines }) => lines !== null && lines[0] <= line);
  return index <= 0 ? null : (articles[index]?.lines?.[0] ?? null);
}

/** Looks lines up by number; made once for each view. */
export function createLineStates({ articles, dropped }: SplitView): (line: number) => LineState {
  const reasons = new Map(dropped.map(({ line, reason }) => [line, reason]));
  const ranged = articles.map(({ lines }, index) => ({ lines, index })).filter(({ lines }) => lines !== null);
  return (line) => {
    const found = ranged[countWhile(ranged, ({ lines }) => lines !== null && lines[0] <= line) - 1];
    const isInside = found !== undefined && found.lines !== null && line <= found.lines[1];
    return { article: isInside ? found.index : null, reason: reasons.get(line) ?? null };
  };
}

/** How many of the first of a list hold; the list is in the order of what is asked. */
function countWhile<Each>(list: readonly Each[], holds: (each: Each, place: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const each = list[middle];
    if (each !== undefined && holds(each, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
