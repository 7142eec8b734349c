/* From scores to borders: of two close ones the better stays, and where one kind of delimiter explains the file, it rules. */

import { borderScore, type Border } from './borders.ts';
import { findHeadCues, type Cue } from './head-cues.ts';
import { cjk } from './traits.ts';
import { areArticles } from './likeness.ts';
import { lengthOf } from './openings.ts';
import type { Piece } from './pieces.ts';
import { findDemoted, findPossible, type Possible } from './possible.ts';
import { hasTextBetween } from './text-between.ts';

export type Chosen = { readonly borders: readonly Border[]; readonly possible: readonly Possible[] };

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
  if (ruler !== undefined) {
    const others = apart.filter((border) => !border.cues.has(ruler));
    return { borders, possible: findDemoted(pieces, others, borders) };
  }
  const doubtful = scored.filter((border) => !sure.has(border));
  return { borders, possible: findPossible(pieces, doubtful, borders) };
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
const exempt: readonly Cue[] = ['counter', 'title-label', 'number', 'stamp', 'repeat', 'rule'];

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
 * coincidence (a book's author under its title in a reading list); so is what looks like a dateline where the first
 * article has none (a roundup, a play). A line with nothing but room above it is a subheading where headlines have
 * bylines or captions and are far longer.
 */
function keepHabits(pieces: readonly Piece[], borders: readonly Border[]): readonly Border[] {
  const counts = new Map<Cue, number>();
  const own = findHeadCues(pieces, 0);
  for (const cue of own) counts.set(cue, 3);
  for (const { cues } of borders) for (const cue of cues.keys()) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  const lengthAt = ({ piece }: Border) => (pieces[piece] === undefined ? 0 : lengthOf(pieces[piece]));
  const headed = borders.filter(({ cues }) => headCues.some((cue) => cues.has(cue)));
  const usual = headed.reduce((sum, border) => sum + lengthAt(border), 0) / Math.max(1, headed.length);
  const first = pieces[0] === undefined ? 0 : lengthOf(pieces[0]);
  return borders.filter((border) => {
    const [only, second] = border.cues.keys();
    if (only === undefined || second !== undefined) return true;
    if (only === 'gap') return lengthAt(border) >= usual * 0.6;
    if (only === 'rule' && borders.length === 1) return lengthAt(border) >= Math.min(24, first * 0.6);
    if (only === 'dateline' && !own.has('dateline')) return false;
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

function isBetter(pieces: readonly Piece[], border: Border, last: Border): boolean {
  const explicit = Number(isExplicit(border)) - Number(isExplicit(last));
  if (explicit !== 0) return explicit > 0;
  const gap = (pieces[border.piece]?.gap ?? 0) - (pieces[last.piece]?.gap ?? 0);
  if (gap !== 0) return gap > 0;
  // Below a headline that comes again, a caption comes again as well.
  return border.score > last.score && !(border.cues.has('repeat') && last.cues.has('repeat'));
}

const explicitCues: readonly Cue[] = ['counter', 'title-label', 'number', 'stamp', 'form-feed', 'rule', 'heading'];

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
