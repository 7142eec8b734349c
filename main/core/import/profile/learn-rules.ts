/* What a person said of one file, as rules for files like it. What they said once counts where it is true of the whole file. */

import type { ProfileRules } from '../../../../shared/profile.ts';
import type { Corrections } from '../../../../shared/split.ts';
import type { Measured } from '../dump/borders.ts';
import { findPieces } from '../dump/correct-borders.ts';
import { findShape } from '../dump/shape.ts';
import { listHead, longestPrint } from './apply-rules.ts';
import { lookOf, longestShort, printOf } from './line-class.ts';

/** A file as it was split with the corrections. */
export type SplitFile = {
  /** The cleaned lines. */
  readonly texts: readonly string[];
  readonly measured: Measured;
  /** First lines of the articles, 0-based. */
  readonly starts: readonly number[];
};

export function learnRules(corrections: Corrections, file: SplitFile): ProfileRules {
  const { encoding, fields, restore } = corrections;
  return {
    encoding,
    borders: learnBorders(corrections, file),
    lines: learnLines(corrections, file),
    places: learnPlaces(corrections, file),
    restore: [...new Set(restore)],
    fields: fields.flatMap(({ first, name, value }) => (first === null ? [{ name, value }] : [])),
  };
}

/** One set of rules after the other; where both speak of the same, the later holds. */
export function joinRules(earlier: ProfileRules, later: ProfileRules): ProfileRules {
  return {
    encoding: later.encoding ?? earlier.encoding,
    borders: join(earlier.borders, later.borders, toKey),
    lines: join(earlier.lines, later.lines, ({ print }) => print),
    places: join(earlier.places, later.places, toPlaceKey),
    restore: join(earlier.restore, later.restore, (reason) => reason),
    fields: join(earlier.fields, later.fields, ({ name }) => name),
  };
}

/** As many as a profile holds. */
const mostRules = 500;

function join<Rule>(earlier: readonly Rule[], later: readonly Rule[], keyOf: (rule: Rule) => string): readonly Rule[] {
  return [...new Map([...earlier, ...later].map((rule) => [keyOf(rule), rule])).values()].slice(-mostRules);
}

type Borders = ProfileRules['borders'];

/**
 * All places of a shape when the person said so, and else when they end up all taken or all left: one place that was
 * set by hand need not stand for the others that look like it.
 */
function learnBorders({ begins, joins, like }: Corrections, { measured, starts }: SplitFile): Borders {
  if ([begins, joins, like].every(({ length }) => length === 0)) return [];
  const { pieces } = measured;
  const shapes = pieces.map((_, piece) => findShape(measured, piece));
  const taken = new Set(findPieces(pieces, toLines(starts)));
  const fates = new Map<string, boolean | 'both'>();
  for (const [piece, shape] of shapes.entries()) {
    const fate = fates.get(toKey(shape)) ?? taken.has(piece);
    // The file begins with an article, whatever stands there.
    if (piece > 0) fates.set(toKey(shape), fate === taken.has(piece) ? fate : 'both');
  }
  const toRules = (lines: readonly number[], take: boolean) =>
    findPieces(pieces, lines).flatMap((piece) => {
      const shape = shapes[piece];
      const isPlain = shape === undefined || shape.cue === 'headline';
      return isPlain || fates.get(toKey(shape)) !== take ? [] : [{ ...shape, take }];
    });
  const said = like.flatMap(({ line, take }) => {
    const shape = shapes[findPieces(pieces, [line])[0] ?? -1];
    return shape === undefined ? [] : [{ ...shape, take }];
  });
  const rules = [...toRules(begins, true), ...toRules(joins, false), ...said];
  return join(
    [],
    rules.filter(({ look }) => look.length <= longestPrint),
    toKey,
  );
}

function toKey({ cue, look }: Pick<Borders[number], 'cue' | 'look'>): string {
  return `${cue} ${look}`;
}

function toLines(starts: readonly number[]): readonly number[] {
  return starts.map((start) => start + 1);
}

function learnLines({ roles }: Corrections, { texts }: SplitFile): ProfileRules['lines'] {
  const rules = roles.flatMap(({ line, role }): ProfileRules['lines'] => {
    const text = texts[line - 1] ?? '';
    if (text === '' || text.length > longestPrint) return [];
    if (role === 'out') return [{ print: printOf(text), role }];
    // A paragraph that was brought back is not in another file.
    return role === 'body' && text.length <= longestShort ? [{ print: printOf(text), role }] : [];
  });
  return join([], rules, ({ print }) => print);
}

/** A role that was said in one article's head, where half of the articles have such a line there. */
function learnPlaces({ roles }: Corrections, { texts, starts }: SplitFile): ProfileRules['places'] {
  const places = new Map<number, { readonly below: number; readonly look: string }>();
  const counts = new Map<string, number>();
  for (const [index, start] of starts.entries()) {
    for (const [below, line] of listHead(texts, start, starts[index + 1] ?? texts.length).entries()) {
      const place = { below, look: lookOf(texts[line] ?? '') };
      places.set(line, place);
      counts.set(toPlaceKey(place), (counts.get(toPlaceKey(place)) ?? 0) + 1);
    }
  }
  const rules = roles.flatMap(({ line, role }) => {
    const place = places.get(line - 1);
    if (role === 'out' || role === 'body' || place === undefined) return [];
    return (counts.get(toPlaceKey(place)) ?? 0) * 2 >= starts.length ? [{ ...place, role }] : [];
  });
  return join([], rules, toPlaceKey);
}

function toPlaceKey({ below, look }: { readonly below: number; readonly look: string }): string {
  return `${below} ${look}`;
}
