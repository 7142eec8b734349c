/* From scores to borders: of two close ones the better stays, and where one kind of delimiter explains the file, it rules. */

import { borderScore, possibleScore, type Border } from './borders.ts';
import { findHeadCues, type Cue } from './head-cues.ts';
import { cjk } from './traits.ts';
import { areArticles } from './likeness.ts';
import { isOpening, isParagraph, lengthOf } from './openings.ts';
import type { Piece } from './pieces.ts';

export type Chosen = { readonly borders: readonly Border[]; readonly possible: readonly Border[] };

/** Below this size a file without two headlines is never split. */
const smallFile = 1500;

/** Picks the borders of a file. `possible` are places that are shown and not split. */
export function chooseBorders(pieces: readonly Piece[], scored: readonly Border[]): Chosen {
  const strong = scored.filter((border) => border.score >= borderScore);
  if (isSmall(pieces)) return { borders: [], possible: [] };
  const sure = new Set(keepHabits(pieces, keepLikely(pieces, strong)));
  const apart = keepApart(pieces, [...sure]);
  const ruler = findRuler(apart);
  const borders = ruler === undefined ? apart : apart.filter((border) => border.cues.has(ruler));
  const demoted = ruler === undefined ? [] : apart.filter((border) => !border.cues.has(ruler) && border.score >= 4);
  // A subheading with much room above it would have been a border by its score; it is not even a possible one.
  const doubtful = scored.filter(
    (border) =>
      border.score >= possibleScore && !sure.has(border) && (border.score < borderScore || !border.cues.has('gap')),
  );
  const candidates = ruler === undefined ? doubtful : demoted;
  return { borders, possible: keepLonely(pieces, candidates, borders) };
}

function isSmall(pieces: readonly Piece[]): boolean {
  let size = 0;
  let titles = 0;
  for (const { unit, traits } of pieces) {
    // Chinese and Japanese say in one letter what takes three of others.
    size += unit.text.length * (cjk.test(unit.text) ? 3 : 1);
    if (traits.titleLike || traits.label?.field === 'title') titles += 1;
    if (size >= smallFile || titles >= 2) return false;
  }
  return true;
}

/** The cues that only mean something where what they cut off is like the first article, and those in heads. */
const kinds: readonly Cue[] = ['heading', 'form-feed', 'gap', 'byline', 'date', 'dateline', 'caption'];
const exempt: readonly Cue[] = ['counter', 'title-label', 'number', 'repeat', 'rule'];

/** Leaves out the borders of a kind that cut a single article at its subheadings. */
function keepLikely(pieces: readonly Piece[], borders: readonly Border[]): readonly Border[] {
  const kindOf = ({ cues }: Border) =>
    exempt.some((cue) => cues.has(cue)) ? undefined : kinds.find((cue) => cues.has(cue));
  const unlikely = new Set(
    kinds.filter((kind) => {
      const starts = borders.filter((border) => kindOf(border) === kind).map((border) => border.piece);
      return !areArticles(pieces, starts);
    }),
  );
  return borders.filter((border) => {
    const kind = kindOf(border);
    return kind === undefined || !unlikely.has(kind);
  });
}

const headCues: readonly Cue[] = ['repeat', 'caption', 'byline', 'date', 'dateline'];

/**
 * Articles of a file are alike. A single cue of a head that neither the first article nor two others show is a
 * coincidence (a book's author under its title in a reading list), and a line with nothing but room above it is a
 * subheading where headlines have bylines or captions and are far longer.
 */
function keepHabits(pieces: readonly Piece[], borders: readonly Border[]): readonly Border[] {
  const counts = new Map<Cue, number>();
  for (const cue of findHeadCues(pieces, 0)) counts.set(cue, 3);
  for (const { cues } of borders) for (const cue of cues) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  const lengthAt = ({ piece }: Border) => (pieces[piece] === undefined ? 0 : lengthOf(pieces[piece]));
  const headed = borders.filter(({ cues }) => headCues.some((cue) => cues.has(cue)));
  const usual = headed.reduce((sum, border) => sum + lengthAt(border), 0) / Math.max(1, headed.length);
  const first = pieces[0] === undefined ? 0 : lengthOf(pieces[0]);
  return borders.filter((border) => {
    const [only, second] = border.cues;
    if (only === undefined || second !== undefined) return true;
    if (only === 'gap') return lengthAt(border) >= usual * 0.6;
    if (only === 'rule' && borders.length === 1) return lengthAt(border) >= Math.min(24, first * 0.6);
    return !headCues.includes(only) || (counts.get(only) ?? 0) >= 3;
  });
}

/** Two borders with no text between them are one: a stray last line must not steal it from the headline below. */
function keepApart(pieces: readonly Piece[], borders: readonly Border[]): readonly Border[] {
  const kept: Border[] = [];
  for (const border of borders) {
    const last = kept.at(-1);
    // The head of the first article reaches down to its first paragraph; only a separator can cut in it.
    if (
      last === undefined &&
      !hasTextBetween(pieces, 0, border.piece) &&
      !isExplicit(border) &&
      !border.cues.has('gap')
    )
      continue;
    if (last === undefined || hasTextBetween(pieces, last.piece, border.piece) || border.cues.has('counter'))
      kept.push(border);
    else if (isBetter(pieces, border, last)) kept.splice(-1, 1, border);
  }
  return kept;
}

/** A possible border inside a head, or right before a border, is none: an article would have no text. */
function keepLonely(
  pieces: readonly Piece[],
  candidates: readonly Border[],
  borders: readonly Border[],
): readonly Border[] {
  const fixed = [0, ...borders.map((border) => border.piece), pieces.length];
  const lonely: Border[] = [];
  let next = 1;
  for (const border of candidates) {
    while ((fixed[next] ?? pieces.length) < border.piece) next += 1;
    const above = Math.max(fixed[next - 1] ?? 0, lonely.at(-1)?.piece ?? 0);
    const below = fixed[next] ?? pieces.length;
    const piece = pieces[border.piece];
    if (piece === undefined || !isOpening(piece) || below === border.piece) continue;
    if (hasTextBetween(pieces, above, border.piece) && hasTextBetween(pieces, border.piece, below)) lonely.push(border);
  }
  return lonely;
}

/** An article has text: what stands between two borders must hold some. */
export function hasTextBetween(pieces: readonly Piece[], first: number, next: number): boolean {
  for (let index = first; index < next; index += 1) {
    // So many lines are text, however short they are.
    if (index - first >= 12) return true;
    const piece = pieces[index];
    if (piece === undefined || piece.traits.titleLike || !isParagraph(piece)) continue;
    if (piece.traits.long || !isSaidNear(pieces, index)) return true;
  }
  return false;
}

/** A caption that is a sentence without a credit is told from a paragraph by its coming again. */
function isSaidNear(pieces: readonly Piece[], index: number): boolean {
  const key = pieces[index]?.traits.key;
  return [-2, -1, 1, 2].some((step) => pieces[index + step]?.traits.key === key);
}

function isBetter(pieces: readonly Piece[], border: Border, last: Border): boolean {
  const explicit = Number(isExplicit(border)) - Number(isExplicit(last));
  if (explicit !== 0) return explicit > 0;
  const gap = (pieces[border.piece]?.gap ?? 0) - (pieces[last.piece]?.gap ?? 0);
  if (gap !== 0) return gap > 0;
  // Below a headline that comes again, a caption comes again as well.
  return border.score > last.score && !(border.cues.has('repeat') && last.cues.has('repeat'));
}

const explicitCues: readonly Cue[] = ['counter', 'title-label', 'number', 'form-feed', 'rule', 'heading'];

/** Says of itself that it separates. */
export function isExplicit(border: Border): boolean {
  return explicitCues.some((cue) => border.cues.has(cue));
}

/** The kind of delimiter that stands at most borders of a file; it must have been used at least twice. */
function findRuler(borders: readonly Border[]): Cue | undefined {
  return explicitCues.find((cue) => {
    const count = borders.filter((border) => border.cues.has(cue)).length;
    return (
      count >= 2 && count >= borders.length * (cue === 'rule' || cue === 'form-feed' || cue === 'heading' ? 0.75 : 0.5)
    );
  });
}
