/*
 * Articles of a file are alike, and unlike the sections of one article: their headlines are longer than subheadings,
 * written as the first one is, and where the first has a byline or a date, others have one too.
 */

import { findHeadCues } from './head-cues.ts';
import { lengthOf } from './openings.ts';
import type { Piece } from './pieces.ts';

/** Shorter openings, on average, are subheadings where the first headline is longer. */
const shortHeadline = 24;
const longHeadline = 36;

/**
 * Whether what begins at `starts` are articles like the one that begins the file. When in doubt they are not: a border
 * that was missed is seen as a possible one, a feature cut to pieces is spoilt.
 */
export function areArticles(pieces: readonly Piece[], starts: readonly number[]): boolean {
  const first = findHeadline(pieces);
  const openings = starts.flatMap((start) => findHeadline(pieces.slice(start, start + 2)) ?? []);
  if (first === undefined || openings.length === 0) return true;
  if (isRunningHead(openings) || areMoments(openings)) return false;
  const headed = starts.filter((start) => findHeadCues(pieces, start).size > 0).length / starts.length;
  if (headed >= 0.5) return true;
  const length = openings.reduce((sum, piece) => sum + lengthOf(piece), 0) / openings.length;
  if (length < Math.min(shortHeadline, lengthOf(first) * 0.75) || areQuestions(openings)) return false;
  if (length >= longHeadline) return true;
  if (headed === 0 && findHeadCues(pieces, 0).size > 0 && length < lengthOf(first) * 0.6) return false;
  return !(isTitleCase(first.unit.text) === true && areSentenceCase(openings));
}

/** The first headline of a file; a word above it is the section. */
export function findHeadline([first, second]: readonly Piece[]): Piece | undefined {
  if (first === undefined || second === undefined || !second.traits.titleLike) return first;
  return lengthOf(first) <= 24 && lengthOf(second) > lengthOf(first) ? second : first;
}

/** The name of the paper on top of every page. */
function isRunningHead(openings: readonly Piece[]): boolean {
  return openings.length >= 2 && new Set(openings.map(({ traits }) => traits.key)).size <= openings.length / 2;
}

const moment = /^(?:\d{1,2}[:.h]\d{2}(?!\d)|\(?\d{4}\)?\s*[:–—-])/;

/** "21:05 Minister resigns", "1998: Founded": times of a live blog, years of a chronicle. */
function areMoments(openings: readonly Piece[]): boolean {
  return openings.filter(({ unit }) => moment.test(unit.text)).length >= openings.length / 2;
}

/** Questions of an interview. */
function areQuestions(openings: readonly Piece[]): boolean {
  return (
    openings.length >= 2 &&
    openings.filter(({ unit }) => /[?؟？]["”»]?$/.test(unit.text)).length >= openings.length * 0.6
  );
}

function areSentenceCase(openings: readonly Piece[]): boolean {
  const cases = openings.map(({ unit }) => isTitleCase(unit.text)).filter((found) => found !== undefined);
  return cases.length > 0 && cases.filter((found) => !found).length >= cases.length * 0.75;
}

/** "The Last Signalmen" but not "What the company says"; undefined where too few words tell, as without capitals. */
function isTitleCase(text: string): boolean | undefined {
  const words = text
    .split(' ')
    .slice(1)
    .filter((word) => /^["“'‘(]?[\p{Lu}\p{Ll}]['’\p{L}]{3,}/u.test(word));
  if (words.length === 0) return undefined;
  return words.filter((word) => /^["“'‘(]?\p{Lu}/u.test(word)).length >= words.length * 0.7;
}
