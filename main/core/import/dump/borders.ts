/*
 * Where articles begin. Cues are weighed and summed for every place an article could begin at; no single cue decides.
 * The weights were measured on 2,225 real articles in synthetic dumps.
 */

import type { Gaps } from './gaps.ts';
import { addHead, ahead, isRepeated, type Cue } from './head-cues.ts';
import { isOpening, isParagraph, opensAt } from './openings.ts';
import type { Numbering } from './numbering.ts';
import type { Piece } from './pieces.ts';
import { findSeparators } from './rules.ts';
import type { Stamps } from './stamps.ts';

/** `cues` with what each weighed. */
export type Border = { readonly piece: number; readonly score: number; readonly cues: ReadonlyMap<Cue, number> };

export const borderScore = 2.5;
/** Headline and two captions twice each, three buttons and a byline stand above the text of some pages. */
const longestHead = 14;

/** What a place is judged by. `isCut` says that the file ends without a line break. */
export type Measured = {
  readonly pieces: readonly Piece[];
  readonly gaps: Gaps;
  readonly numbering: Numbering;
  readonly stamps: Stamps;
  readonly isCut: boolean;
};

/** Judges every place but the first. Linear: each place looks at most 8 pieces ahead and back. */
export function scoreBorders({ pieces, gaps, numbering, stamps, isCut }: Measured): readonly Border[] {
  const context: Context = {
    pieces,
    gaps,
    numbering,
    stamps,
    isSeparator: findSeparators(pieces),
    headings: findHeadingLevel(pieces),
    isCut,
  };
  const borders: Border[] = [];
  for (let index = 1; index < pieces.length; index += 1) {
    const border = scoreBorder(context, index);
    if (border !== undefined) borders.push(border);
  }
  return borders;
}

type Context = Measured & {
  /** Whether the rule above a piece separates articles. */
  readonly isSeparator: (piece: Piece) => boolean;
  /** Level of the headings that are headlines; 0 where headings are none. */
  readonly headings: number;
};

function scoreBorder(context: Context, index: number): Border | undefined {
  const piece = context.pieces[index];
  const before = context.pieces[index - 1];
  if (piece === undefined || before === undefined) return undefined;
  const repeats = isRepeatedHeadline(context.pieces, index);
  const isStamp = context.stamps.has(index);
  if (!isStamp && ((isOrdinary(context, piece, index) && !repeats) || !isPlace(context, index))) return undefined;
  const cues = new Map<Cue, number>();
  addMarks(cues, context, index);
  addHead(cues, context.pieces, index);
  const base =
    (repeats || isStamp ? 1 : weighOpening(context.pieces, index, cues.has('repeat'))) +
    weighBefore(before, cues) +
    weighGap(cues, context.gaps, piece) +
    weighBody(context, index, repeats || cues.has('repeat') ? longestHead : ahead);
  const seen = isSeenBefore(context.pieces, index) ? -4 : 0;
  let score = base + seen;
  for (const weight of cues.values()) score += weight;
  return { piece: index, score, cues };
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

function addMarks(
  cues: Map<Cue, number>,
  { pieces, numbering, stamps, isSeparator, headings }: Context,
  index: number,
): void {
  const piece = pieces[index];
  if (piece === undefined) return;
  const opens = opensAt(pieces, index) || numbering.has(index) || stamps.has(index);
  if (stamps.has(index)) cues.set('stamp', 6.4);
  if (piece.counter !== null) cues.set('counter', 6);
  // A rule that no headline follows is an asterism inside an essay.
  else if (piece.rule) cues.set('rule', opens && isSeparator(piece) ? 4.8 : -2);
  if (piece.formFeed) cues.set('form-feed', 3);
  if (opensLabels(pieces, index)) cues.set('title-label', 3.5);
  if (headings > 0 && levelOf(piece) === headings) cues.set('heading', 2.6);
  const counted = numbering.get(findNumbered(pieces, numbering, index) ?? -1);
  if (counted !== undefined) cues.set('number', counted.of === null ? 4.4 : 6);
}

/** The piece that carries the number of the article that may begin at `index`: the word of a section may stand above it, "Report", "5. ...". */
export function findNumbered(pieces: readonly Piece[], numbering: Numbering, index: number): number | undefined {
  if (numbering.has(index)) return index;
  if (!numbering.has(index + 1) || pieces[index + 1]?.gap !== 0 || !opensAt(pieces, index)) return undefined;
  return (pieces[index]?.unit.text.length ?? Infinity) <= 24 ? index + 1 : undefined;
}

/** "#" counts as 1, "##" as 2, "=== Headline ===" as 1; 0 is no heading. */
export function levelOf({ traits, unit }: Piece): number {
  return traits.heading === undefined ? 0 : Math.max(1, /^#*/.exec(unit.text)?.[0].length ?? 1);
}

/** The highest level that headings of a file have; none where text stands above the first, which then is a subheading. */
function findHeadingLevel(pieces: readonly Piece[]): number {
  const first = pieces.findIndex((piece) => levelOf(piece) > 0 || (piece.traits.long && !piece.traits.titleLike));
  const top = pieces[first] === undefined ? 0 : levelOf(pieces[first]);
  return pieces.reduce((level, piece) => Math.min(level, levelOf(piece) || level), top);
}

/**
 * A headline of one short word or with a full stop does not look like one; that the page says it again, with captions
 * or buttons between, shows it. A caption is said again right below itself.
 */
function isRepeatedHeadline(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  if (piece === undefined || piece.gap === 0 || piece.traits.caption !== undefined || piece.traits.titleLike)
    return false;
  if (piece.unit.text.length > 170 || piece.traits.residue !== undefined || !/\p{L}{3}/u.test(piece.unit.text))
    return false;
  if (isKicker(pieces, index)) return true;
  const again = pieces.slice(index + 1, index + 1 + ahead).findIndex(({ traits }) => traits.key === piece.traits.key);
  return (
    again > 0 &&
    pieces
      .slice(index + 1, index + 1 + again)
      .every((between) => isBetweenHeadlines(between) && between.gap <= piece.gap)
  );
}

/** "World" right above a headline that the page says again. */
function isKicker(pieces: readonly Piece[], index: number): boolean {
  const [kicker, headline] = [pieces[index], pieces[index + 1]];
  if (kicker === undefined || headline === undefined || kicker.traits.terminal || headline.gap > 0) return false;
  return kicker.unit.text.length <= 24 && headline.traits.titleLike && isRepeated(pieces, index + 1);
}

function isBetweenHeadlines({ traits }: Piece): boolean {
  return traits.caption !== undefined || (!traits.long && !traits.terminal);
}

function isSeenBefore(pieces: readonly Piece[], index: number): boolean {
  const key = pieces[index]?.traits.key;
  for (let back = index - 1; back >= Math.max(0, index - ahead); back -= 1) {
    if (pieces[back]?.traits.key === key) return true;
  }
  return false;
}

/** Labels that open a head: the headline's, or two different ones in a row where none stood before. */
export function opensLabels(pieces: readonly Piece[], index: number): boolean {
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
function weighOpening(pieces: readonly Piece[], index: number, repeated: boolean): number {
  const isCaption = repeated && /\(\p{Lu}[^()]*\)$/u.test(pieces[index]?.unit.text.slice(-80) ?? '');
  return opensAt(pieces, index) && !isCaption ? 1 : -2;
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
function weighBody({ pieces, isCut }: Context, index: number, reach: number): number {
  let paragraphs = 0;
  for (let next = index; next <= index + reach && next < pieces.length && paragraphs < 2; next += 1) {
    const piece = pieces[next];
    if (piece !== undefined && isParagraph(piece) && !(next === index && piece.traits.titleLike)) paragraphs += 1;
  }
  // The last article of a cut file may be no more than a head.
  if (paragraphs === 0 && isCut && index + reach >= pieces.length) return -1.2;
  return [-2.5, -1.2, 0][paragraphs] ?? 0;
}
