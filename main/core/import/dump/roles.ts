/* A role for each line of an article: those that a person named, and what the others show when these are not there. */

import { readHead, type FileHabits, type Given, type Head } from './head.ts';
import type { Piece } from './pieces.ts';
import { readSaid } from './said-head.ts';
import type { Segment } from './segments.ts';
import { readTail } from './tail.ts';
import { plainTraits } from './traits.ts';

export type Roles = Head & {
  /** The name in its copyright line. */
  readonly owner: string | undefined;
};

/** Reads head and tail of a segment. What was named is not judged: only the headline stays where it is, so that what stands below it is seen. */
export function findRoles({ pieces, said: named }: Segment, habits: FileHabits): Roles {
  if (named.size === 0) return readEnds(pieces, habits);
  const said = readSaid({ pieces, said: named }, habits.numbered);
  const open = [...pieces.keys()].filter((index) => !said.roles.has(index) || index === said.title);
  const title = said.title === undefined ? -1 : open.indexOf(said.title);
  const rest = open.flatMap((index) => pieces[index] ?? []);
  const judged = title === -1 ? rest : rest.map((piece, place) => (place === title ? asHeadline(piece) : piece));
  const given = { values: said.values, ...(title === -1 ? {} : { title }) };
  const { roles, values, end, owner } = readEnds(judged, habits, given);
  const all = new Map([...roles].map(([place, role]) => [open[place] ?? -1, role]));
  for (const [index, role] of said.roles) all.set(index, role);
  return { roles: all, values, end: open[end] ?? pieces.length, owner };
}

function readEnds(pieces: readonly Piece[], habits: FileHabits, given?: Given): Roles {
  const { roles, values, end } = readHead(pieces, habits, given);
  return { roles, values, end, owner: readTail(pieces, Math.max(1, end), roles, values) };
}

function asHeadline({ traits, unit, ...piece }: Piece): Piece {
  return { ...piece, unit, traits: { ...plainTraits(unit.text), key: traits.key, titleLike: true } };
}
