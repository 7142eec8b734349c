/* The lines of an article whose role a person named: what they say of the article, and what becomes of each. */

import type { LineRole } from '../../../../shared/split.ts';
import { toNames } from './bylines.ts';
import { findCaption, splitCredit } from './credits.ts';
import { findDate } from './dates.ts';
import type { Role } from './head.ts';
import type { FieldValues } from './head-labels.ts';
import { cleanField, cleanLine } from './lines.ts';
import type { Piece } from './pieces.ts';
import type { Segment } from './segments.ts';
import { cleanTitle } from './title.ts';

export type SaidHead = {
  readonly roles: ReadonlyMap<number, Role>;
  readonly values: FieldValues;
  /** The first line that is the headline, by its place among the pieces. */
  readonly title: number | undefined;
};

/** Reads them in the order of the file. A field that several lines are said to be is all of them; a date, the first that is one. */
export function readSaid({ pieces, said }: Pick<Segment, 'pieces' | 'said'>, numbered: boolean): SaidHead {
  const roles = new Map<number, Role>();
  const values: FieldValues = {};
  let title: number | undefined;
  for (const [index, role] of said) {
    const piece = pieces[index];
    if (piece === undefined) continue;
    if (role === 'headline') title ??= index;
    roles.set(index, readLine(values, piece, { role, numbered }));
  }
  return { roles, values, title };
}

function readLine(
  values: FieldValues,
  piece: Piece,
  { role, numbered }: { readonly role: LineRole; readonly numbered: boolean },
): Role {
  const text = textOf(piece);
  switch (role) {
    case 'headline':
      return readHeadline(values, piece, numbered);
    case 'byline':
      return add(values, 'byline', piece.traits.byline || toNames(text) || text, ', ');
    case 'date':
      return readDate(values, piece);
    case 'subtitle':
    case 'source':
    case 'section':
      return add(values, role, text);
    case 'caption':
      return { kind: 'caption', caption: findCaption(text, true) ?? { caption: text, credit: null, qualifier: null } };
    case 'credit':
      return { kind: 'credit', credit: splitCredit(text.replace(/^[([（](.*)[)\]）]$/u, '$1')) };
    case 'body':
      return { kind: 'text', text: piece.unit.text };
    case 'out':
      return { kind: 'drop', reason: 'left-out' };
  }
}

/** The line without a label that says the same: "Source: Reuters". */
function textOf({ unit, traits }: Piece): string {
  const value = traits.label?.value ?? '';
  return cleanField(cleanLine(value === '' || traits.label?.field === 'date' ? unit.text : value));
}

/** A line with nothing but marks may be a headline too. */
function readHeadline(values: FieldValues, piece: Piece, numbered: boolean): Role {
  const { title, ...beside } = piece.traits.label === undefined ? cleanTitle(piece, numbered) : {};
  for (const [name, value] of Object.entries(beside)) values[name as keyof FieldValues] ??= value;
  return add(values, 'title', title || textOf(piece));
}

/** Which day a line means is never guessed: one that says none is kept as left over. */
function readDate(values: FieldValues, { traits, unit }: Piece): Role {
  const found = traits.date || (traits.label?.field === 'date' ? traits.label.value : findDate(unit.text)?.iso);
  if (found === undefined || found === '' || values.date !== undefined) return { kind: 'drop', reason: 'residue' };
  values.date = found;
  return { kind: 'field' };
}

function add(values: FieldValues, name: keyof FieldValues, text: string, between = ' '): Role {
  const before = values[name];
  values[name] = before === undefined ? text : `${before}${between}${text}`;
  return { kind: 'field' };
}
