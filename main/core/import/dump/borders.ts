/*
 * Where articles begin. Cues are weighed and summed for every place an article could begin at; no single cue decides.
 * The weights were measured on 2,225 real articles in synthetic dumps.
 */

import type { Gaps } from './gaps.ts';
import { isOpening } from './gaps.ts';
import { findNumbering, type Numbering } from './numbering.ts';
import type { Piece } from './pieces.ts';

export type Cue =
  | 'counter'
  | 'rule'
  | 'form-feed'
  | 'title-label'
  | 'heading'
  | 'number'
  | 'repeat'
  | 'caption'
  | 'byline'
  | 'date'
  | 'dateline'
  | 'gap';
export type Border = { readonly piece: number; readonly score: number; readonly cues: ReadonlySet<Cue> };

export const borderScore = 2.5;
export const possibleScore = 1.2;
const ahead = 8;

/** Judges every place but the first. Linear: each place looks at most 8 pieces ahead and back. */
export function scoreBorders(pieces: readonly Piece[], gaps: Gaps): readonly Border[] {
  const numbering = findNumbering(pieces);
  const openRules = shareOfOpenRules(pieces);
  const context: Context = { pieces, gaps, numbering, openRules };
  const borders: Border[] = [];
  for (let index = 1; index < pieces.length; index += 1) {
    const border = scoreBorder(context, index);
    if (border !== undefined) borders.push(border);
  }
  return borders;
}

type Context = {
  readonly pieces: readonly Piece[];
  readonly gaps: Gaps;
  readonly numbering: Numbering;
  readonly openRules: number;
};

function scoreBorder(context: Context, index: number): Border | undefined {
  const piece = context.pieces[index];
  const before = context.pieces[index - 1];
  if (piece === undefined || before === undefined) return undefined;
  if (isOrdinary(context, piece, index) || !isPlace(context, index)) return undefined;
  const cues = new Map<Cue, number>();
  addMarks(cues, context, index);
  addHead(cues, context.pieces, index);
  const base =
    weighOpening(piece, cues.has('repeat')) +
    weighBefore(before, cues) +
    weighGap(cues, context.gaps, piece) +
    weighBody(context, index);
  const seen = isSeenBefore(context.pieces, index) ? -4 : 0;
  let score = base + seen;
  for (const weight of cues.values()) score += weight;
  return { piece: index, score, cues: new Set(cues.keys()) };
}

/** An ordinary paragraph after an ordinary blank line, as nearly all are, needs no sum. */
function isOrdinary({ gaps, numbering }: Context, piece: Piece, index: number): boolean {
  if (piece.marks.length > 0 || piece.formFeed || isOpening(piece) || numbering.has(index)) return false;
  return gaps.trust(piece.gap) === 0;
}

/** An article begins after a blank line or a mark, or with the label of its headline; among bare lines, after more than the usual gap. */
function isPlace({ pieces, gaps, numbering }: Context, index: number): boolean {
  const piece = pieces[index];
  if (piece === undefined) return false;
  if (piece.gap >= 1 || piece.marks.length > 0 || piece.formFeed || numbering.has(index)) return true;
  if (opensLabels(pieces, index) || piece.traits.heading !== undefined) return true;
  return gaps.common === 0 && piece.traits.titleLike && isRepeated(pieces, index);
}

function addMarks(cues: Map<Cue, number>, { pieces, numbering, openRules }: Context, index: number): void {
  const piece = pieces[index];
  if (piece === undefined) return;
  const opens = isOpening(piece) || numbering.has(index);
  if (piece.counter !== null) cues.set('counter', 6);
  // A rule that no headline follows is an asterism inside an essay.
  else if (piece.rule) cues.set('rule', opens && openRules >= 0.5 ? 4.8 : 1);
  if (piece.formFeed) cues.set('form-feed', 3);
  if (opensLabels(pieces, index)) cues.set('title-label', 3.5);
  if (piece.traits.heading !== undefined) cues.set('heading', 2.6);
  if (numbering.has(index)) cues.set('number', numbering.get(index)?.of === null ? 2.6 : 6);
}

/** What shows in the lines of a head, up to and including the first paragraph of text. */
function addHead(cues: Map<Cue, number>, pieces: readonly Piece[], index: number): void {
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
function isRepeated(pieces: readonly Piece[], index: number): boolean {
  const key = pieces[index]?.traits.key;
  for (let next = index + 1; next <= index + ahead && next < pieces.length; next += 1) {
    const traits = pieces[next]?.traits;
    if (traits === undefined) return false;
    if (traits.key === key) return true;
    if (traits.long && traits.caption === undefined) return false;
  }
  return false;
}

function isSeenBefore(pieces: readonly Piece[], index: number): boolean {
  const key = pieces[index]?.traits.key;
  for (let back = index - 1; back >= Math.max(0, index - ahead); back -= 1) {
    if (pieces[back]?.traits.key === key) return true;
  }
  return false;
}

/** Labels that open a head: the headline's, or two different ones in a row where none stood before. */
function opensLabels(pieces: readonly Piece[], index: number): boolean {
  const field = headField(pieces[index]);
  if (field === undefined || headField(pieces[index - 1]) !== undefined) return false;
  for (let next = index; next < index + 5; next += 1) {
    const label = headField(pieces[next]);
    if (label === undefined) return false;
    if (label === 'title') return true;
  }
  return false;
}

function headField(piece: Piece | undefined): string | undefined {
  const field = piece?.traits.label?.field;
  return field === 'other' || field === 'body' ? undefined : field;
}

/** A repeated line that ends in a bracketed name is a caption whose credit we do not know: "Ruth Calder (Northern Wire)". */
function weighOpening(piece: Piece, repeated: boolean): number {
  const isCaption = repeated && /\(\p{Lu}[^()]*\)$/u.test(piece.unit.text.slice(-80));
  return isOpening(piece) && !isCaption ? 1 : -2;
}

function weighBefore({ traits }: Piece, cues: ReadonlyMap<Cue, number>): number {
  return traits.terminal || traits.copyright || cues.has('counter') ? 0.4 : -0.8;
}

function weighGap(cues: Map<Cue, number>, { common, trust }: Gaps, { gap, marks }: Piece): number {
  const trusted = trust(gap);
  if (trusted > 0) cues.set('gap', 2.6 * trusted);
  if (gap > common) return 0.7;
  return cues.has('repeat') || marks.length > 0 ? 0 : -1.2;
}

/** What follows must hold text: two paragraphs, or one for a brief. */
function weighBody({ pieces }: Context, index: number): number {
  let paragraphs = 0;
  for (let next = index; next <= index + ahead && next < pieces.length && paragraphs < 2; next += 1) {
    const traits = pieces[next]?.traits;
    if (traits?.long === true && traits.caption === undefined && !(next === index && traits.titleLike)) paragraphs += 1;
  }
  return [-2.5, -1.2, 0][paragraphs] ?? 0;
}

/** Rules between articles are followed by headlines; where most are not, they are ornaments. */
function shareOfOpenRules(pieces: readonly Piece[]): number {
  let rules = 0;
  let open = 0;
  for (const piece of pieces.slice(1)) {
    if (!piece.rule) continue;
    rules += 1;
    if (isOpening(piece)) open += 1;
  }
  return rules === 0 ? 0 : open / rules;
}
