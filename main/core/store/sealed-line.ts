/* One JSON object on one line that carries its own checksum: `{...,"sum":"9f3c01aa"}`. Journal and packs are made of these. */

import { crc32 } from 'node:zlib';

const SEAL = /,"sum":"([0-9a-f]{8})"\}$/;
const SEAL_LENGTH = ',"sum":"00000000"}'.length;
const SEALS = /,"sum":"[0-9a-f]{8}"\}/g;

export type SealedLine = { readonly text: string; readonly sum: string };

/** Turns a non-empty object into a line without its line break. The checksum is the CRC-32 of all before `,"sum"`. */
export function sealLine(value: object): SealedLine {
  const body = JSON.stringify(value).slice(0, -1);
  const sum = checksum(body);
  return { text: `${body},"sum":"${sum}"}`, sum };
}

/** What a sealed line holds, with its checksum; undefined when a single byte of it is not as it was written. */
export function openSealed(line: Buffer): { readonly value: unknown; readonly sum: string } | undefined {
  const seal = SEAL.exec(line.toString('latin1', Math.max(0, line.length - SEAL_LENGTH)));
  const sum = seal?.[1];
  if (sum === undefined || checksum(line.subarray(0, line.length - SEAL_LENGTH)) !== sum) return undefined;
  return { value: JSON.parse(line.toString('utf8')), sum };
}

/**
 * Cuts a damaged stretch after each seal, so that a line break that was lost does not cost both of its lines. The byte
 * after a seal is taken to be that line break.
 */
export function cutAtSeals(stretch: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  let start = 0;
  for (const match of stretch.toString('latin1').matchAll(SEALS)) {
    const end = match.index + match[0].length;
    pieces.push(stretch.subarray(start, end));
    start = end + 1;
  }
  if (start < stretch.length) pieces.push(stretch.subarray(start));
  return pieces;
}

function checksum(data: string | Buffer): string {
  return crc32(data).toString(16).padStart(8, '0');
}
