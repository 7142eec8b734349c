/*
 * The line that a program prints above each article: "14/03/2019 13:05", "bdt0266 3 vm 118 dpa 0559", an address. A file
 * that begins with one and has lines of the same form further down is parted by them.
 */

import { anyDigit } from './digits.ts';
import type { Piece } from './pieces.ts';
import { hasTextBetween } from './text-between.ts';

/** Places of the lines, that of the first piece among them; empty where the file has none. */
export type Stamps = ReadonlySet<number>;

/** Finds them. Nothing may stand above the first: inside an article, times and numbers are its own. */
export function findStamps(pieces: readonly Piece[]): Stamps {
  for (const toForm of forms) {
    const form = pieces[0] === undefined ? undefined : toForm(pieces[0]);
    if (form === undefined) continue;
    const alike = [...pieces.keys()].filter((index) => pieces[index] !== undefined && toForm(pieces[index]) === form);
    const endOf = (at: number) => alike[at + 1] ?? pieces.length;
    const places = alike.filter((index, at) => endOf(at) - index >= fewest);
    const full = places.filter((index, at) => hasTextBetween(pieces, index, places[at + 1] ?? pieces.length));
    const isEnough = places.length >= (countNumbers(form) >= manyNumbers ? 2 : 3);
    if (places[0] === 0 && isEnough && full.length >= places.length * 0.6) return new Set(places);
  }
  return new Set();
}

/** An article has a headline and a line of text below its stamp. */
const fewest = 3;
const longest = 60;
const manyNumbers = 4;
const fewNumbers = 3;

/** How a line looks; undefined where it is no stamp. A later form sees less of it. */
const forms: readonly ((piece: Piece) => string | undefined)[] = [toKind, toWords, toCode];

function toKind({ traits }: Piece): string | undefined {
  if (traits.url) return 'url';
  return traits.date === undefined || traits.long ? undefined : 'date';
}

const numbers = /\p{Nd}+/gu;

/** "No. 115" is "no. 0". */
function toWords({ unit, traits }: Piece): string | undefined {
  if (unit.text.length > longest || traits.long || traits.terminal || !anyDigit.test(unit.text)) return undefined;
  return unit.text.toLowerCase().replace(numbers, '0');
}

/** "FRA0533 4 I 0391" is "a0 0 a 0". */
function toCode(piece: Piece): string | undefined {
  const words = toWords(piece);
  if (words === undefined || countNumbers(words) < fewNumbers) return undefined;
  return words.replace(/[\p{L}\p{M}]+/gu, 'a');
}

function countNumbers(form: string): number {
  return form.split('0').length - 1;
}
