/*
 * Blank runs. How many blank lines stand between articles differs from dump to dump; what holds is the order of their
 * lengths. For each length longer than the common one we cut there and look whether the parts look like articles.
 */

import type { Piece } from './pieces.ts';
import { areArticles, findHeadline } from './likeness.ts';
import { isParagraph, lengthOf, opensAt } from './openings.ts';

export type Gaps = {
  /** The run that is found most often, between paragraphs. */
  readonly common: number;
  /** For a run of blank lines: 0 to 1, how well cutting there yields articles. */
  readonly trust: (gap: number) => number;
};

/** Longer runs mean the same as this many blank lines. */
const longest = 12;
const enough = 0.7;

/** Measures the blank runs of a file. Linear: at most 12 lengths are told apart. */
export function measureGaps(pieces: readonly Piece[]): Gaps {
  const runs = pieces.map((piece) => Math.min(piece.gap, longest));
  const common = findCommon(runs.slice(1));
  const trusts = new Map<number, number>();
  let accepted: Cuts | undefined;
  for (const length of distinctAbove(runs, common)) {
    const cuts = measureCuts(pieces, runs, length);
    if (cuts.share < enough) continue;
    if (accepted === undefined ? !areArticles(pieces, cuts.starts) : !isSameKind(cuts, accepted)) continue;
    trusts.set(length, cuts.share);
    accepted = cuts;
  }
  return { common, trust: (gap) => trusts.get(Math.min(gap, longest)) ?? 0 };
}

function findCommon(runs: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  let common = 0;
  let most = 0;
  for (const [run, count] of counts) {
    if (count > most || (count === most && run < common)) [common, most] = [run, count];
  }
  return common;
}

/** Longest first. */
function distinctAbove(runs: readonly number[], common: number): readonly number[] {
  return [...new Set(runs.slice(1))].filter((run) => run > common).sort((left, right) => right - left);
}

type Cuts = {
  /** Pieces that open the parts. */
  readonly starts: readonly number[];
  readonly share: number;
  readonly titleLength: number;
  readonly paragraphs: number;
  readonly cues: number;
};

/** Cuts at every run of exactly `length`; a part ends at the next run of at least that. */
function measureCuts(pieces: readonly Piece[], runs: readonly number[], length: number): Cuts {
  const starts: number[] = [];
  let good = 0;
  let letters = 0;
  let paragraphs = 0;
  let cues = 0;
  for (let start = 1; start < pieces.length;) {
    let end = start + 1;
    while (end < pieces.length && (runs[end] ?? 0) < length) end += 1;
    const found = judgePart(pieces, start, end);
    // A last part without text is a head that was cut off, or a footer: it says nothing.
    const isEnd = end === pieces.length && found.paragraphs === 0 && starts.length > 0;
    if (runs[start] === length && !isEnd) {
      starts.push(start);
      good += found.good;
      paragraphs += found.paragraphs;
      const first = findHeadline(pieces.slice(start, start + 2));
      letters += first === undefined ? 0 : lengthOf(first);
      cues += found.cue ? 1 : 0;
    }
    start = end;
  }
  const per = Math.max(1, starts.length);
  return { starts, share: good / per, titleLength: letters / per, paragraphs: paragraphs / per, cues: cues / per };
}

/** A part looks like an article when it opens like one and holds paragraphs; one paragraph is a brief. */
function judgePart(pieces: readonly Piece[], start: number, end: number) {
  let paragraphs = 0;
  let cue = false;
  for (let index = start; index < end && paragraphs < 2; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) break;
    const { traits } = piece;
    if (isParagraph(piece)) paragraphs += 1;
    if (traits.caption ?? traits.byline ?? traits.date ?? traits.label) cue = true;
    if (traits.dateline) cue = true;
  }
  const opens = opensAt(pieces, start);
  return { good: opens && paragraphs > 0 ? (paragraphs > 1 || cue ? 1 : 0.8) : 0, paragraphs, cue };
}

const shortHeadline = 24;

/**
 * Subheadings may have blank lines around them too. They are shorter than headlines and open shorter parts without
 * byline, caption or dateline.
 */
function isSameKind(cuts: Cuts, coarser: Cuts): boolean {
  if (coarser.cues > 0.6) return cuts.cues > 0.6;
  return cuts.titleLength >= coarser.titleLength * 0.6 && cuts.titleLength >= shortHeadline;
}
