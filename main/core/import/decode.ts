/*
 * Bytes to text. Keeps what a ledger needs: how many bytes each line takes on disk. Refuses what is not text and what
 * no string can hold; says in warnings where something was guessed or could not be decoded.
 */

import { isUtf8 } from 'node:buffer';
import type { Refusal, Warning } from '../../../shared/model.ts';
import { wordRefusal, wordWarning } from '../../../shared/words.ts';
import { findEncoding, toChosenEncoding, type Encoding } from './encoding.ts';
import { findFileKind } from './magic.ts';
import { isForeign, type Mixture } from './mixed.ts';
import { countDoubleEncoded } from './mojibake.ts';
import { createMixedText, createSourceText, type SourceText } from './source-text.ts';
import { countUtf8 } from './utf8.ts';

export type Decoded = { readonly encoding: string; readonly source: SourceText; readonly warnings: readonly Warning[] };

/** A string of V8 ends at 2^29 - 24 characters; we stop before. */
const maxCharacters = 480 * 1024 * 1024;
const maxControlShare = 0.02;

/**
 * Decodes a whole file. `chosen` is the name of an encoding that a person wants instead of the one that is found.
 * Answers `refused` for binary files, kinds without a reader (zip, PDF, ...), texts above 480 million characters and
 * encodings nobody knows; never throws for any bytes.
 */
export function decode(bytes: Uint8Array, chosen?: string): Decoded | { readonly refused: Refusal } {
  const kind = findFileKind(bytes);
  if (kind !== undefined)
    return { refused: wordRefusal(kind.readable === 'later' ? 'unsupported' : 'binary', kind.words) };
  if (bytes.length > maxCharacters * 2) return { refused: tooLarge(bytes) };
  const encoding = chosen === undefined ? findEncoding(bytes) : toChosenEncoding(chosen, bytes);
  if (encoding === undefined) return { refused: wordRefusal('unknown-encoding', chosen) };
  if (bytes.length > maxCharacters * bytesPerUnit(encoding.name)) return { refused: tooLarge(bytes) };
  return encoding.mixture === undefined ? decodeWhole(bytes, encoding) : decodeMixed(bytes, encoding, encoding.mixture);
}

/** Refusal for a file of more than can be decoded, also used before reading it. */
export function tooLarge(bytes: { readonly length: number }): Refusal {
  return wordRefusal('too-large', `${Math.ceil(bytes.length / 1024 / 1024)} MB`);
}

/** No file above this many bytes can be decoded, whatever its encoding. */
export const maxFileBytes = maxCharacters * 2;

/** A file of sound UTF-8, as nearly all are, costs one look by the runtime. */
function countInvalid(bytes: Uint8Array): number {
  return isUtf8(bytes) ? 0 : countUtf8(bytes).invalid;
}

function bytesPerUnit(name: string): 1 | 2 {
  return name.startsWith('utf-16') ? 2 : 1;
}

function decodeWhole(bytes: Uint8Array, encoding: Encoding): Decoded | { readonly refused: Refusal } {
  const decoder = new TextDecoder(encoding.name, { ignoreBOM: true });
  const text = decoder.decode(bytes.subarray(encoding.mark));
  const order = bytesPerUnit(encoding.name) === 1 ? undefined : encoding.name === 'utf-16le' ? 'le' : 'be';
  const source =
    createSourceText(text, bytes.subarray(encoding.mark), order) ??
    createMixedText(bytes.subarray(encoding.mark), (line) => decoder.decode(line));
  const controls = source.isClean ? noControls : countControls(text);
  if (controls.all > text.length * maxControlShare) return { refused: wordRefusal('binary') };
  const invalid = encoding.name === 'utf-8' ? countInvalid(bytes) : 0;
  const garbled = encoding.guessed ? 0 : countDoubleEncoded(text);
  const warnings = [
    ...(encoding.guessed ? [wordWarning('encoding-guessed', { detail: encoding.name })] : []),
    ...(invalid > 0 ? [wordWarning('invalid-bytes', { count: invalid })] : []),
    ...(garbled > 0 ? [wordWarning('double-encoded', { count: garbled })] : []),
    ...(controls.nul > 0 ? [wordWarning('nul-removed', { count: controls.nul })] : []),
  ];
  return { encoding: encoding.name, source: withMark(source, encoding.mark), warnings };
}

/** Each line as the encoding it is in; bytes that are in none are shown as such. */
function decodeMixed(
  bytes: Uint8Array,
  { name, mark }: Encoding,
  { foreign, foreignLines, ownLines, damaged }: Mixture,
): Decoded | { readonly refused: Refusal } {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const other = new TextDecoder(foreign);
  const body = bytes.subarray(mark);
  const source = createMixedText(body, (line) => (isForeign(line) ? other : utf8).decode(line));
  const controls = countControls(Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1'));
  if (controls.all > body.length * maxControlShare) return { refused: wordRefusal('binary') };
  const [few, lines] = name === 'utf-8' ? [foreign, foreignLines] : ['utf-8', ownLines];
  const warnings = [
    ...(foreignLines > 0
      ? [wordWarning('encoding-guessed', { detail: `${name}, with lines in ${few} (${lines})` })]
      : []),
    ...(damaged > 0 ? [wordWarning('invalid-bytes', { count: damaged })] : []),
    ...(controls.nul > 0 ? [wordWarning('nul-removed', { count: controls.nul })] : []),
  ];
  return { encoding: name, source: withMark(source, mark), warnings };
}

type Controls = { readonly all: number; readonly nul: number };

const noControls: Controls = { all: 0, nul: 0 };

const control = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u007F]/g;

/** Counts control characters that no text needs; tab, line ends, form feed and escape are none of them. */
function countControls(text: string): Controls {
  let all = 0;
  let nul = 0;
  control.lastIndex = 0;
  while (control.test(text)) {
    all += 1;
    if (text.charCodeAt(control.lastIndex - 1) === 0) nul += 1;
  }
  return { all, nul };
}

function withMark(source: SourceText, mark: number): SourceText {
  if (mark === 0) return source;
  return { ...source, lineBytes: (index) => source.lineBytes(index) + (index === 0 ? mark : 0) };
}
