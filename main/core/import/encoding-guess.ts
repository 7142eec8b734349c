/* An encoding by statistics: the last resort, where no sign says it. */

import { detectAll } from 'jschardet';
import { toEncodingName } from './encoding-names.ts';

const sampleBytes = 64 * 1024;
const nearTie = 0.02;
const sureWide = 0.8;

/**
 * Statistics on the first 64 KB that hold something beyond ASCII: the likeliest encoding that can be decoded. A tie of
 * Latin sets means windows-1252, which nearly every program writes. `bytes` must not be UTF-8.
 */
export function guessEncoding(bytes: Uint8Array): string {
  const above = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, above - 1024 - (above % 2));
  const candidates = detectAll(bytes.subarray(start, start + sampleBytes)).flatMap(({ encoding, confidence }) => {
    const name = encoding === null ? undefined : toEncodingName(encoding);
    return name === undefined || name === 'utf-8' ? [] : [{ name, confidence }];
  });
  const best = candidates.find(({ name, confidence }) => !name.startsWith('utf-16') || confidence >= sureWide);
  const western = candidates.find(({ name }) => name === 'windows-1252');
  if (best === undefined || best.name === 'iso-8859-15') return 'windows-1252';
  const isTie = western !== undefined && best.confidence - western.confidence < nearTie;
  return best.name === 'macintosh' && isTie ? 'windows-1252' : best.name;
}

/** Encodings that need more than one byte for some letters. */
const multiByte = new Set(['gbk', 'gb18030', 'big5', 'euc-jp', 'iso-2022-jp', 'shift_jis', 'euc-kr']);

/** True where every letter takes one byte. `name` is a WHATWG name. */
export function isSingleByte(name: string): boolean {
  return !multiByte.has(name) && !name.startsWith('utf-');
}
