/* What a single unit looks like, apart from where it stands. Everything is judged once; long paragraphs are cheap. */

import { findByline } from './bylines.ts';
import { findCaption, type Caption } from './credits.ts';
import { findDateline } from './datelines.ts';
import { findDate, findDateLine, type DayOrder } from './dates.ts';
import { findLabel, type Label } from './labels.ts';
import { findCounter, findHeading, findNumbered, type Counter, type Numbered } from './numbers.ts';
import { findResidue, isPointer, type Residue } from './residue.ts';
import { keyOf } from './lines.ts';
import { isRuleLine } from './units.ts';

/** Every field is always there: objects of one shape are several times cheaper to make and to read. */
export type Traits = {
  readonly key: string;
  /** A paragraph of text rather than a line of a head. */
  readonly long: boolean;
  readonly titleLike: boolean;
  /** Ends as a sentence ends. */
  readonly terminal: boolean;
  readonly rule: boolean;
  readonly residue: Residue | undefined;
  readonly copyright: boolean;
  readonly url: boolean;
  readonly dateline: boolean;
  readonly counter: Counter | undefined;
  readonly numbered: Numbered | undefined;
  /** "# Headline", "=== Headline ===": the headline in it. */
  readonly heading: string | undefined;
  readonly label: Label | undefined;
  readonly byline: string | undefined;
  readonly date: string | undefined;
  readonly caption: Caption | undefined;
};

/** Letters of Chinese and Japanese. */
export const cjk = /[\u3040-\u30FF\u3400-\u9FFF]/;
const sentenceEnd = /[.!?…。！？؟۔।][\s"'”’»›)\]）」』]*$/;
const fullStop = /(?:[^.]\.|[。۔।])[\s"'”’»›)\]）」』]*$/;
const openers = /^(?:[-*•–·▪>]\s|["“«]?\s*$)/;
const questionMark = /^[QA]\s*[:.]\s/;
const urlLine = /^(?:https?:\/\/|www\.)\S+$/i;
const copyrightLine =
  /^(?:©|\(c\)\s|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|جميع الحقوق محفوظة|版权所有)/i;

const datedPlace = /^\p{Lu}[\p{L} .'’-]{2,30}, (?:\p{Lu}[\p{L}.]{1,20}, )?\p{Lu}\p{L}{2,9}\.? \d{1,2}, \d{4}$/u;

/** Longer ones are paragraphs, whatever else they look like. */
const longestLine = 600;

/** Judges one unit. `order` is what the file shows about dates like 03/04/2024. */
export function findTraits(text: string, order: DayOrder = null): Traits {
  // A quoted line does not label anything: "> date: when you first saw it".
  const label = text.startsWith('>') ? undefined : readDate(findLabel(text), order);
  // Nearly all of a dump is sentences of this length, and they are done here.
  if (text.length > longestLine || (text.length >= 110 && label === undefined && text.endsWith('.'))) {
    return toParagraph(text, label, findCaption(text));
  }
  if (isRuleLine(text)) return toTraits({ key: text, rule: true });
  const counter = findCounter(text);
  if (counter !== undefined) return toTraits({ key: text, counter });
  return findShortTraits(text, order, label);
}

/** A line that counts and is none: "Article 5" in a law. */
export function withoutCounter(text: string, order: DayOrder = null): Traits {
  return findShortTraits(text, order, undefined);
}

function findShortTraits(text: string, order: DayOrder, label: Label | undefined): Traits {
  if (urlLine.test(text)) return toTraits({ key: text.toLowerCase(), url: true });
  const length = text.length * (cjk.test(text) ? 2 : 1);
  const stopped = fullStop.test(text.slice(-40));
  const long = length >= 110 || (length >= 60 && stopped);
  const caption = findCaption(text);
  if (long && (length > 200 || stopped) && label === undefined) return toParagraph(text, label, caption);
  return findLineTraits(text, order, { long, label, caption });
}

/** The value of a date label is read at once, while it is known how this file writes dates. */
function readDate(label: Label | undefined, order: DayOrder): Label | undefined {
  return label?.field === 'date' ? { field: 'date', value: findDate(label.value, order)?.iso ?? '' } : label;
}

function toParagraph(text: string, label: Label | undefined, caption: Caption | undefined): Traits {
  return toTraits({
    key: text.length > longestLine ? text.slice(0, longestLine) : text,
    long: true,
    terminal: isTerminal(text),
    copyright: copyrightLine.test(text),
    dateline: findDateline(text) !== undefined,
    label,
    caption,
  });
}

function findLineTraits(text: string, order: DayOrder, known: Pick<Traits, 'long' | 'label' | 'caption'>): Traits {
  const key = keyOf(text);
  const heading = findHeading(text);
  const line = {
    key,
    terminal: isTerminal(text),
    residue: findResidue(key) ?? (isPointer(text) ? 'certain' : undefined),
    copyright: copyrightLine.test(text),
    dateline: findDateline(text) !== undefined,
    numbered: findNumbered(heading ?? text),
    heading,
    byline: findByline(text),
    date: findDateLine(text, order),
  };
  const isOther = line.byline !== undefined || line.date !== undefined || line.residue !== undefined || line.copyright;
  // "CEDAR BEND, Iowa, August 8, 2019" heads a letter that an article quotes.
  const isPlain = !isOther && !datedPlace.test(text) && known.caption === undefined && known.label === undefined;
  const titleLike = isPlain && isTitleLike(line.numbered?.rest ?? heading ?? text);
  return toTraits({ ...line, ...known, titleLike });
}

function isTerminal(text: string): boolean {
  return sentenceEnd.test(text.slice(-40));
}

function toTraits(some: Partial<Traits> & Pick<Traits, 'key'>): Traits {
  return {
    key: some.key,
    long: some.long ?? false,
    titleLike: some.titleLike ?? false,
    terminal: some.terminal ?? false,
    rule: some.rule ?? false,
    residue: some.residue,
    copyright: some.copyright ?? false,
    url: some.url ?? false,
    dateline: some.dateline ?? false,
    counter: some.counter,
    numbered: some.numbered,
    heading: some.heading,
    label: some.label,
    byline: some.byline,
    date: some.date,
    caption: some.caption,
  };
}

/** A unit that is text and nothing else, whatever it looks like. */
export function plainTraits(text: string): Traits {
  return toTraits({ key: text });
}

/** A table or verse is text, and a sentence as far as the paragraphs around it are concerned. */
export function preTraits(text: string): Traits {
  return toTraits({ key: text.slice(0, longestLine), long: true, terminal: true });
}

const acronymEnd = /\b(?:\p{Lu}\.){2,}$/u;
const smallStart = /^(?!(?:i[A-Z]|e[A-Z]|al-|d['’]|l['’]|de |von ))\p{Ll}/u;

/**
 * A headline: 8 to 170 characters (half for Chinese and Japanese), at most 26 words, without a full stop ("U.S." may
 * end one), a colon or a small first letter. The caller has ruled out credits, labels, bylines and dates.
 */
export function isTitleLike(text: string): boolean {
  const length = text.length * (cjk.test(text) ? 2 : 1);
  if (length < 8 || length > 170 || openers.test(text) || questionMark.test(text) || smallStart.test(text))
    return false;
  if (/[,;،:：]$/.test(text) || (fullStop.test(text) && !acronymEnd.test(text))) return false;
  return /\p{L}{2}/u.test(text) && text.split(' ').length <= 26;
}
