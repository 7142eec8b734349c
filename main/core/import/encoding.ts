/* Which encoding the bytes of a text are in. Certain signs first (mark, NUL pattern, strict UTF-8), a guess last. */

import { detect } from 'jschardet';
import { guessEncoding } from './encoding-guess.ts';
import { toEncodingName } from './encoding-names.ts';
import { findMixture, type Mixture } from './mixed.ts';
import { isWholeUtf8 } from './utf8.ts';
import { findWide, findWideScript } from './wide.ts';

export type Encoding = {
  /** WHATWG name in lower case. */
  readonly name: string;
  /** Bytes of the byte order mark at the front. */
  readonly mark: 0 | 2 | 3;
  /** True where the name came from statistics alone. */
  readonly guessed: boolean;
  /** Lines of UTF-8 stand among others: read line by line. */
  readonly mixture?: Mixture;
};

const sampleBytes = 64 * 1024;

/** Names the encoding of `bytes`. Never fails: what nothing explains is windows-1252, which maps every byte. */
export function findEncoding(bytes: Uint8Array): Encoding {
  const marked = findMark(bytes);
  if (marked !== undefined) return { ...marked, guessed: false, ...findMarkedMixture(marked, bytes) };
  const wide = findWide(bytes.subarray(0, sampleBytes));
  if (wide !== undefined) return { name: wide, mark: 0, guessed: false };
  if (isWholeUtf8(bytes)) return findEscaped(bytes) ?? { name: 'utf-8', mark: 0, guessed: false };
  const script = findWideScript(bytes.subarray(0, sampleBytes));
  if (script !== undefined) return { name: script, mark: 0, guessed: true };
  const mixture = findMixture(bytes);
  if (mixture === undefined) return { name: guessEncoding(bytes), mark: 0, guessed: true };
  const name = mixture.foreignLines > mixture.ownLines ? mixture.foreign : 'utf-8';
  return { name, mark: 0, guessed: false, mixture };
}

/** The encoding a person chose, with the mark it has at the front of `bytes`. Undefined for a name that cannot be decoded. */
export function toChosenEncoding(label: string, bytes: Uint8Array): Encoding | undefined {
  const name = toEncodingName(label);
  const marked = findMark(bytes);
  return name === undefined ? undefined : { name, mark: marked?.name === name ? marked.mark : 0, guessed: false };
}

/** A mark says UTF-8 for all that the program with the mark wrote; another may have gone on in its own encoding. */
function findMarkedMixture({ name, mark }: Mark, bytes: Uint8Array): { readonly mixture?: Mixture } {
  if (name !== 'utf-8' || isWholeUtf8(bytes)) return {};
  const none = { foreign: 'windows-1252', foreignLines: 0, ownLines: 0, damaged: 0 };
  return { mixture: findMixture(bytes.subarray(mark)) ?? none };
}

type Mark = Pick<Encoding, 'name' | 'mark'>;

function findMark(bytes: Uint8Array): Mark | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { name: 'utf-8', mark: 3 };
  if (first === 0xff && second === 0xfe) return { name: 'utf-16le', mark: 2 };
  if (first === 0xfe && second === 0xff) return { name: 'utf-16be', mark: 2 };
  return undefined;
}

/** ISO-2022-JP is pure ASCII with escape sequences, and so passes for UTF-8. */
function findEscaped(bytes: Uint8Array): Encoding | undefined {
  if (!bytes.includes(0x1b)) return undefined;
  const name = toEncodingName(detect(bytes.subarray(0, sampleBytes)).encoding ?? '');
  return name === 'iso-2022-jp' ? { name, mark: 0, guessed: true } : undefined;
}
