/* One JSON object on one line that carries its own checksum: `{...,"sum":"9f3c01aa"}`. Journal, packs and manifests are made of these. */

import { crc32 } from 'node:zlib';

const SEAL = Buffer.from(',"sum":"00000000"}');
const FIRST_DIGIT = SEAL.indexOf('0');
const SUM_LENGTH = 8;
const DIGITS = Buffer.from('0123456789abcdef');
const SEALS = /,"sum":"[0-9a-f]{8}"\}/g;

export type SealedLine = { readonly text: string; readonly sum: string };
/** A stretch of some bytes: its first, and the one after its last. */
export type Place = { readonly start: number; readonly end: number };
export type Opened = { readonly value: unknown; readonly sum: string };

/** Turns a non-empty object into a line without its line break. The checksum is the CRC-32 of all before `,"sum"`. */
export function sealLine(value: object): SealedLine {
  const body = JSON.stringify(value).slice(0, -1);
  const sum = toHex(crc32(body));
  return { text: `${body},"sum":"${sum}"}`, sum };
}

/** What a sealed line holds, and its checksum; undefined when a single byte of it is not as it was written. */
export function openSealed(line: Buffer): Opened | undefined {
  const place = { start: 0, end: line.length };
  if (!isSealed(line, place)) return undefined;
  const digits = line.length - SEAL.length + FIRST_DIGIT;
  return { value: parseSealed(line, place), sum: line.toString('latin1', digits, digits + SUM_LENGTH) };
}

/** Whether a place holds a sealed line, without its line break, of which every byte is as it was written. */
export function isSealed(bytes: Buffer, { start, end }: Place): boolean {
  const seal = end - SEAL.length;
  if (seal <= start) return false;
  const sum = crc32(bytes.subarray(start, seal));
  for (let index = 0; index < SEAL.length; index += 1) {
    if (bytes[seal + index] !== toSealByte(sum, index)) return false;
  }
  return true;
}

/** What a sealed line holds, without its seal: the engine files each short text it reads, and no seal is met twice. */
export function parseSealed(bytes: Buffer, { start, end }: Place): unknown {
  return JSON.parse(`${bytes.toString('utf8', start, end - SEAL.length)}}`);
}

/** A byte of the seal that belongs to a checksum: of the digits in it, the first stands for its highest four bits. */
function toSealByte(sum: number, index: number): number | undefined {
  const digit = index - FIRST_DIGIT;
  if (digit < 0 || digit >= SUM_LENGTH) return SEAL[index];
  return DIGITS[(sum >>> (28 - 4 * digit)) & 15];
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
    const whole = later.find((end) => isSealed(stretch, { start, end }));
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

function toHex(sum: number): string {
  return sum.toString(16).padStart(SUM_LENGTH, '0');
}
