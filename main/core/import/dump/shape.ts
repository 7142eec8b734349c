/*
 * What a place looks like where an article may begin: its plainest cue, and the look of it. Places of one shape are taken
 * or left together when a person says so.
 */

import type { BorderCue } from '../../../../shared/model.ts';
import { findNumbered, levelOf, opensLabels, type Measured } from './borders.ts';
import { numberPattern } from './digits.ts';
import { findHeadCues } from './head-cues.ts';
import { keyOf } from './lines.ts';
import { isOpening } from './openings.ts';
import type { Piece } from './pieces.ts';
import { styleOf } from './rules.ts';
import { isRuleLine } from './units.ts';

export type Shape = {
  readonly cue: Exclude<BorderCue, 'hand'>;
  /** The run of blank lines, the kind of rule, the label, the counter without its numbers; empty where a cue has one look. */
  readonly look: string;
};

/** The shape of the piece at `index`. What separates goes before blank lines, and these before what a head shows. */
export function findShape(measured: Measured, index: number): Shape {
  const { pieces, gaps } = measured;
  const piece = pieces[index];
  if (piece === undefined) return { cue: 'headline', look: '' };
  return findSeparator(measured, piece, index) ?? findBlankRun(piece, gaps.common) ?? findHeadCue(pieces, index);
}

function findSeparator({ pieces, numbering, stamps }: Measured, piece: Piece, index: number): Shape | undefined {
  if (piece.counter !== null) return { cue: 'counter', look: withoutNumbers(findCounterLine(piece)) };
  if (opensLabels(pieces, index)) return { cue: 'label', look: keyOf(piece.unit.text.split(/[:：\]】］]/)[0] ?? '') };
  const numbered = findNumbered(pieces, numbering, index);
  const isBelowSection = index > 0 && findNumbered(pieces, numbering, index - 1) === index;
  if (numbered !== undefined && !isBelowSection) return { cue: 'number', look: findNumberStyle(pieces[numbered]) };
  if (stamps.has(index)) return { cue: 'stamp', look: '' };
  if (piece.formFeed) return { cue: 'form-feed', look: '' };
  if (piece.rule) return { cue: 'rule', look: styleOf(piece) };
  if (piece.traits.heading !== undefined) return { cue: 'heading', look: `${levelOf(piece)}` };
  // Numbers that are no sequence of the file are a style of headline all the same.
  if (numbered !== undefined || piece.traits.numbered === undefined || !isOpening(piece)) return undefined;
  return { cue: 'number', look: findNumberStyle(piece) };
}

function findBlankRun({ gap }: Piece, common: number): Shape | undefined {
  return gap > common ? { cue: 'blank-run', look: `${gap}` } : undefined;
}

const headCues = ['repeat', 'caption', 'byline', 'dateline', 'date'] as const;

function findHeadCue(pieces: readonly Piece[], index: number): Shape {
  const found = findHeadCues(pieces, index);
  return { cue: headCues.find((cue) => found.has(cue)) ?? 'headline', look: '' };
}

function findCounterLine({ marks }: Piece): string {
  return marks.findLast(({ text }) => !isRuleLine(text))?.text ?? '';
}

/** "12. " of "12. Harbour reopens". */
function findNumberStyle(piece: Piece | undefined): string {
  const text = piece?.traits.heading ?? piece?.unit.text ?? '';
  const rest = piece?.traits.numbered?.rest ?? '';
  return withoutNumbers(text.slice(0, text.length - rest.length));
}

const numbers = new RegExp(numberPattern, 'gu');

function withoutNumbers(text: string): string {
  return text.toLowerCase().replace(numbers, '0').trim();
}
