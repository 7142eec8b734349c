/*
 * The score: how much of what a careful person reads in a dump the parser reads too. A gold says what is to be read,
 * a comparison counts where the parser says otherwise, and `npm run score` prints the counts beside their goals.
 */

import type { Block, DropReason, FieldName, LineRange, Media } from '../../shared/model.ts';

/** What is to be read of one dump. All line numbers are 1-based lines of the dump. */
export type Gold = {
  readonly articles: readonly GoldArticle[];
  /** Lines outside every article. */
  readonly dropped: readonly GoldDrop[];
  /** Lines that may be a border or not: nobody could say. */
  readonly undecidable: readonly number[];
};

export type GoldArticle = {
  readonly lines: LineRange;
  readonly fields: GoldFields;
  readonly media: readonly Media[];
  readonly blocks: readonly Block[];
  readonly dropped: readonly GoldDrop[];
};

/** Null where the right answer is that nothing is said. */
export type GoldFields = Readonly<Record<FieldName, string | null>>;
export type GoldDrop = { readonly line: number; readonly reason: DropReason };

export const fieldNames: readonly FieldName[] = [
  'title',
  'subtitle',
  'byline',
  'agency',
  'dateline',
  'place',
  'date',
  'source',
  'section',
  'url',
  'language',
];

export const dropReasons: readonly DropReason[] = [
  'repeat-title',
  'repeat-caption',
  'residue',
  'residue-learned',
  'contents',
  'cover-page',
  'label',
  'navigation',
  'copyright',
  'boilerplate',
];

const invisible = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B\u2060\uFEFF]/g;
const spaces = /[\t\v\f\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/g;

/** A line as it is read: invisible characters out, every space a plain one, nothing at the ends. */
export function cleanText(raw: string): string {
  return raw.replace(invisible, '').replace(spaces, ' ').trim();
}

const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Texts with equal keys are the same text: marks of direction and the number of spaces do not count, line breaks do. */
export function textKey(text: string): string {
  const lines = text.split('\n').map((line) => cleanText(line.replace(bidi, '')).replace(/ {2,}/g, ' '));
  return lines.join('\n').trim();
}
