/* What is UTF-8 in bytes and what is not. */

import { isUtf8 } from 'node:buffer';

/** A file cut inside a character at its end is still UTF-8. */
export function isWholeUtf8(bytes: Uint8Array): boolean {
  return isUtf8(bytes) || (bytes.length > 4 && isUtf8(bytes.subarray(0, bytes.length - cutTail(bytes))));
}

/** Length of an unfinished UTF-8 sequence at the end of `bytes`: 0 to 3. */
function cutTail(bytes: Uint8Array): number {
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
