/* A file cut at its borders. */

import type { LineRole } from '../../../../shared/split.ts';
import type { Border } from './borders.ts';
import { isExplicit } from './choose.ts';
import type { Outside } from './contents.ts';
import { cutFooter } from './footer.ts';
import type { Piece } from './pieces.ts';

export type Segment = {
  readonly pieces: readonly Piece[];
  /** What began it; null for the first of a file. */
  readonly border: Border | null;
  /** What a person said of pieces, by their place in `pieces`. */
  readonly said: ReadonlyMap<number, LineRole>;
  /** What a person left out of it, and what stands between its lines and one that they brought back. */
  readonly left: readonly Outside[];
};
export type Cut = {
  readonly segments: readonly Segment[];
  /** What stands before the first counted or marked article: search terms, an address, a list. */
  readonly cover: readonly Outside[];
  /** What stands below the last article: the address of the database, the terms of its use. */
  readonly footer: readonly Outside[];
};

const nothingSaid: Segment['said'] = new Map();

/** Cuts the pieces at the borders. `isBegun`: a person said that an article begins with the first piece, so it is no cover. */
export function cutSegments(pieces: readonly Piece[], borders: readonly Border[], isBegun = false): Cut {
  const starts = [0, ...borders.map((border) => border.piece)];
  const segments = starts.map((start, index): Segment => ({
    pieces: pieces.slice(start, starts[index + 1] ?? pieces.length),
    border: index === 0 ? null : (borders[index - 1] ?? null),
    said: nothingSaid,
    left: [],
  }));
  const [first] = segments;
  // Where a person cuts says nothing about what stands above.
  const found = borders.find((border) => !border.cues.has('hand'));
  const { last, footer } = cutFooter(segments);
  const all = last === undefined ? segments : [...segments.slice(0, -1), last];
  if (isBegun || first === undefined || found === undefined || !isCover(first, found))
    return { segments: all, cover: [], footer };
  const cover = first.pieces.map((piece) => ({ piece, reason: 'cover-page' as const }));
  return { segments: all.slice(1), cover, footer };
}

/** Its first line to its last, 1-based, those that were left out among them. */
export function rangeOf({ pieces, left }: Segment): [first: number, last: number] {
  const ends: [number, number] = [(pieces[0]?.unit.first ?? 0) + 1, (pieces.at(-1)?.unit.last ?? 0) + 1];
  return left.reduce(
    ([first, last], { piece: { unit } }) => [Math.min(first, unit.first + 1), Math.max(last, unit.last + 1)],
    ends,
  );
}

const coverLabel =
  /^(?:download request|time of request|printopdracht|send to|terms|search terms|search type|job number|combined source|project id|user name|date and time)\s*:/i;

/**
 * A cover page names its search, more than once. Before a counter, anything without a paragraph of text is one; before
 * another separator, a few lines without a single sentence: "Exported on 5 January", "12 articles".
 */
function isCover({ pieces }: Segment, next: Border): boolean {
  if (pieces[0]?.counter !== null) return false;
  if (isExplicit(next) && pieces.slice(0, 30).filter(({ unit }) => coverLabel.test(unit.text)).length >= 2) return true;
  if (pieces.some(({ traits }) => traits.long)) return false;
  return next.cues.has('counter') || (pieces.length <= fewLines && !pieces.some(({ traits }) => traits.terminal));
}

const fewLines = 6;
