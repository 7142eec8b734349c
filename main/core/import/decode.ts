/*
 * Bytes to text. Keeps what a ledger needs: how many bytes each line takes on disk. Refuses what is not text and what
 * no string can hold; says in warnings where something was guessed or could not be decoded.
 */

import type { Refusal, Warning } from '../../../shared/model.ts';
import { wordRefusal, wordWarning } from '../../../shared/words.ts';
import { countUtf8, cutTail, findEncoding, type Encoding } from './encoding.ts';
import { findFileKind } from './magic.ts';
import { createMixedText, createSourceText, findByteStarts, type SourceText } from './source-text.ts';

export type Decoded = { readonly encoding: string; readonly source: SourceText; readonly warnings: readonly Warning[] };

/** A string of V8 ends at 2^29 - 24 characters; we stop before. */
const maxCharacters = 480 * 1024 * 1024;
const maxControlShare = 0.02;

/**
 * Decodes a whole file. Answers `refused` for binary files, kinds without a reader (zip, PDF, ...) and texts above
 * 480 million characters; never throws for any bytes.
 */
export function decode(bytes: Uint8Array): Decoded | { readonly refused: Refusal } {
  const kind = findFileKind(bytes);
  if (kind !== undefined)
    return { refused: wordRefusal(kind.readable === 'later' ? 'unsupported' : 'binary', kind.words) };
  if (bytes.length > maxCharacters * 2) return { refused: tooLarge(bytes) };
  const encoding = findEncoding(bytes);
  if (bytes.length > maxCharacters * bytesPerUnit(encoding.name)) return { refused: tooLarge(bytes) };
  return encoding.mixed ? decodeMixed(bytes, encoding) : decodeWhole(bytes, encoding);
}

/** Refusal for a file of more than can be decoded, also used before reading it. */
export function tooLarge(bytes: { readonly length: number }): Refusal {
  return wordRefusal('too-large', `${Math.ceil(bytes.length / 1024 / 1024)} MB`);
}

/** No file above this many bytes can be decoded, whatever its encoding. */
export const maxFileBytes = maxCharacters * 2;

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
  const cut = encoding.name === 'utf-8' ? cutTail(bytes) : 0;
  const warnings = [
    ...(encoding.guessed ? [wordWarning('encoding-guessed', { detail: encoding.name })] : []),
    ...(cut > 0 ? [wordWarning('invalid-bytes', { count: cut })] : []),
    ...(controls.nul > 0 ? [wordWarning('nul-removed', { count: controls.nul })] : []),
  ];
  return { encoding: encoding.name, source: withMark(source, encoding.mark), warnings };
}

/** UTF-8 with foreign bytes: a line that holds no valid sequence is windows-1252, any other is damaged UTF-8. */
function decodeMixed(bytes: Uint8Array, encoding: Encoding): Decoded | { readonly refused: Refusal } {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const western = new TextDecoder('windows-1252');
  const body = bytes.subarray(encoding.mark);
  const source = createMixedText(body, (line) => (isWestern(line) ? western : utf8).decode(line));
  const facts = countMixed(body);
  if (facts.controls.all > body.length * maxControlShare) return { refused: wordRefusal('binary') };
  const detail = `utf-8, with lines in windows-1252 (${facts.western})`;
  const warnings = [
    ...(facts.western > 0 ? [wordWarning('encoding-guessed', { detail })] : []),
    ...(facts.invalid > 0 ? [wordWarning('invalid-bytes', { count: facts.invalid })] : []),
    ...(facts.controls.nul > 0 ? [wordWarning('nul-removed', { count: facts.controls.nul })] : []),
  ];
  return { encoding: 'utf-8', source: withMark(source, encoding.mark), warnings };
}

/** A line of windows-1252 has bytes that form no UTF-8, and more of them than chance sequences that do. */
function isWestern(line: Uint8Array): boolean {
  const { valid, invalid } = countUtf8(line);
  return invalid > valid;
}

function countMixed(bytes: Uint8Array) {
  let western = 0;
  let invalid = 0;
  const starts = findByteStarts(bytes);
  for (let index = 0; index + 1 < starts.length; index += 1) {
    const line = bytes.subarray(starts[index], starts[index + 1]);
    if (isWestern(line)) western += 1;
    else invalid += countUtf8(line).invalid;
  }
  return {
    western,
    invalid,
    controls: countControls(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')),
  };
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
