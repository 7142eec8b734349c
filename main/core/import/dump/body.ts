/* The text of an article as blocks. */

import type { Block, BlockKind } from '../../../../shared/model.ts';
import { dashMark, findKind, headingMark, listMark, quoteMark, type Neighbours } from './block-kinds.ts';
import { ownCopy } from './lines.ts';
import type { Piece } from './pieces.ts';

/** A block of one piece. `line` counts from 1. Marks of lists and quotes are left out: the kind says it. */
export function toBlock(piece: Piece, neighbours: Neighbours, text = piece.unit.text): Block {
  const kind = findKind(piece, neighbours);
  return { kind, line: piece.unit.first + 1, text: ownCopy(withoutMark(kind, text)) };
}

function withoutMark(kind: BlockKind, text: string): string {
  if (kind === 'list') return text.replace(listMark, '').replace(dashMark, '');
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
