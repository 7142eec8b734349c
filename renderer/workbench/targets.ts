/* Where a border may go next: paragraphs begin after blank lines, or, where none are blank, at every line. Pure. */

import type { Near } from '../state/split.ts';

/** As many places are tried before a border is said not to move. */
const most = 4;

/**
 * Lines to try in turn, the nearest first: the next line of text, then those behind a blank one, because within a paragraph
 * of several lines no article begins.
 */
export function findTargets({ first, lines }: Near, from: number, direction: 1 | -1): readonly number[] {
  const targets: number[] = [];
  const textAt = (line: number): string => (lines[line - first] ?? '').trim();
  for (let line = from + direction; line >= first && line < first + lines.length; line += direction) {
    if (textAt(line) === '') continue;
    const isNext = targets.length === 0;
    if (isNext || textAt(line - direction) === '') targets.push(line);
    if (targets.length === most) break;
  }
  return targets;
}
