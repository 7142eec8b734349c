/*
 * The head of an article: headline, captions, byline, date and what a page repeats around them. Every line of it gets
 * a role; a line without one stays text.
 */

import { isAgency, isOutlet } from './agencies.ts';
import { findBareByline } from './bylines.ts';
import { findMonth, weekdays } from './calendar.ts';
import { findCityLine } from './city-lines.ts';
import { findCaption, type Caption } from './credits.ts';
import { findDate } from './dates.ts';
import { isParagraph } from './openings.ts';
import { readLabels, type FieldValues } from './head-labels.ts';
import { keyOf } from './lines.ts';
import type { Piece } from './pieces.ts';
import { isSizeNumber } from './residue.ts';
import { cleanTitle, findTitle } from './title.ts';
import { cjk } from './traits.ts';
import type { DropReason } from '../../../../shared/model.ts';

export type Role =
  | { readonly kind: 'field' }
  | { readonly kind: 'caption'; readonly caption: Caption }
  | { readonly kind: 'credit'; readonly credit: Pick<Caption, 'credit' | 'qualifier'> }
  | { readonly kind: 'drop'; readonly reason: DropReason }
  /** Text, though part of the line was read elsewhere: "Full text: ..." keeps what follows the label. */
  | { readonly kind: 'text'; readonly text: string };

export type Head = {
  /** Piece within the segment to role; a piece without a role is text. */
  readonly roles: Map<number, Role>;
  readonly values: FieldValues;
  /** Pieces before this one are the head zone. */
  readonly end: number;
};

const longestHead = 30;
const headOfCutArticle = 14;

/** What the whole file shows and a head is read by. */
export type FileHabits = {
  /** Headlines carry numbers. */
  readonly numbered: boolean;
  /** Keys of lines that recur at the same place of several articles, with the reason to leave them out. */
  readonly recurring: ReadonlyMap<string, DropReason>;
};

/** What a person said of a head: the piece that is the headline, where it is one of these, and fields that are not to be read. */
export type Given = { readonly title?: number; readonly values: FieldValues };

/** Reads the head of one segment: its pieces from the first line of the article on. */
export function readHead(
  pieces: readonly Piece[],
  { numbered, recurring }: FileHabits,
  given: Given = { values: {} },
): Head {
  const end = findHeadEnd(pieces);
  const zone = pieces.slice(0, end);
  const roles = new Map<number, Role>();
  for (const [index, { traits }] of zone.entries()) {
    const reason = index === 0 ? undefined : recurring.get(traits.key);
    if (reason !== undefined) roles.set(index, { kind: 'drop', reason });
  }
  const values: FieldValues = readLabels(zone, roles, given.values);
  const counts = countKeys(zone);
  const title = given.title ?? (values.title === undefined ? findTitle(zone, roles, counts, values) : undefined);
  if (title !== undefined) {
    roles.set(title, { kind: 'field' });
    Object.assign(values, cleanTitle(zone[title], numbered), given.values);
  }
  const known: Zone = { zone, roles, counts, values, title, hasText: end < Math.min(pieces.length, longestHead) };
  readRepeats(known);
  for (const index of zone.keys()) {
    if (!roles.has(index)) readLine(known, index);
  }
  return { roles, values, end };
}

/** The head ends at the first paragraph of text: no caption, no label, and not said before. */
function findHeadEnd(pieces: readonly Piece[]): number {
  const seen = new Set<string>();
  for (const [index, piece] of pieces.entries()) {
    const { traits } = piece;
    if (index >= longestHead) return index;
    const isText = traits.long && traits.caption === undefined && !seen.has(traits.key);
    if (isText && (traits.label === undefined || traits.label.field === 'body') && !(index === 0 && traits.titleLike)) {
      return traits.label === undefined ? index : index + 1;
    }
    if (
      index > 0 &&
      isFirstSentence(piece) &&
      !pieces.slice(index, index + 9).some((later) => seen.has(later.traits.key))
    )
      return index;
    seen.add(traits.key);
  }
  return Math.min(pieces.length, longestHead);
}

/** A short paragraph opens the text where nothing of the head comes again below it. */
function isFirstSentence(piece: Piece): boolean {
  const { byline, date, label, url, copyright } = piece.traits;
  return isParagraph(piece) && (byline ?? date ?? label) === undefined && !url && !copyright;
}

type Zone = {
  readonly zone: readonly Piece[];
  readonly roles: Map<number, Role>;
  readonly counts: ReadonlyMap<string, number>;
  readonly values: FieldValues;
  readonly title: number | undefined;
  /** Text follows the zone. */
  readonly hasText: boolean;
};

function countKeys(zone: readonly Piece[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { traits } of zone) counts.set(traits.key, (counts.get(traits.key) ?? 0) + 1);
  return counts;
}

/** First occurrences of repeated lines are captions, unless they are something else; later ones are left out. */
function readRepeats({ zone, roles, counts, values, title, hasText }: Zone): void {
  // Many short lines without a paragraph below them are verse or a play: what comes back there is no caption.
  const isPage = hasText || zone.length <= headOfCutArticle;
  const titleKeys = new Set([title === undefined ? '' : (zone[title]?.traits.key ?? ''), keyOf(values.title ?? '')]);
  const captions = new Map<string, number>();
  for (const [index, { unit, traits }] of zone.entries()) {
    if (roles.has(index) || traits.label !== undefined) continue;
    const repeated = isPage && (counts.get(traits.key) ?? 0) > 1;
    if (titleKeys.has(traits.key)) roles.set(index, { kind: 'drop', reason: 'repeat-title' });
    else if (captions.has(traits.key)) roles.set(index, { kind: 'drop', reason: 'repeat-caption' });
    else if (repeated && isPlain(traits)) {
      roles.set(index, {
        kind: 'caption',
        caption: findCaption(unit.text, true) ?? { caption: unit.text, credit: null, qualifier: null },
      });
      captions.set(traits.key, index);
    } else if (traits.caption !== undefined && index !== title) {
      roles.set(index, { kind: 'caption', caption: traits.caption });
      captions.set(traits.key, index);
    }
  }
}

function isPlain(traits: Piece['traits']): boolean {
  if (
    traits.byline !== undefined ||
    traits.date !== undefined ||
    traits.residue !== undefined ||
    traits.url ||
    traits.copyright
  )
    return false;
  return !/^\d*$/.test(traits.key) && traits.key.length >= 4;
}

function readLine(zone: Zone, index: number): void {
  const piece = zone.zone[index];
  if (piece === undefined) return;
  const { traits, unit } = piece;
  if (isRemnant(zone, index)) zone.roles.set(index, { kind: 'drop', reason: 'residue' });
  else if (traits.byline !== undefined) take(zone, index, 'byline', traits.byline);
  else if (traits.date !== undefined) take(zone, index, 'date', traits.date);
  else if (traits.url) take(zone, index, 'url', unit.text);
  else if (traits.copyright) zone.roles.set(index, { kind: 'drop', reason: 'copyright' });
  else if (readCityLine(zone, index, unit.text)) return;
  else if (isAgency(unit.text)) take(zone, index, 'agency', unit.text);
  else if (unit.text.length <= 40 && isOutlet(unit.text) && zone.title !== undefined)
    take(zone, index, 'source', unit.text);
  else readLoose(zone, index, piece);
}

/** "London: Ghida Asfour" below the headline. False where it is no such line, or a field of it is taken. */
function readCityLine({ roles, values, title }: Zone, index: number, text: string): boolean {
  const found = title !== undefined && index < title ? undefined : findCityLine(text);
  if (found === undefined || 'byline' in values || values.place !== undefined) return false;
  const { place, ...said } = found;
  if (('source' in said && values.source !== undefined) || ('agency' in said && values.agency !== undefined))
    return false;
  Object.assign(values, { place, ...said });
  roles.set(index, { kind: 'field' });
  return true;
}

/** A value that was read before is not overwritten; the same said again is left out, another stays text. */
function take({ roles, values }: Zone, index: number, field: keyof FieldValues, value: string): void {
  // "By our staff" names nobody, and a Solar Hijri date says none we can keep: the line is of the head, the field stays open.
  if (value === '') {
    roles.set(index, { kind: 'field' });
    return;
  }
  const before = values[field];
  if (before !== undefined && before !== value) {
    // A second date on a page is when the text was changed; it says nothing the reader misses.
    if (field === 'date') roles.set(index, { kind: 'drop', reason: 'boilerplate' });
    return;
  }
  values[field] = value;
  roles.set(index, before === undefined ? { kind: 'field' } : { kind: 'drop', reason: 'residue' });
}

function readLoose(zone: Zone, index: number, { unit, traits }: Piece): void {
  const { roles, values, title } = zone;
  const dated = unit.text.length <= 80 && values.date === undefined ? findDate(unit.text) : undefined;
  const rest = dated?.rest.replace(/^[\s,;|•·–—-]+|[\s,;|•·–—-]+$/g, '') ?? '';
  if (dated !== undefined && /^\p{L}[^\d]{1,40}$/u.test(rest) && rest.split(' ').length <= 5) {
    values.date = dated.iso;
    if (values.source === undefined && isOutlet(rest)) take(zone, index, 'source', rest);
    return;
  }
  const names = index - 1 === title ? findBareByline(unit.text, isDated(zone.zone[index + 1])) : undefined;
  if (names !== undefined && values.byline === undefined) return take(zone, index, 'byline', names);
  const isBelowTitle = title === undefined ? values.title !== undefined : index > title;
  if (!isBelowTitle || !zone.hasText || values.subtitle !== undefined || !traits.titleLike || traits.long) return;
  if (isTooShort(unit.text) || isDayWithoutYear(unit.text)) return;
  values.subtitle = unit.text;
  roles.set(index, { kind: 'field' });
}

function isDated(piece: Piece | undefined): boolean {
  return piece?.traits.date !== undefined;
}

/** Two or three words below a headline may be the writer's name as well: they stay text. */
function isTooShort(text: string): boolean {
  return text.length < 20 && text.split(' ').length < 4 && !cjk.test(text);
}

/** "Monday, August 26" says no date we may trust, and no subtitle either. */
function isDayWithoutYear(text: string): boolean {
  if (text.length > 40 || !/\d/.test(text)) return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length > 0 && words.every((word) => weekdays().has(word) || findMonth(word) !== undefined);
}

/** A known remnant counts beside a line that the page repeats; the size number only after "TT". */
function isRemnant({ zone, roles, counts }: Zone, index: number): boolean {
  const text = zone[index]?.unit.text ?? '';
  const above = zone[index - 1];
  if (isSizeNumber(text)) return above?.unit.text === 'TT' && roles.get(index - 1)?.kind === 'drop';
  if (zone[index]?.traits.residue === undefined) return false;
  if (isAmongRemnants(zone, index)) return true;
  // "TT" right below a caption is the button for the size of the text; right below a headline it is the agency.
  if (above?.traits.caption !== undefined && zone[index]?.gap === 0) return true;
  return isBeside(zone, counts, index, -1) || isBeside(zone, counts, index, 1);
}

/** Buttons come in rows: "Share", "Tweet", "Print". An agency beside a button is still an agency. */
function isAmongRemnants(zone: readonly Piece[], index: number): boolean {
  if (isAgency(zone[index]?.unit.text ?? '')) return false;
  return zone[index - 1]?.traits.residue !== undefined || zone[index + 1]?.traits.residue !== undefined;
}

function isBeside(zone: readonly Piece[], counts: ReadonlyMap<string, number>, index: number, step: 1 | -1): boolean {
  let next = index + step;
  while (zone[next]?.traits.residue !== undefined || isSizeNumber(zone[next]?.unit.text ?? '')) next += step;
  const key = zone[next]?.traits.key;
  return key !== undefined && (counts.get(key) ?? 0) > 1;
}
