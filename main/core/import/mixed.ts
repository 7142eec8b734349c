/*
 * Files that hold two encodings: one program wrote UTF-8 and another went on in its own, or bytes were damaged. Lines
 * are judged one by one.
 */

import { guessEncoding, isSingleByte } from './encoding-guess.ts';
import { findByteStarts } from './source-text.ts';
import { countUtf8 } from './utf8.ts';

export type Mixture = {
  /** Encoding of the lines that are not UTF-8. */
  readonly foreign: string;
  /** Lines in it. */
  readonly foreignLines: number;
  /** Lines of UTF-8 that hold more than ASCII. */
  readonly ownLines: number;
  /** Bytes in lines of UTF-8 that are none. */
  readonly damaged: number;
};

/** A line of another encoding has bytes that form no UTF-8, and more of them than chance sequences that do. */
export function isForeign(line: Uint8Array): boolean {
  const { valid, invalid } = countUtf8(line);
  return invalid > valid;
}

/**
 * What a file that is not UTF-8 as a whole is made of; undefined where it is in one other encoding. Other encodings
 * form valid sequences by chance only now and then: damaged UTF-8 is full of them, and a whole line of three or more
 * is UTF-8 among lines of one byte a letter.
 */
export function findMixture(bytes: Uint8Array): Mixture | undefined {
  const counts = countLines(bytes);
  const foreign = counts.highBytes < enoughBytes ? 'windows-1252' : guessEncoding(joinSlices(bytes, counts.slices));
  const { ownLines, sureLines, foreignLines, damaged } = counts;
  const isOwn = counts.valid >= counts.invalid * 4 || ownLines >= foreignLines * 2;
  if (!isOwn && !(sureLines > 0 && isSingleByte(foreign))) return undefined;
  return { foreign, foreignLines, ownLines, damaged };
}

/** Fewer bytes beyond ASCII say nothing about their encoding: "für 9 €" could be anything. */
const enoughBytes = 24;
const sampleBytes = 64 * 1024;
const sureSequences = 3;

type Slice = readonly [start: number, end: number];

function countLines(bytes: Uint8Array) {
  const counts = { ownLines: 0, sureLines: 0, foreignLines: 0, damaged: 0, valid: 0, invalid: 0, highBytes: 0 };
  const slices: Slice[] = [];
  const starts = findByteStarts(bytes);
  let sampled = 0;
  for (let index = 0; index + 1 < starts.length; index += 1) {
    const [start = 0, end = 0] = [starts[index], starts[index + 1]];
    const { valid, invalid } = countUtf8(bytes.subarray(start, end));
    counts.valid += valid;
    counts.invalid += invalid;
    if (invalid > valid) {
      counts.foreignLines += 1;
      if (sampled < sampleBytes) slices.push([start, end]);
      if (sampled < sampleBytes) counts.highBytes += invalid + valid;
      sampled += end - start;
      continue;
    }
    counts.damaged += invalid;
    if (valid > 0 && invalid === 0) counts.ownLines += 1;
    if (valid >= sureSequences && invalid === 0) counts.sureLines += 1;
  }
  return { ...counts, slices };
}

function joinSlices(bytes: Uint8Array, slices: readonly Slice[]): Uint8Array {
  return Buffer.concat(slices.map(([start, end]) => bytes.subarray(start, end)));
}
