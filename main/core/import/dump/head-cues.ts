/* What shows in the first lines of an article: a headline said again, a caption, a byline, a date, a dateline. */

import type { Piece } from './pieces.ts';

export type Cue =
  | 'counter'
  | 'rule'
  | 'form-feed'
  | 'title-label'
  | 'heading'
  | 'number'
  /** A line of the form of the first line of the file. */
  | 'stamp'
  | 'repeat'
  | 'caption'
  | 'byline'
  | 'date'
  | 'dateline'
  | 'gap'
  /** A person said so. */
  | 'hand';

/** A head is looked through so far. */
export const ahead = 8;

/** The cues in the lines of the head that begins at `index`. */
export function findHeadCues(pieces: readonly Piece[], index: number): ReadonlySet<Cue> {
  const cues = new Map<Cue, number>();
  addHead(cues, pieces, index);
  return new Set(cues.keys());
}

/** What shows in the lines of a head, up to and including the first paragraph of text. */
export function addHead(cues: Map<Cue, number>, pieces: readonly Piece[], index: number): void {
  const opening = pieces[index];
  if (opening === undefined || (opening.traits.long && !opening.traits.titleLike)) return;
  if (isRepeated(pieces, index)) cues.set('repeat', 2.6);
  for (let next = index + 1; next <= index + ahead && next < pieces.length; next += 1) {
    const piece = pieces[next];
    // A last stray line must not borrow the head of the article below it.
    if (piece === undefined || piece.marks.length > 0 || piece.gap > Math.max(opening.gap, 1)) break;
    const { traits } = piece;
    const near = next <= index + 5;
    if (near && traits.caption !== undefined) cues.set('caption', 2.6);
    if (near && traits.byline !== undefined) cues.set('byline', 2.6);
    if (near && traits.date !== undefined) cues.set('date', 2);
    if (traits.long && traits.caption === undefined) {
      if (traits.dateline) cues.set('dateline', 2.6);
      break;
    }
  }
}

/** The same line again within the next 8 pieces, before any paragraph of text. */
export function isRepeated(pieces: readonly Piece[], index: number): boolean {
  const key = pieces[index]?.traits.key;
  for (let next = index + 1; next <= index + ahead && next < pieces.length; next += 1) {
    const traits = pieces[next]?.traits;
    if (traits === undefined) return false;
    if (traits.key === key) return true;
    if (traits.long && traits.caption === undefined) return false;
  }
  return false;
}
