/*
 * How sure a border is, 0 to 1. Each cue leaves some doubt; cues that agree leave less, and so do other borders of the
 * file that show the same. An article that is unlike the others of its file brings doubt back.
 */

import type { FoundBorder } from '../../../../shared/model.ts';
import { findHeadCues, type Cue } from './head-cues.ts';
import { findHeadline } from './likeness.ts';
import { lengthOf, opensAt } from './openings.ts';
import { rangeOf, type Segment } from './segments.ts';

/** How far one border is to be believed that nothing but this cue shows: counted over the tuned dumps and their changes. */
const worth: Readonly<Record<Cue, number>> = {
  hand: 1,
  counter: 0.97,
  number: 0.9,
  'title-label': 0.9,
  stamp: 0.85,
  'form-feed': 0.75,
  heading: 0.75,
  repeat: 0.7,
  byline: 0.65,
  caption: 0.6,
  rule: 0.6,
  gap: 0.6,
  date: 0.4,
  dateline: 0.35,
};
/** A rule among rules that separate weighs more; others are pauses inside an article. */
const separatingRule = 2;
const pause = 0.1;
/** Sections of one article have rules and room between them as well, and people in it speak like datelines. */
const loose: ReadonlySet<Cue> = new Set<Cue>(['rule', 'gap', 'date', 'dateline']);
/** What is left of a doubt where one other border shows the same, and where several do. */
const agreeing = { firm: [0.6, 0.35], loose: [0.8, 0.65] } as const;
const most = 0.99;
/** The first article begins with the file. */
const first = 0.97;

/** For each article of a file, how sure it is that one begins there. */
export function rateBegins(segments: readonly Segment[]): readonly number[] {
  const counts = new Map<Cue, number>();
  const own = segments[0]?.border === null ? findHeadCues(segments[0].pieces, 0) : [];
  for (const cue of own) counts.set(cue, 1);
  for (const { border } of segments)
    for (const cue of border?.cues.keys() ?? []) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  const likeness = measureLikeness(segments);
  return segments.map((segment) => {
    if (segment.border === null) return first;
    if (segment.border.cues.has('hand')) return 1;
    const sure = Math.min(most, 1 - findDoubt(segment.border.cues, counts));
    return sure * likeness(segment);
  });
}

/** How sure each article is: that it begins where it does, and that none of the possible borders in it is one. */
export function rateWholes(
  segments: readonly Segment[],
  begins: readonly number[],
  borders: readonly FoundBorder[],
): readonly number[] {
  const open = borders.filter(({ taken }) => !taken);
  let next = 0;
  return segments.map((segment, index) => {
    const [, end] = rangeOf(segment);
    let sure = begins[index] ?? 0;
    for (let border = open[next]; border !== undefined && border.line <= end; border = open[next]) {
      sure *= 1 - border.confidence;
      next += 1;
    }
    return sure;
  });
}

function findDoubt(cues: ReadonlyMap<Cue, number>, counts: ReadonlyMap<Cue, number>): number {
  let doubt = 1;
  let others = 0;
  let strongest = 0;
  for (const [cue, weight] of cues) {
    const believed = believe(cue, weight);
    doubt *= 1 - believed;
    if (believed <= strongest) continue;
    strongest = believed;
    others = (counts.get(cue) ?? 1) - 1;
  }
  if (others === 0) return doubt;
  const isLoose = [...cues.keys()].every((cue) => loose.has(cue));
  const [once, often] = isLoose ? agreeing.loose : agreeing.firm;
  return doubt * (others === 1 ? once : often);
}

function believe(cue: Cue, weight: number): number {
  return cue === 'rule' && weight < separatingRule ? pause : worth[cue];
}

/** A counter or a label says of itself that an article begins, whatever stands there. */
function isMarked({ border }: Segment): boolean {
  return [...(border?.cues ?? [])].some(([cue, weight]) => believe(cue, weight) > worth.repeat);
}

const fewest = 3;
const longHeadline = 40;
const shortHeadline = 24;

/** 1 for an article that opens like one and like the others of its file. A part of one, cut off by mistake, opens with a few words or without a head, or is short. */
function measureLikeness(segments: readonly Segment[]): (segment: Segment) => number {
  const looks = new Map(segments.map((segment) => [segment, lookAt(segment)]));
  const all = [...looks.values()];
  const usual = { size: median(all.map(({ size }) => size)), headline: median(all.map(({ headline }) => headline)) };
  const areHeaded = all.filter(({ isHeaded }) => isHeaded).length >= Math.max(fewest, all.length * 0.75);
  return (segment) => {
    const look = looks.get(segment) ?? lookAt(segment);
    const opening = isMarked(segment) ? 1 : rateOpening(look, { isFirstHeaded: all[0]?.isHeaded ?? false, areHeaded });
    if (segments.length < fewest) return opening;
    return opening * (look.size < usual.size * 0.1 ? 0.85 : 1) * (look.headline < usual.headline * 0.4 ? 0.9 : 1);
  };
}

type Heads = { readonly isFirstHeaded: boolean; readonly areHeaded: boolean };

function rateOpening({ isOpen, isHeaded, headline }: Look, { isFirstHeaded, areHeaded }: Heads): number {
  const opened = isOpen ? 1 : 0.85;
  if (isHeaded) return opened;
  const length = headline >= longHeadline ? 1 : headline >= shortHeadline ? 0.9 : 0.75;
  return opened * length * (isFirstHeaded ? 0.85 : 1) * (areHeaded ? 0.85 : 1);
}

type Look = { readonly size: number; readonly headline: number; readonly isHeaded: boolean; readonly isOpen: boolean };

function lookAt({ pieces }: Segment): Look {
  const headline = findHeadline(pieces);
  return {
    size: pieces.reduce((sum, { unit }) => sum + unit.text.length, 0),
    headline: headline === undefined ? 0 : lengthOf(headline),
    isHeaded: findHeadCues(pieces, 0).size > 0,
    isOpen: opensAt(pieces, 0),
  };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
