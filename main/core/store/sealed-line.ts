/* One JSON object on one line that carries its own checksum: `{...,"sum":"9f3c01aa"}`. Journal, packs and manifests are made of these. */

import { crc32 } from 'node:zlib';

const SEAL_LENGTH = ',"sum":"00000000"}'.length;
const SEALS = /,"sum":"[0-9a-f]{8}"\}/g;

export type SealedLine = { readonly text: string; readonly sum: string };
export type Opened = { readonly value: unknown; readonly sum: string };

/** Turns a non-empty object into a line without its line break. The checksum is the CRC-32 of all before `,"sum"`. */
export function sealLine(value: object): SealedLine {
  const body = JSON.stringify(value).slice(0, -1);
  const sum = checksum(body);
  return { text: body + toSeal(sum), sum };
}

/** What a sealed line holds, with its checksum; undefined when a single byte of it is not as it was written. */
export function openSealed(line: Buffer): Opened | undefined {
  return openSealedIn(line, 0, line.length);
}

/** The same for a line within other bytes, which need not be cut out first: a journal has many lines. */
export function openSealedIn(bytes: Buffer, start: number, end: number): Opened | undefined {
  const sealAt = end - SEAL_LENGTH;
  if (sealAt <= start) return undefined;
  const sum = checksum(bytes.subarray(start, sealAt));
  const text = bytes.toString('utf8', start, end);
  // ASCII is never the reading of other bytes, so equal characters are equal bytes.
  return text.endsWith(toSeal(sum)) ? { value: JSON.parse(text), sum } : undefined;
}

/**
 * Cuts a damaged stretch after each seal, so that a line break that was lost does not cost both of its lines. The byte
 * after a seal is taken to be that line break.
 */
export function cutAtSeals(stretch: Buffer): Buffer[] {
  const ends = findEnds(stretch);
  const pieces: Buffer[] = [];
  for (let start = 0; start < stretch.length;) {
    const later = ends.filter((end) => end > start);
    const whole = later.find((end) => openSealed(stretch.subarray(start, end)) !== undefined);
    const end = whole ?? later[0] ?? stretch.length;
    pieces.push(stretch.subarray(start, end));
    start = end + 1;
  }
  return pieces;
}

const BRACE = 0x7b;

/** Where a line may end: the line of an import holds the places of its texts, which look like seals too. */
function findEnds(stretch: Buffer): readonly number[] {
  const ends = [...stretch.toString('latin1').matchAll(SEALS)].map((match) => match.index + match[0].length);
  return ends.filter((end) => end + 1 >= stretch.length || stretch[end + 1] === BRACE);
}

function toSeal(sum: string): string {
  return `,"sum":"${sum}"}`;
}

function checksum(data: string | Buffer): string {
  return crc32(data).toString(16).padStart(8, '0');
}
