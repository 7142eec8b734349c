/* A file cut at its borders. */

import type { Border } from './borders.ts';
import { isExplicit } from './choose.ts';
import type { Outside } from './contents.ts';
import { cutFooter } from './footer.ts';
import type { Piece } from './pieces.ts';

export type Segment = {
  readonly pieces: readonly Piece[];
  /** What began it; null for the first of a file. */
  readonly border: Border | null;
};
export type Cut = {
  readonly segments: readonly Segment[];
  /** What stands before the first counted or marked article: search terms, an address, a list. */
  readonly cover: readonly Outside[];
  /** What stands below the last article: the address of the database, the terms of its use. */
  readonly footer: readonly Outside[];
};

/** Cuts the pieces at the borders. */
export function cutSegments(pieces: readonly Piece[], borders: readonly Border[]): Cut {
  const starts = [0, ...borders.map((border) => border.piece)];
  const segments = starts.map((start, index) => ({
    pieces: pieces.slice(start, starts[index + 1] ?? pieces.length),
    border: index === 0 ? null : (borders[index - 1] ?? null),
  }));
  const [first, second] = segments;
  const { last, footer } = cutFooter(segments);
  const all = last === undefined ? segments : [...segments.slice(0, -1), last];
  if (first === undefined || second === undefined || !isCover(first, second))
    return { segments: all, cover: [], footer };
  const cover = first.pieces.map((piece) => ({ piece, reason: 'cover-page' as const }));
  return { segments: all.slice(1), cover, footer };
}

const coverLabel =
  /^(?:download request|time of request|printopdracht|send to|terms|search terms|search type|job number|combined source|project id|user name|date and time)\s*:/i;

/**
 * A cover page names its search, more than once. Before a counter, anything without a paragraph of text is one; before
 * another separator, a few lines without a single sentence: "Exported on 5 January", "12 articles".
 */
function isCover({ pieces }: Segment, next: Segment): boolean {
  if (pieces[0]?.counter !== null || next.border === null) return false;
  if (isExplicit(next.border) && pieces.slice(0, 30).filter(({ unit }) => coverLabel.test(unit.text)).length >= 2)
    return true;
  if (pieces.some(({ traits }) => traits.long)) return false;
  return (
    next.border.cues.has('counter') || (pieces.length <= fewLines && !pieces.some(({ traits }) => traits.terminal))
  );
}

const fewLines = 6;
