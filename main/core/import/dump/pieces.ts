/* Units in reading order, with what separates them pulled out: a rule or a counter is never a paragraph to be judged. */

import { findCaption } from './credits.ts';
import type { DayOrder } from './dates.ts';
import { trustCounters } from './counters.ts';
import { findTraits, plainTraits, preTraits, withoutCounter, type Traits } from './traits.ts';
import type { Counter } from './numbers.ts';
import type { Unit } from './units.ts';

/** A unit that may be text, with the separators that stand directly before it. */
export type Piece = {
  readonly unit: Unit;
  readonly traits: Traits;
  /** Blank lines before it; across separators, the longest run. */
  readonly gap: number;
  /** Rules and counters between the piece before and this one. */
  readonly marks: readonly Unit[];
  readonly rule: boolean;
  readonly counter: Counter | null;
  readonly formFeed: boolean;
};

const none: readonly Unit[] = [];

/** Pairs every text unit with its traits and the marks before it. Marks after the last piece are answered apart. */
export function toPieces(
  units: readonly Unit[],
  order: DayOrder,
): { readonly pieces: readonly Piece[]; readonly tail: readonly Unit[] } {
  const pieces: Piece[] = [];
  const judge = createJudge(order);
  let marks: Unit[] = [];
  let between = { gap: 0, rule: false, counter: null as Counter | null, formFeed: false };
  const judged = units.map((unit) => (unit.pre ? preTraits(unit.text) : judge(unit.text)));
  const trusted = trustCounters(units, judged);
  for (const [index, unit] of units.entries()) {
    const own = judged[index] ?? judge(unit.text);
    const counts = own.counter === undefined || own.counter.sure || trusted;
    const traits = unit.pre ? own : asRepeated(counts ? own : withoutCounter(unit.text, order), unit, pieces);
    const gap = Math.max(between.gap, unit.gap);
    const formFeed = between.formFeed || unit.formFeed;
    if (traits.rule || traits.counter !== undefined) {
      const rule = between.rule || (traits.rule && !isUnderline(unit, pieces.at(-1), marks));
      marks.push(unit);
      between = { gap, rule, counter: traits.counter ?? between.counter, formFeed };
      continue;
    }
    pieces.push({
      unit,
      traits,
      marks: marks.length === 0 ? none : marks,
      rule: between.rule,
      counter: between.counter,
      gap,
      formFeed,
    });
    if (marks.length > 0) marks = [];
    between = { gap: 0, rule: false, counter: null, formFeed: false };
  }
  return { pieces, tail: marks };
}

/**
 * A sentence, or a line that ends in a name like an agency's, that stands twice, on one line and the next, is a caption:
 * no writer does that, pages do. The first of the two becomes one as well.
 */
function asRepeated(traits: Traits, unit: Unit, pieces: Piece[]): Traits {
  const above = pieces.at(-1);
  if (unit.gap > 0 || above?.unit.text !== unit.text || traits.caption !== undefined) return traits;
  if (above.traits.caption !== undefined || unit.text.length > longestCaption) return above.traits;
  const whole = traits.long ? { caption: unit.text, credit: null, qualifier: null } : undefined;
  const caption = findCaption(unit.text, true) ?? whole;
  if (caption === undefined) return traits;
  const repeated = { ...traits, caption, titleLike: false };
  pieces.splice(-1, 1, { ...above, traits: repeated });
  return repeated;
}

const longestCaption = 300;

/** A rule right below a line that opens a block underlines a headline. Between articles it stands below text. */
function isUnderline(rule: Unit, above: Piece | undefined, marks: readonly Unit[]): boolean {
  if (rule.gap > 0 || marks.length > 0 || above === undefined || !above.traits.titleLike) return false;
  return above.gap > 0 || above.rule || above.unit.first === 0;
}

/** Pages repeat their headlines and captions: a line seen a moment ago is not judged again. */
function createJudge(order: DayOrder): (text: string) => Traits {
  const judged = new Map<string, Traits>();
  return (text) => {
    if (text.length > longestKept) return findTraits(text, order);
    const before = judged.get(text);
    if (before !== undefined) return before;
    const traits = findTraits(text, order);
    if (judged.size >= mostKept) judged.clear();
    judged.set(text, traits);
    return traits;
  };
}

const longestKept = 120;
const mostKept = 4096;

/** A mark that turned out to be part of the text. */
export function asText(unit: Unit): Piece {
  return {
    unit,
    traits: plainTraits(unit.text),
    marks: [],
    rule: false,
    counter: null,
    gap: unit.gap,
    formFeed: false,
  };
}
