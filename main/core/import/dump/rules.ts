/* Rules: "---", "* * *", "=====". Some separate articles, others are a pause inside of one. */

import { areArticles } from './likeness.ts';
import { opensAt } from './openings.ts';
import type { Piece } from './pieces.ts';

/**
 * Answers whether the rule above a piece separates articles. A dump may draw lines of equals signs between articles
 * that have asterisms of their own, so each style is judged apart: most rules of a style must have a line like a
 * headline below, and what they cut off must be like the first article.
 */
export function findSeparators(pieces: readonly Piece[]): (piece: Piece) => boolean {
  const styles = new Map<string, { rules: number; readonly opened: number[] }>();
  for (const [index, piece] of pieces.entries()) {
    if (!piece.rule || index === 0) continue;
    const style = styleOf(piece);
    const found = styles.get(style) ?? { rules: 0, opened: [] };
    found.rules += 1;
    if (opensAt(pieces, index)) found.opened.push(index);
    styles.set(style, found);
  }
  const separating = new Set<string>();
  for (const [style, { rules, opened }] of styles) {
    if (opened.length >= rules * 0.5 && areArticles(pieces, opened)) separating.add(style);
  }
  return (piece) => separating.has(styleOf(piece));
}

/** The sign, whether blanks stand between, and whether it is drawn across the page. */
export function styleOf({ marks }: Piece): string {
  const longest = marks.reduce((long, { text }) => (text.length > long.length ? text : long), '');
  return `${longest.slice(0, 1)}${longest.includes(' ') ? ' ' : ''}${longest.length > 12 ? '+' : ''}`;
}
