/*
 * "Article 5", "3/7" and "[3]" alone on a line: the counter of a dump, or a law, a slideshow, a footnote. What the file
 * does with them tells.
 */

import type { Traits } from './traits.ts';
import type { Unit } from './units.ts';

/**
 * Whether the doubtful counters of a file count articles: they rise, the first opens the file, and nearly all of
 * them stand right above a line that could be a headline.
 */
export function trustCounters(units: readonly Unit[], judged: readonly Traits[]): boolean {
  const places = [...judged.keys()].filter((index) => judged[index]?.counter?.sure === false);
  const [first] = places;
  if (first === undefined || places.length < 2) return false;
  if (judged.slice(0, first).some((traits) => !traits.rule)) return false;
  let heads = 0;
  let above: number | undefined;
  for (const place of places) {
    const { number = 0 } = judged[place]?.counter ?? {};
    if (above !== undefined && number <= above) return false;
    above = number;
    if (opensArticle(units, judged, place + 1)) heads += 1;
  }
  return heads >= places.length * enough;
}

const enough = 0.75;

/** A headline or its label, no section of a text that begins right away. */
function opensArticle(units: readonly Unit[], judged: readonly Traits[], from: number): boolean {
  let index = from;
  while (judged[index]?.rule === true) index += 1;
  const traits = judged[index];
  if (traits === undefined || units[index] === undefined) return false;
  return traits.titleLike || traits.heading !== undefined || traits.label !== undefined;
}
