/*
 * What a person said of lines, put into effect after the file was cut: no border moves because a line was named. A named
 * line is a piece of its own; one that was outside every article belongs to the nearest, one that is left out to none.
 */

import type { DropReason } from '../../../../shared/model.ts';
import type { Corrections, LineRole } from '../../../../shared/split.ts';
import type { Outside } from './contents.ts';
import type { CutUnit } from './cut-units.ts';
import type { DayOrder } from './dates.ts';
import { asText, type Piece } from './pieces.ts';
import type { Segment } from './segments.ts';
import { findTraits, preTraits } from './traits.ts';
import type { Unit } from './units.ts';

/** Roles by line, 0-based. */
export type SaidRoles = ReadonlyMap<number, LineRole>;

/** Of two that name one line the later holds. */
export function toSaidRoles(roles: Corrections['roles']): SaidRoles {
  return new Map(roles.map(({ line, role }) => [line - 1, role]));
}

/** A file after it was cut: what stands above the first article, below the last, and the rules at the very end. */
export type Sections = {
  readonly above: readonly Outside[];
  readonly segments: readonly Segment[];
  readonly below: readonly Outside[];
  readonly tail: readonly Unit[];
};

export type Obeyed = {
  readonly segments: readonly Segment[];
  readonly outside: readonly Outside[];
  /** Rules and counters that belong to no piece. */
  readonly separators: readonly Unit[];
};

type Tools = {
  readonly said: SaidRoles;
  /** Reasons for which nothing is left out. */
  readonly restored: ReadonlySet<DropReason>;
  readonly order: DayOrder;
  readonly cutUnit: CutUnit;
};

/** Lines (1-based) said to be headlines that no article holds: each begins one. */
export function findLoneHeadlines({ above, below, tail }: Sections, said: SaidRoles): readonly number[] {
  if (said.size === 0) return [];
  const units = [...above, ...below].flatMap(({ piece }) => piece.marks.concat(piece.unit)).concat(tail);
  return units.flatMap(linesOf).flatMap((line) => (said.get(line) === 'headline' ? [line + 1] : []));
}

/** Takes out what is left out, brings back what is not, and marks the other named pieces. */
export function obeyRoles({ above, segments, below, tail }: Sections, tools: Tools): Obeyed {
  const { said, restored } = tools;
  if (said.size === 0 && restored.size === 0) return { segments, outside: [...above, ...below], separators: tail };
  const ends = spreadMarks(tail, said);
  const spreadOut = (place: Outside) => spread({ ...place, isFirst: false }, tools);
  const parts = segments.map((segment, index) => {
    const own = segment.pieces.flatMap((piece, at) => spread({ piece, reason: null, isFirst: at === 0 }, tools));
    const before = index === 0 ? above.flatMap(spreadOut) : [];
    const after = index === segments.length - 1 ? below.flatMap(spreadOut).concat(ends.places) : [];
    return settle(segment, before.concat(own, after), restored);
  });
  return {
    segments: parts.flatMap(({ segment }) => segment ?? []),
    outside: parts.flatMap(({ outside }) => outside),
    separators: [...parts.flatMap(({ separators }) => separators), ...ends.rest],
  };
}

function linesOf({ first, last }: Unit): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** A piece where it stands. `reason`: it was outside of all articles for this reason; null: it was in one. */
type Place = {
  readonly piece: Piece;
  readonly reason: DropReason | null;
  readonly role: LineRole | undefined;
  /** The first of an article as it was cut: the marks above it separate. */
  readonly isFirst: boolean;
};

/** A piece as pieces each of which has one role, or none. */
function spread(place: Omit<Place, 'role'>, { said, restored, order, cutUnit }: Tools): readonly Place[] {
  const { piece, reason, isFirst } = place;
  const back = reason !== null && restored.has(reason) ? 'body' : undefined;
  if (![piece.unit, ...piece.marks].some((unit) => linesOf(unit).some((line) => said.has(line))))
    return [{ piece, reason, role: back, isFirst }];
  const { places, rest } = spreadMarks(piece.marks, said, isFirst ? 'left-out' : reason);
  const units = cutUnit(piece.unit, (line) => said.get(line) !== said.get(line - 1));
  const gap = places.length > 0 ? piece.unit.gap : piece.gap;
  const judge = (unit: Unit) =>
    unit === piece.unit ? piece.traits : unit.pre ? preTraits(unit.text) : findTraits(unit.text, order);
  const [top, ...others] = units;
  const pieces = others.map((unit): Piece => Object.assign(asText(unit), { traits: judge(unit) }));
  if (top !== undefined) pieces.unshift({ ...piece, unit: top, traits: judge(top), gap, marks: rest });
  const all = pieces.map((each, index): Place => ({
    piece: each,
    reason,
    role: said.get(each.unit.first) ?? back,
    isFirst: isFirst && index === 0,
  }));
  return [...places, ...all];
}

type Spread = { readonly places: Place[]; readonly rest: Unit[] };

/** Rules and counters that were named are pieces, with those that were not above them. */
function spreadMarks(marks: readonly Unit[], said: SaidRoles, reason: Place['reason'] = 'left-out'): Spread {
  const places: Place[] = [];
  let rest: Unit[] = [];
  for (const mark of marks) {
    const role = said.get(mark.first);
    if (role === undefined) rest.push(mark);
    else {
      places.push({ piece: { ...asText(mark), marks: rest }, reason, role, isFirst: false });
      rest = [];
    }
  }
  return { places, rest };
}

type Settled = {
  /** None where every line of it was left out. */
  readonly segment: Segment | undefined;
  readonly outside: readonly Outside[];
  readonly separators: readonly Unit[];
};

function settle(segment: Segment, places: readonly Place[], restored: ReadonlySet<DropReason>): Settled {
  if (!places.some(isKept)) return { segment: undefined, outside: places.map(toOutside), separators: [] };
  const isInside = (place: Place): boolean => place.reason === null || isKept(place);
  const [first, last] = [places.findIndex(isInside), places.findLastIndex(isInside)];
  const outside = [...places.slice(0, first), ...places.slice(last + 1)].map(toOutside);
  const { separators, ...parts } = takeOut(places.slice(first, last + 1), restored.has('residue'));
  return { segment: { ...segment, ...parts }, outside, separators };
}

function isKept({ reason, role }: Place): boolean {
  return role === undefined ? reason === null : role !== 'out';
}

function toOutside({ piece, reason, role }: Place): Outside {
  return { piece, reason: role === 'out' || reason === null ? 'left-out' : reason };
}

type Taken = Pick<Segment, 'pieces' | 'said' | 'left'> & Pick<Settled, 'separators'>;

/** Parts the places of an article. The marks above what is taken out go to the piece below it; those that part nothing are left over, or text. */
function takeOut(places: readonly Place[], areText: boolean): Taken {
  const pieces: Piece[] = [];
  const said = new Map<number, LineRole>();
  const left: Outside[] = [];
  const separators = places[0] !== undefined && !isKept(places[0]) ? places[0].piece.marks : [];
  let marks: Unit[] = [];
  let gap = 0;
  const keep = (piece: Piece, role: LineRole | undefined) => {
    if (role !== undefined) said.set(pieces.length, role);
    pieces.push(piece);
  };
  const leaveMarks = () => {
    for (const mark of marks) {
      if (areText) keep(asText(mark), 'body');
      else left.push({ piece: asText(mark), reason: 'residue' });
    }
    marks = [];
  };
  for (const [index, place] of places.entries()) {
    const { piece, role } = place;
    if (index > 0 || isKept(place)) for (const mark of piece.marks) marks.push(mark);
    // What parted the article from what stands around it parts nothing where that belongs to it.
    if (index > 0 && (place.isFirst || place.reason !== null)) leaveMarks();
    gap = Math.max(gap, piece.gap);
    if (!isKept(place)) {
      left.push(toOutside({ ...place, piece: { ...piece, marks: [] } }));
      continue;
    }
    // A rule between lines that were left out and the headline parts no articles.
    if (pieces.length === 0 && index > 0) leaveMarks();
    keep({ ...piece, gap, marks }, role);
    marks = [];
    gap = 0;
  }
  leaveMarks();
  return { pieces, said, left, separators };
}
