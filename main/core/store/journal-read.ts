/* Reads a journal file and tells good lines from damaged ones. It changes nothing on disk. */

import { cutAtSeals, openSealedIn } from './sealed-line.ts';
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
  readonly lines: readonly JournalLine[];
  /** The good lines as they were, each with its line break, in stretches: what a repaired file holds. */
  readonly kept: readonly Buffer[];
  readonly damages: readonly Damage[];
};

const LINE_BREAK = 0x0a;
const lineBreak = Buffer.from('\n');

/** Takes the bytes of a journal file apart. Every byte ends up in `kept` or in `damages`, but for lost line breaks. */
export function readJournal(bytes: Buffer): JournalRead {
  const lines: JournalLine[] = [];
  const kept: Buffer[] = [];
  const damages: Damage[] = [];
  /** Where the good lines began that follow each other up to here. */
  let goodFrom = 0;
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(LINE_BREAK, start);
    const end = found < 0 ? bytes.length : found;
    const whole = found < 0 ? undefined : readLine(bytes, start, end);
    if (whole === undefined) {
      if (start > goodFrom) kept.push(bytes.subarray(goodFrom, start));
      rescue(bytes.subarray(start, end), { offset: start, torn: found < 0 }, { lines, kept, damages });
      goodFrom = end + 1;
    } else lines.push(whole);
    start = end + 1;
  }
  if (bytes.length > goodFrom) kept.push(bytes.subarray(goodFrom));
  return { lines, kept, damages };
}

type Into = { readonly lines: JournalLine[]; readonly kept: Buffer[]; readonly damages: Damage[] };

/** A stretch that is not one good line with its break: whatever good lines are in it are taken, the rest is damage. */
function rescue(stretch: Buffer, where: { readonly offset: number; readonly torn: boolean }, into: Into): void {
  let offset = where.offset;
  for (const piece of cutAtSeals(stretch)) {
    const line = readLine(piece, 0, piece.length);
    if (line === undefined) {
      into.damages.push({ offset, bytes: piece, torn: where.torn });
    } else {
      into.lines.push(line);
      into.kept.push(piece, lineBreak);
      into.damages.push({ offset: offset + piece.length, bytes: Buffer.alloc(0), torn: where.torn });
    }
    offset += piece.length + 1;
  }
}

/** The line of a change, wherever in the file it is; undefined when it is not there or damaged. */
export function findLine(bytes: Buffer, seq: number): JournalLine | undefined {
  const mark = `"seq":${seq},`;
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    const end = bytes.indexOf(LINE_BREAK, at);
    const line = readLine(bytes, bytes.lastIndexOf(LINE_BREAK, at) + 1, end < 0 ? bytes.length : end);
    if (line?.seq === seq) return line;
  }
  return undefined;
}

function readLine(bytes: Buffer, start: number, end: number): JournalLine | undefined {
  return openSealedIn(bytes, start, end)?.value as JournalLine | undefined;
}
