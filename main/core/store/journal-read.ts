/* Reads a journal file and tells good lines from damaged ones. It changes nothing on disk. */

import { cutAtSeals, isSealed, openSealed, parseSealed, type Place } from './sealed-line.ts';
import type { HybridTime } from './time.ts';

/** One line of a journal: `seq` grows by one from line to line, `time` says when the change was made. */
export type JournalLine = {
  readonly v: 2;
  readonly device: string;
  readonly seq: number;
  readonly time: HybridTime;
  readonly change: unknown;
};

/** A stretch that could not be read. `torn` is the end of a file that a crash cut short: it was never acknowledged. */
export type Damage = { readonly offset: number; readonly bytes: Buffer; readonly torn: boolean };

export type JournalRead = {
  /** Each is made as it is asked for: all of them at once would outlive several collections of garbage. */
  readonly lines: Iterable<JournalLine>;
  /** The good lines as they were, each with its line break: what a repaired file holds. */
  readonly kept: () => Buffer;
  readonly damages: readonly Damage[];
};

const LINE_BREAK = 0x0a;
const lineBreak = Buffer.from('\n');

/**
 * Takes the bytes of a journal file apart, which must not change afterwards. Every byte ends up in `kept` or in `damages`,
 * but for lost line breaks.
 */
export function readJournal(bytes: Buffer): JournalRead {
  const places: Place[] = [];
  const damages: Damage[] = [];
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(LINE_BREAK, start);
    const end = found < 0 ? bytes.length : found;
    const place = { start, end };
    if (found >= 0 && isSealed(bytes, place)) places.push(place);
    else rescue(bytes.subarray(start, end), { offset: start, torn: found < 0 }, { places, damages });
    start = end + 1;
  }
  return {
    lines: { [Symbol.iterator]: () => parseLines(bytes, places) },
    kept: () => Buffer.concat(places.flatMap(({ start, end }) => [bytes.subarray(start, end), lineBreak])),
    damages,
  };
}

function* parseLines(bytes: Buffer, places: readonly Place[]): Generator<JournalLine> {
  for (const place of places) yield parseSealed(bytes, place) as JournalLine;
}

type Into = { readonly places: Place[]; readonly damages: Damage[] };

/** A stretch that is not one good line with its break: whatever good lines are in it are taken, the rest is damage. */
function rescue(stretch: Buffer, where: { readonly offset: number; readonly torn: boolean }, into: Into): void {
  let offset = where.offset;
  for (const piece of cutAtSeals(stretch)) {
    const end = offset + piece.length;
    if (isSealed(piece, { start: 0, end: piece.length })) {
      into.places.push({ start: offset, end });
      into.damages.push({ offset: end, bytes: Buffer.alloc(0), torn: where.torn });
    } else {
      into.damages.push({ offset, bytes: piece, torn: where.torn });
    }
    offset = end + 1;
  }
}

/** The line of a change, wherever in the file it is; undefined when it is not there or damaged. */
export function findLine(bytes: Buffer, seq: number): JournalLine | undefined {
  const mark = `"seq":${seq},`;
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    const end = bytes.indexOf(LINE_BREAK, at);
    const opened = openSealed(bytes.subarray(bytes.lastIndexOf(LINE_BREAK, at) + 1, end < 0 ? bytes.length : end));
    const line = opened?.value as JournalLine | undefined;
    if (line?.seq === seq) return line;
  }
  return undefined;
}
