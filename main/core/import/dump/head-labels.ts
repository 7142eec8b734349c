/* Labelled lines of a head: "Title: ...", "Date: ...". Read only where they cannot be a headline with a colon. */

import { findByline } from './bylines.ts';
import type { Role } from './head.ts';
import type { Label } from './labels.ts';
import { cleanField } from './lines.ts';
import type { Piece } from './pieces.ts';

/** What a head said, field by field. */
export type FieldValues = {
  title?: string;
  subtitle?: string;
  byline?: string;
  agency?: string;
  dateline?: string;
  place?: string;
  date?: string;
  source?: string;
  section?: string;
  language?: string;
  url?: string;
};

/** Reads the labels of a head zone and gives their lines a role. */
export function readLabels(zone: readonly Piece[], roles: Map<number, Role>): FieldValues {
  const values: FieldValues = {};
  const labelled = zone.flatMap(({ traits }, index) =>
    traits.label === undefined || isPicture(traits.label) ? [] : [{ label: traits.label, index }],
  );
  if (!areLabels(labelled)) return values;
  for (const { label, index } of labelled) {
    if (label.field === 'body' && label.value !== '') roles.set(index, { kind: 'text', text: label.value });
    else roles.set(index, applyLabel(values, label) ? { kind: 'field' } : { kind: 'drop', reason: 'label' });
  }
  return values;
}

/** "Caption: ..." and "Credit: ..." describe a picture, wherever they stand. */
export function isPicture({ field }: Label): boolean {
  return field === 'caption' || field === 'credit';
}

/** A headline's label, two labels, or a single short one below the first line. */
function areLabels(labelled: readonly { readonly label: Label; readonly index: number }[]): boolean {
  const [first, second] = labelled;
  if (first === undefined) return false;
  if (second !== undefined || first.label.field === 'title' || first.label.field === 'body') return true;
  return first.index > 0 && first.label.value.length <= 100;
}

/** Stores the value of a label; false where it has none, is of no use, or the field is taken. */
export function applyLabel(values: FieldValues, { field, value }: Label): boolean {
  if (field === 'other' || field === 'body' || field === 'caption' || field === 'credit') return false;
  if (values[field] !== undefined || /^(?:|-+|n\/a|none(?: available\.?)?)$/i.test(value)) return false;
  const read = readValue(field, value);
  if (read === undefined) return false;
  values[field] = read;
  return true;
}

function readValue(field: keyof FieldValues, value: string): string | undefined {
  if (field === 'byline') return findByline(`By ${value}`) ?? findByline(value) ?? value;
  if (field === 'language') return findLanguageCode(value);
  return cleanField(value);
}

const languageLocales = ['en', 'de', 'fr', 'es', 'ru', 'ar', 'zh', 'it', 'nl', 'pt'];
const languageCodes = 'en de fr es it pt nl ru uk pl sv da no fi ar fa he ur tr zh ja ko hi id el cs hu ro'.split(' ');

/** "ENGLISH", "Deutsch", "en-GB" to ISO 639-1. */
function findLanguageCode(name: string): string | undefined {
  const wanted = name.toLowerCase().split(/[;,]/)[0]?.trim() ?? '';
  const code = /^([a-z]{2})(?:[-_][a-z]{2,4})?$/.exec(wanted)?.[1];
  if (code !== undefined) return code;
  return languageCodes.find((candidate) =>
    [candidate, ...languageLocales].some(
      (locale) => new Intl.DisplayNames(locale, { type: 'language' }).of(candidate)?.toLowerCase() === wanted,
    ),
  );
}
