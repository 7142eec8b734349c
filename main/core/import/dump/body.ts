/* The text of an article as blocks. */

import type { Block, BlockKind } from '../../../../shared/model.ts';
import { ownCopy } from './lines.ts';
import type { Piece } from './pieces.ts';
import { isRuleLine } from './units.ts';

/** A block of one piece. `line` counts from 1. Marks of lists and quotes are left out: the kind says it. */
export function toBlock(piece: Piece, next: Piece | undefined, text = piece.unit.text): Block {
  const kind = findKind(piece, next);
  return { kind, line: piece.unit.first + 1, text: ownCopy(withoutMark(kind, text)) };
}

const listMark = /^[-*•▪·]\s+(?=\S)/;
const quoteMark = /^>\s*(?=\S)/;
const headingMark = /^#{1,6}\s+(?=\S)/;

function findKind(piece: Piece, next: Piece | undefined): BlockKind {
  const { text } = piece.unit;
  if (isRuleLine(text)) return 'paragraph';
  if (listMark.test(text)) return 'list';
  if (quoteMark.test(text)) return 'quote';
  if (headingMark.test(text) && text.length <= 200) return 'heading';
  return isSubheading(piece, next) ? 'heading' : 'paragraph';
}

/** A short line that is no sentence, with text under it. */
function isSubheading({ traits, unit }: Piece, next: Piece | undefined): boolean {
  if (next === undefined || !(next.traits.long || next.traits.terminal) || next.traits.caption !== undefined)
    return false;
  return traits.titleLike && !traits.long && !traits.terminal && unit.text.length <= 90;
}

function withoutMark(kind: BlockKind, text: string): string {
  if (kind === 'list') return text.replace(listMark, '');
  if (kind === 'quote') return text.replace(quoteMark, '');
  return kind === 'heading' ? text.replace(headingMark, '') : text;
}

/** "Advertisement" between two complete paragraphs is none of the text. */
export function isBodyResidue(before: Piece | undefined, piece: Piece, next: Piece | undefined): boolean {
  if (piece.traits.residue !== 'certain') return false;
  return (
    (before === undefined || before.traits.terminal || before.traits.residue !== undefined) &&
    (next === undefined || next.traits.long || next.traits.residue !== undefined)
  );
}
