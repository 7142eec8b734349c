/* Which encoding the bytes of a text are in. Certain signs first (mark, NUL pattern, strict UTF-8), a guess last. */

import { isUtf8 } from 'node:buffer';
import { detect } from 'jschardet';

export type Encoding = {
  /** WHATWG name in lower case. */
  readonly name: string;
  /** Bytes of the byte order mark at the front. */
  readonly mark: 0 | 2 | 3;
  /** True where the name came from statistics alone. */
  readonly guessed: boolean;
  /** The text is UTF-8 with some bytes that are not: read line by line. */
  readonly mixed: boolean;
};

const sampleBytes = 64 * 1024;

/** Names the encoding of `bytes`. Never fails: what nothing explains is windows-1252, which maps every byte. */
export function findEncoding(bytes: Uint8Array): Encoding {
  const marked = findMark(bytes);
  if (marked !== undefined) return { ...marked, guessed: false, mixed: marked.name === 'utf-8' && !isWholeUtf8(bytes) };
  const wide = findWide(bytes.subarray(0, sampleBytes));
  if (wide !== undefined) return { name: wide, mark: 0, guessed: false, mixed: false };
  if (isWholeUtf8(bytes)) return findEscaped(bytes) ?? { name: 'utf-8', mark: 0, guessed: false, mixed: false };
  const { valid, invalid } = countUtf8(bytes);
  // Other encodings form valid multi-byte sequences by chance only now and then; damaged UTF-8 is full of them.
  if (valid >= invalid * 4) return { name: 'utf-8', mark: 0, guessed: false, mixed: true };
  return { name: guessEncoding(bytes), mark: 0, guessed: true, mixed: false };
}

function findMark(bytes: Uint8Array): Pick<Encoding, 'name' | 'mark'> | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { name: 'utf-8', mark: 3 };
  if (first === 0xff && second === 0xfe) return { name: 'utf-16le', mark: 2 };
  if (first === 0xfe && second === 0xff) return { name: 'utf-16be', mark: 2 };
  return undefined;
}

/** UTF-16 without a mark: Latin text has NULs on one side of each pair; other scripts are told by their line breaks. */
function findWide(sample: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2) return undefined;
  let evenNuls = 0;
  let oddNuls = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (sample[index] === 0) evenNuls += 1;
    if (sample[index + 1] === 0) oddNuls += 1;
  }
  if (oddNuls > pairs * 0.3 && evenNuls < pairs * 0.02) return 'utf-16le';
  if (evenNuls > pairs * 0.3 && oddNuls < pairs * 0.02) return 'utf-16be';
  if (evenNuls === 0 && oddNuls === 0) return undefined;
  const named = toKnownName(detect(sample).encoding);
  return named === 'utf-16le' || named === 'utf-16be' ? named : undefined;
}

/** A file cut inside a character at its end is still UTF-8. */
function isWholeUtf8(bytes: Uint8Array): boolean {
  return isUtf8(bytes) || (bytes.length > 4 && isUtf8(bytes.subarray(0, bytes.length - cutTail(bytes))));
}

/** Length of an unfinished UTF-8 sequence at the end of `bytes`: 0 to 3. */
export function cutTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < sequenceLength(byte) ? back : 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return 2;
}

/** ISO-2022-JP is pure ASCII with escape sequences, and so passes for UTF-8. */
function findEscaped(bytes: Uint8Array): Encoding | undefined {
  if (!bytes.includes(0x1b)) return undefined;
  const name = toKnownName(detect(bytes.subarray(0, sampleBytes)).encoding);
  return name === 'iso-2022-jp' ? { name, mark: 0, guessed: true, mixed: false } : undefined;
}

/** Counts well-formed multi-byte sequences, and bytes above ASCII that belong to none. */
export function countUtf8(bytes: Uint8Array): { readonly valid: number; readonly invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let index = 0; index < bytes.length;) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) {
      index += 1;
      continue;
    }
    const length = byte >= 0xc2 && byte <= 0xf4 ? sequenceLength(byte) : 1;
    if (length > 1 && hasTrail(bytes, index, length)) {
      valid += 1;
      index += length;
    } else {
      invalid += 1;
      index += 1;
    }
  }
  return { valid, invalid };
}

function hasTrail(bytes: Uint8Array, start: number, length: number): boolean {
  for (let offset = 1; offset < length; offset += 1) {
    const byte = bytes[start + offset];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return false;
  }
  return true;
}

/** Statistics on the first 64 KB that hold something beyond ASCII. Latin-1 and its sister mean windows-1252. */
function guessEncoding(bytes: Uint8Array): string {
  const start = Math.max(0, bytes.findIndex((byte) => byte >= 0x80) - 1024);
  const name = toKnownName(detect(bytes.subarray(start, start + sampleBytes)).encoding);
  if (name === undefined || name.startsWith('utf-') || name === 'replacement') return 'windows-1252';
  return name === 'iso-8859-15' ? 'windows-1252' : name;
}

/** The WHATWG name for a detector's name, undefined where this runtime cannot decode it. */
function toKnownName(label: string | null): string | undefined {
  if (label === null) return undefined;
  const spelled = label
    .toLowerCase()
    .replace(/^utf-16-/, 'utf-16')
    .replace(/^iso8859/, 'iso-8859');
  try {
    return new TextDecoder(spelled).encoding;
  } catch (error) {
    // RangeError is how the platform says "not one of the WHATWG encodings".
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
