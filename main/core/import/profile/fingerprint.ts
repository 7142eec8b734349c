/*
 * The shape of a dump that stays when other articles are in it: short lines that come back, and runs of what lines look
 * like. Of a file with one article the edges tell, where a site prints its own.
 */

import type { Fingerprint } from '../../../../shared/profile.ts';
import { lookOf, longestShort, printOf } from './line-class.ts';

/** The beginning of a dump is like the rest of it. */
export const mostLooked = 4000;
const longestPrint = 60;

type Kept = { readonly most: number; readonly least: number };
/** A line at the end of the file counts twice. */
const texts: Kept = { most: 64, least: 2 };
const shapes: Kept = { most: 96, least: 1 };
/** Filled lines at either end of the file. */
const edge = 8;
const run = 3;

/** `all` are the cleaned lines of the file; of many only the first are looked at. */
export function toFingerprint(all: readonly string[]): Fingerprint {
  const lines = all.slice(0, mostLooked);
  const filled = lines.filter((text) => text !== '');
  const ends = [...filled.slice(0, edge), ...filled.slice(-edge)];
  const prints = count([...findPrints(filled), ...findPrints(ends)]);
  const runs = count([...findRuns(lines), ...findRuns(ends)]);
  return { texts: keepMost(prints, texts), shapes: keepMost(runs, shapes) };
}

function findPrints(lines: readonly string[]): readonly string[] {
  return lines.flatMap((text) => {
    if (text.length > longestShort) return [];
    const look = lookOf(text);
    if (look.startsWith('label ') || look.startsWith('rule ')) return [look];
    return text.length <= longestPrint ? [printOf(text)] : [];
  });
}

/** Neighbours by their look. What holds nothing but text and single blank lines is in every dump. */
function findRuns(lines: readonly string[]): readonly string[] {
  const looks: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    let look = lookOf(lines[index] ?? '');
    if (look === 'blank') {
      const start = index;
      while (lines[index + 1] === '') index += 1;
      look = `blank ${Math.min(9, index - start + 1)}`;
    }
    // A short last paragraph stands where another article has none.
    looks.push(look === 'sentence' ? 'line' : look);
  }
  return looks.flatMap((_, index) => {
    const neighbours = looks.slice(index, index + run);
    return neighbours.length < run || neighbours.every((look) => plain.has(look)) ? [] : [neighbours.join('|')];
  });
}

const plain: ReadonlySet<string> = new Set(['text', 'blank 1']);

function count(found: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of found) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

/** The most frequent of those that come at least so often; hashes in order, so that equal shapes are equal lists. */
function keepMost(counts: ReadonlyMap<string, number>, { most, least }: Kept): readonly number[] {
  const often = [...counts].filter(([, times]) => times >= least).sort(([, one], [, other]) => other - one);
  return [...new Set(often.slice(0, most).map(([text]) => hash(text)))].sort((one, other) => one - other);
}

/** FNV-1a of 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
