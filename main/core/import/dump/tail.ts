/* The end of an article: copyright, addresses and database labels below the text. */

import { isAgency } from './agencies.ts';
import { findDate } from './dates.ts';
import type { Role } from './head.ts';
import { applyLabel, isPicture, type FieldValues } from './head-labels.ts';
import type { Piece } from './pieces.ts';

const longestTail = 40;
const longestSingle = 100;

/**
 * Gives the lines below the text a role, from the last one up to the first that is text. Their values fill fields the
 * head left open. Answers the name in a copyright line, which may tell the source.
 */
export function readTail(
  pieces: readonly Piece[],
  from: number,
  roles: Map<number, Role>,
  values: FieldValues,
): string | undefined {
  const start = findTailStart(pieces, from);
  let owner: string | undefined;
  for (let index = start; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined || roles.has(index) || (piece.traits.label !== undefined && isPicture(piece.traits.label)))
      continue;
    const { traits, unit } = piece;
    if (traits.label !== undefined)
      roles.set(index, applyLabel(values, traits.label) ? { kind: 'field' } : { kind: 'drop', reason: 'label' });
    else if (traits.url && values.url === undefined) {
      values.url = unit.text;
      roles.set(index, { kind: 'field' });
    } else if (findWire(unit.text) !== undefined) {
      values.agency ??= findWire(unit.text) ?? '';
      roles.set(index, { kind: 'field' });
    } else if (traits.copyright) {
      owner ??= findOwner(unit.text);
      roles.set(index, { kind: 'drop', reason: 'copyright' });
    } else roles.set(index, { kind: 'drop', reason: 'residue' });
  }
  return owner;
}

function findTailStart(pieces: readonly Piece[], from: number): number {
  let start = pieces.length;
  const labels = pieces.slice(-longestTail).filter((piece) => piece.traits.label !== undefined).length;
  while (start > Math.max(from, pieces.length - longestTail)) {
    const piece = pieces[start - 1];
    if (piece === undefined || !isTailLine(piece, labels)) break;
    start -= 1;
  }
  return start;
}

function isTailLine({ traits, unit }: Piece, labels: number): boolean {
  if (traits.label !== undefined) {
    if (traits.label.field === 'body' || traits.label.value === '') return false;
    return (
      labels >= 2 ||
      (unit.text.length <= longestSingle && traits.label.field !== 'title' && traits.label.field !== 'subtitle')
    );
  }
  return (
    traits.url ||
    findWire(unit.text) !== undefined ||
    traits.residue === 'certain' ||
    (traits.copyright && unit.text.length <= 200)
  );
}

/** A line that is an agency and nothing else: "(Reuters)", "- AFP". */
function findWire(text: string): string | undefined {
  const name = text.length > 40 ? '' : text.replace(/^[\s([（–—-]+|[\s)\]）.]+$/g, '');
  return isAgency(name) && name !== text.toLowerCase() ? name : undefined;
}

/** "© 2024 The Harbour Post", "Copyright 2010 Guardian Unlimited. All rights reserved" to the name. */
function findOwner(text: string): string | undefined {
  const match = /^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*\d{4}(?:\s*[-–]\s*\d{4})?,?\s+(?:by\s+)?([^.,|;]{3,60})/i.exec(
    text,
  );
  const name = match?.[1]?.replace(/\s*all rights reserved.*$/i, '').trim() ?? '';
  return name === '' || findDate(name) !== undefined ? undefined : name;
}
