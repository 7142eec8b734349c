/* Lines of a wrapped file that begin something of their own, however full the line above is. */

import { findByline } from './bylines.ts';
import { findDateLine } from './dates.ts';
import { findLabel } from './labels.ts';
import { keyOf } from './lines.ts';
import { findResidue } from './residue.ts';

const listMark = /^(?:[-*•–·▪●■○◦‣]|\d{1,3}[.)])\s/;
const wordedMark = /^(?:>|#{1,6}\s|[■◆▼□◇【]|\[\d+\/\d+\]|[A-Z][A-Z -]{2,30}:\s)/;

/** Begins with the mark of a list or with a number. */
export function isListLine(text: string): boolean {
  return listMark.test(text);
}

/** True where the line at `next` is no part of the paragraph that begins at `first`. */
export function isHeadLine(
  texts: readonly string[],
  { first, next }: { readonly first: number; readonly next: number },
): boolean {
  const text = texts[next] ?? '';
  if (listMark.test(text) || wordedMark.test(text)) return true;
  // A caption that happens to fill the line, said twice or followed by "TT", is not half of a paragraph.
  const key = keyOf(text.slice(0, 300));
  if (key === keyOf((texts[first] ?? '').slice(0, 300)) || findResidue(key) !== undefined) return true;
  // A headline may fill its line too. Deep in a paragraph a line that begins with "By" and a name is a sentence.
  if (next - first > 2 || text.length > longestHeadLine) return false;
  return findLabel(text) !== undefined || findByline(text) !== undefined || findDateLine(text) !== undefined;
}

const longestHeadLine = 60;
