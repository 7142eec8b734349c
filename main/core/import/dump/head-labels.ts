/* Labelled lines of a head: "Title: ...", "Date: ...". Read only where they cannot be a headline with a colon. */

import { toNames } from './bylines.ts';
import type { Role } from './head.ts';
import type { Label } from './labels.ts';
import { cleanField, keyOf } from './lines.ts';
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

/**
 * Reads the labels of a head zone and gives their lines a role. What stands below "Text:" is text, whatever it says.
 * `given` are fields that are known already.
 */
export function readLabels(zone: readonly Piece[], roles: Map<number, Role>, given: FieldValues = {}): FieldValues {
  const values: FieldValues = { ...given };
  const all = zone.flatMap(({ traits, unit }, index) =>
    traits.label === undefined || isPicture(traits.label) ? [] : [{ label: traits.label, index, line: unit.text }],
  );
  const body = all.findIndex(({ label }) => label.field === 'body');
  const labelled = asSwedish(body === -1 ? all : all.slice(0, body + 1));
  if (!areLabels(labelled)) return values;
  for (const { label, index } of labelled) {
    if (label.field === 'body' && label.value !== '') roles.set(index, { kind: 'text', text: label.value });
    else roles.set(index, toRole(values, label));
  }
  return values;
}

type Labelled = { readonly label: Label; readonly index: number; readonly line: string };

/** "Rubrik" is a section in German and the headline in Swedish: where a Swedish label stands beside it, it is the headline. */
function asSwedish(labelled: readonly Labelled[]): readonly Labelled[] {
  const isSwedish =
    labelled.some(({ line }) => swedish.test(line)) && !labelled.some(({ label }) => label.field === 'title');
  if (!isSwedish) return labelled;
  return labelled.map((one) =>
    /^rubrik\s*:/i.test(one.line) ? { ...one, label: { ...one.label, field: 'title' } } : one,
  );
}

const swedish =
  /^(?:källa|författare|skribent|ingress|underrubrik|brödtext|publicerad|avdelning|tidning|sida|länk)\s*:/i;

/** "Caption: ..." and "Credit: ..." describe a picture, wherever they stand. */
export function isPicture({ field }: Label): boolean {
  return field === 'caption' || field === 'credit';
}

/** A headline's label, two labels, or a single short one below the first line. */
function areLabels(labelled: readonly Labelled[]): boolean {
  const [first, second] = labelled;
  if (first === undefined) return false;
  if (second !== undefined || first.label.field === 'title' || first.label.field === 'body') return true;
  return first.index > 0 && first.label.value.length <= 100;
}

/** The role of a labelled line; its value is kept where the field is free. */
export function toRole(values: FieldValues, label: Label): Role {
  if (applyLabel(values, label)) return { kind: 'field' };
  if (label.field === 'copyright') return { kind: 'drop', reason: 'copyright' };
  const isRepeat = label.field === 'title' && values.title !== undefined && keyOf(values.title) === keyOf(label.value);
  return { kind: 'drop', reason: isRepeat ? 'repeat-title' : 'label' };
}

/** Stores the value of a label; false where it has none, is of no use, or the field is taken. */
export function applyLabel(values: FieldValues, { field, value }: Label): boolean {
  if (field === 'other' || field === 'body' || field === 'caption' || field === 'credit' || field === 'copyright')
    return false;
  if (values[field] !== undefined || /^(?:|-+|n\/a|none(?: available\.?)?)$/i.test(value)) return false;
  const read = readValue(field, value);
  if (read === undefined) return false;
  values[field] = read;
  if (field === 'dateline') values.place ??= read;
  return true;
}

function readValue(field: keyof FieldValues, value: string): string | undefined {
  if (field === 'byline') return toNames(value);
  if (field === 'language') return findLanguageCode(value);
  // ProQuest: "Publication info: The Prairie Sentinel ; Cutbank, N.D. [Cutbank, N.D.]03 June 2014".
  if (field === 'source') return cleanField(value.split(/\s+;\s|\s*\[/)[0] ?? value);
  if (field === 'section') return cleanField(value.replace(/[;,]\s*(?:pg\.?|page|p\.|s\.|seite)\s*\w+.*$/i, ''));
  return cleanField(value);
}

const languageLocales = 'en de fr es it pt nl sv pl ru uk tr id ar fa he hi zh zh-TW ja ko'.split(' ');
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
