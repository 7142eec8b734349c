/* The end of an article: copyright, addresses and database labels below the text. */

import { isAgency, isOutlet } from './agencies.ts';
import { findDate } from './dates.ts';
import type { Role } from './head.ts';
import { isPicture, toRole, type FieldValues } from './head-labels.ts';
import type { Label, LabelField } from './labels.ts';
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
    if (traits.label !== undefined) roles.set(index, toRole(values, traits.label));
    else if (traits.byline !== undefined) {
      if (traits.byline !== '') values.byline ??= traits.byline;
      roles.set(index, { kind: 'field' });
    } else if (traits.url && values.url === undefined) {
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
  const found = pieces.slice(Math.max(from, pieces.length - longestTail)).flatMap(({ traits }) => traits.label ?? []);
  // Date, place and address alone may be those of a concert; a database says more.
  const isRecord =
    found.length >= 2 &&
    (found.some(({ field }) => recordFields.has(field)) || found.filter(({ value }) => value !== '').length >= 4);
  const labels: Labels = { count: found.length, isRecord };
  while (start > Math.max(from, pieces.length - longestTail)) {
    const piece = pieces[start - 1];
    if (piece === undefined || !isTailLine(piece, labels)) break;
    start -= 1;
  }
  return start;
}

type Labels = { readonly count: number; readonly isRecord: boolean };
const recordFields: ReadonlySet<LabelField> = new Set([
  'other',
  'copyright',
  'language',
  'title',
  'source',
  'byline',
  'section',
]);

function isTailLine({ traits, unit }: Piece, labels: Labels): boolean {
  const { label } = traits;
  if (label !== undefined) {
    if (label.field === 'body' || label.value === '') return false;
    return labels.isRecord || (labels.count === 1 && unit.text.length <= longestSingle && isAloneAtEnd(label));
  }
  return (
    traits.url ||
    findWire(unit.text) !== undefined ||
    isRemnant(traits, unit.text) ||
    (traits.byline !== undefined && unit.text.length <= longestByline) ||
    (traits.copyright && unit.text.length <= 200)
  );
}

const longestByline = 80;

/** A button at the end of a page; "Listen." with a full stop is the last word of a writer. */
function isRemnant(traits: Piece['traits'], text: string): boolean {
  if (traits.residue === 'certain') return true;
  return traits.residue === 'ambiguous' && !traits.terminal && !isAgency(text);
}

/** What a single label at the end may say: "Source: Ministry of Health" belongs to the table above it. */
function isAloneAtEnd({ field, value }: Label): boolean {
  if (field === 'source') return isAgency(value) || isOutlet(value);
  return field !== 'title' && field !== 'subtitle' && field !== 'place' && field !== 'section';
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
