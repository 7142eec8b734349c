/*
 * Columns as JSON with one column a line, and back line by line: a string of a whole part would be too large for the
 * young generation of the heap, and 50 of them cost more time to get memory for than to read.
 */

import { isAscii } from 'node:buffer';
import type { Columns } from './columns.ts';

const LINE_BREAK = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;

export function spellColumns(columns: Columns): string {
  const lines = Object.entries(columns).map(([name, column]) => `"${name}":${JSON.stringify(column)}`);
  return `{\n${lines.join(',\n')}\n}`;
}

/** Reads what `spellColumns` wrote, or the same all on one line. It must be as it was written. */
export function parseColumns(bytes: Buffer): Columns {
  if (bytes[1] !== LINE_BREAK) return JSON.parse(toText(bytes)) as Columns;
  const columns: Record<string, unknown> = {};
  for (let start = 2; bytes[start] === QUOTE;) {
    const end = bytes.indexOf(LINE_BREAK, start);
    const colon = bytes.indexOf(COLON, start);
    const column = bytes.subarray(colon + 1, bytes[end - 1] === COMMA ? end - 1 : end);
    columns[bytes.toString('latin1', start + 1, colon - 1)] = JSON.parse(toText(column));
    start = end + 1;
  }
  return columns as Columns;
}

/** `latin1` is read several times as fast as `utf8`, and the same for ASCII. */
function toText(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}
