/*
 * Text whose line breaks mean something: tables of figures and verse. Its lines are kept together and never joined. A
 * table is told by its columns; verse must look like verse in several ways, for a few short lines are more often a
 * head, a signature or a list.
 */

import { findByline } from './bylines.ts';
import { findDateLine } from './dates.ts';
import { findLabel } from './labels.ts';
import { keyOf, type Lines } from './lines.ts';
import { findResidue } from './residue.ts';
import { findBlocks } from './wrap-width.ts';
import { firstWordWidth, widthOf } from './widths.ts';

/** Index of the first line to that of the last, 0-based, both included. */
export type PreBlocks = ReadonlyMap<number, number>;

/** Finds tables and verse of a whole file. Linear. */
export function findPreBlocks(lines: Lines): PreBlocks {
  const found = new Map<number, number>();
  let above: Above = { text: '', end: -1, verse: false };
  for (const [start, end] of findBlocks(lines.texts)) {
    const tables = findTables(lines, start, end);
    for (const [first, last] of tables) found.set(first, last);
    const verse = tables.length === 0 && isVerse(lines, { start, end, above });
    if (verse) found.set(start, end - 1);
    above = { text: lines.texts[end - 1] ?? '', end, verse };
  }
  return found;
}

const longestRow = 160;
const longestCell = 60;
const fewestRows = 3;

type Row = { readonly cells: readonly string[]; readonly room: number };

/** Runs of rows inside one block of lines: a table may stand right below its heading. */
function findTables(lines: Lines, start: number, end: number): readonly (readonly [first: number, last: number])[] {
  const found: (readonly [number, number])[] = [];
  for (let first = start; first < end;) {
    const rows: Row[] = [];
    while (first + rows.length < end) {
      const row = toRow(lines, first + rows.length);
      if (row === undefined) break;
      rows.push(row);
    }
    if (isTable(rows)) found.push([first, first + rows.length - 1]);
    first += rows.length + 1;
  }
  return found;
}

/** Two blanks after a full stop are how some people type. */
const typed = /([.!?:]["”’)]?) {2,}/g;
const between = /\t+| *\u3000{2,} *|(?<! ) {2,}(?! )/;
const oddSpaces = /[\u00A0\u2000-\u200A\u202F]/g;

/** A line of at least two cells with room between them; a label with its value is none. */
function toRow({ texts, rawLine }: Lines, index: number): Row | undefined {
  const text = texts[index] ?? '';
  if (text.length > longestRow || !mayHaveColumns.test(text)) return undefined;
  const raw = rawLine(index);
  if (raw.length > longestRow * 3) return undefined;
  const line = raw.replace(oddSpaces, ' ').replace(typed, '$1 ').trim();
  const cells = line.split(between).filter((cell) => cell.trim() !== '');
  if (cells.length < 2 || cells.some((cell) => cell.length > longestCell)) return undefined;
  if (/[:：]$/.test(cells[0] ?? '') || findLabel(text) !== undefined) return undefined;
  const room = / {4,}|\t|\u3000{2,}/.test(line) ? 4 : 2;
  return { cells, room };
}

/** A tab was made a single blank when the line was cleaned: it may stand at any blank. */
const mayHaveColumns = / /;

function isTable(rows: readonly Row[]): boolean {
  if (isHemistich(rows)) return true;
  if (rows.length < 2) return false;
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [usual, share] = [...counts].reduce((most, other) => (other[1] > most[1] ? other : most), [0, 0]);
  if (rows.length < (usual > 2 ? 2 : fewestRows) || share < rows.length * 0.6) return false;
  if (isContents(rows)) return false;
  const figures = rows.filter(({ cells }) => cells.some((cell) => /\p{N}/u.test(cell))).length;
  const roomy = rows.filter(({ room }) => room >= 4).length;
  return figures >= rows.length * 0.5 || roomy >= rows.length * 0.8;
}

/** Headlines with the numbers of their pages are a table of contents, which other steps look for. */
function isContents(rows: readonly Row[]): boolean {
  const paged = rows.filter(({ cells }) => cells.length === 2 && /^\p{N}{1,3}$/u.test(cells[1] ?? ''));
  const titles = paged.filter(({ cells }) => (cells[0] ?? '').length > 24);
  return titles.length > rows.length * 0.5;
}

/** A line of Arabic, Persian or Urdu verse: two halves of like length with much room between them. */
function isHemistich(rows: readonly Row[]): boolean {
  return (
    rows.length > 0 &&
    rows.every(({ cells: [left = '', right = '', third], room }) => {
      if (third !== undefined || room < 4 || !/^[\p{Script=Arabic}\p{M}\p{P}\s]+$/u.test(left + right)) return false;
      const [one, other] = [widthOf(left), widthOf(right)];
      return Math.min(one, other) >= 10 && Math.max(one, other) <= Math.min(one, other) * 1.8;
    })
  );
}

/** The block above: its last line, the line after it, and whether it was verse. At the top of a file there is none. */
type Above = { readonly text: string; readonly end: number; readonly verse: boolean };
type Block = {
  readonly start: number;
  /** The line after the last. */
  readonly end: number;
  readonly above: Above;
};

const mostLines = 60;
const longestVerse = 60;
const shortestVerse = 8;
/** No program breaks lines earlier. */
const narrowest = 40;
const commaEnd = /[,;،؛，；、—–-]["”’»]?$/;
const sentenceEnd = /[.!?…。！？؟۔।॥]["”’»)]?$/;

/** Verse stands below a paragraph or another stanza, in short lines, and goes by its indents, commas or bars. */
function isVerse(lines: Lines, { start, end, above }: Block): boolean {
  const count = end - start;
  const isStanza = above.verse && start - above.end === 1;
  if (count < 2 || count > mostLines || !(isStanza || isParagraphEnd(above.text))) return false;
  const texts = lines.texts.slice(start, end);
  const widths = texts.map(widthOf);
  const [least, most] = [Math.min(...widths), Math.max(...widths)];
  if (most > longestVerse || least < shortestVerse || least < most * 0.3) return false;
  if (texts.some(isNoVerse) || new Set(texts).size < texts.length) return false;
  if (isStanza || texts.at(-1)?.endsWith('॥') === true) return true;
  const open = texts.slice(0, -1).filter((text) => !sentenceEnd.test(text)).length;
  const words = texts.reduce((sum, text) => sum + text.split(' ').length, 0) / count;
  if (open < (count - 1) * 0.5 || words < 3) return false;
  const facts = { above: above.text, even: least >= most * 0.7, words };
  return (
    runsOn(texts, widths, most) ||
    ((!isSmall(texts) || most < narrowest) && hasVerseSigns(texts, lines.indents.subarray(start, end), facts))
  );
}

/** Most lines begin with a small letter: broken by a program, or verse of a modern kind. */
function isSmall(texts: readonly string[]): boolean {
  return texts.slice(1).filter((text) => smallStart.test(text)).length > (texts.length - 1) * 0.4;
}

const smallStart = /^["“«'‘(]?\p{Ll}/u;

/** Sentences run on over lines that had room for the next word: a poet broke them. */
function runsOn(texts: readonly string[], widths: readonly number[], most: number): boolean {
  if (texts.length < 3 || !isSmall(texts)) return false;
  const open = texts.slice(0, -1).map((text, index) => {
    const room = most - (widths[index] ?? 0);
    return !sentenceEnd.test(text) && firstWordWidth(texts[index + 1] ?? '') + 1 <= room;
  });
  return open.filter((isOpen) => isOpen).length >= (texts.length - 1) * 0.4;
}

type Facts = { readonly above: string; readonly even: boolean; readonly words: number };

function hasVerseSigns(texts: readonly string[], indents: Uint8Array, { above, even, words }: Facts): boolean {
  const commas = texts.filter((text) => commaEnd.test(text)).length;
  const indented = indents.filter((indent) => indent >= Math.min(...indents) + 2).length;
  if (texts.length >= 3 && indented >= texts.length / 4 && indented < texts.length) return true;
  if (texts.length >= 4 && commas >= texts.length / 4) return true;
  if (/[:：]["”’»]?$/.test(above) && commas > 0 && words >= 5) return true;
  // Persian and Arabic quatrains are printed without room inside their lines too.
  return texts.length >= 4 && texts.length % 2 === 0 && even && texts.every((text) => arabicLine.test(text));
}

const arabicLine = /^[\p{Script=Arabic}\p{M}\p{P}\s\u200C]+$/u;

function isParagraphEnd(text: string): boolean {
  return text.length >= 40 && /[.!?…。！？؟۔।:：]["'”’»)）」』]*$/.test(text.slice(-6));
}

/** What lines of heads, lists and dialogues look like. */
function isNoVerse(text: string): boolean {
  if (/^(?:[-*•–—·▪●■>#]|\p{N}|https?:|www\.|©|\(c\))/iu.test(text) || /\p{N}{2}/u.test(text)) return true;
  if (/^[\p{L}\s.'’-]{2,30}[:：]/u.test(text) || /[([][^)\]]*[)\]]$/.test(text)) return true;
  return (
    findLabel(text) !== undefined ||
    findByline(text) !== undefined ||
    findDateLine(text) !== undefined ||
    findResidue(keyOf(text)) !== undefined
  );
}

/** The lines of a table or of verse as typed, without blanks that all of them begin with and without invisible marks. */
export function joinPre({ rawLine, indents }: Lines, first: number, last: number): string {
  const rows: string[] = [];
  const indent = indents.subarray(first, last + 1).reduce((least, columns) => Math.min(least, columns), 255);
  for (let index = first; index <= last; index += 1) {
    const raw = rawLine(index).replace(/[\u0000\f\u00AD\u200B\u2060\uFEFF]/g, '');
    const start = /^[ \u00A0]*/.exec(raw)?.[0].length ?? 0;
    rows.push(raw.slice(Math.min(start, indent)).trimEnd());
  }
  return rows.join('\n');
}
