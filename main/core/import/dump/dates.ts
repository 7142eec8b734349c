/*
 * Calendar dates in the words of many languages. A date is only ever read, never made up: without a year there is
 * none, and 03/04/2024 stays unread until the file shows which part is the day.
 */

import { findMonth, otherMonths, weekdays } from './calendar.ts';
import { findTime } from './clock.ts';
import { besideWords } from './date-words.ts';
import { toWesternDigits, toWesternYears } from './western-digits.ts';

/** What a file shows about dates of the form 03/04/2024. */
export type DayOrder = 'day-first' | 'month-first' | null;

export type FoundDate = {
  /** `2024-08-26`, or `2024-08-26T20:30` with a zone where one is written. */
  readonly iso: string;
  /** The text without date and time. */
  readonly rest: string;
};

type DayMatch = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly at: number;
  readonly length: number;
};

const longestLine = 160;

/** The first date of a line of at most 160 characters; undefined without a stated year. */
export function findDate(line: string, order: DayOrder = null): FoundDate | undefined {
  if (line.length > longestLine || !/\p{Nd}{4}|[年民]|令和|平成|昭和/u.test(line)) return undefined;
  const text = toWesternYears(toWesternDigits(line));
  const found = findDay(text, order);
  if (found === undefined) return undefined;
  const day = `${found.year}-${pad(found.month)}-${pad(found.day)}`;
  const around = `${text.slice(0, found.at)} \u0001 ${text.slice(found.at + found.length)}`;
  const time = findTime(around);
  const rest = (time === undefined ? around : around.replace(time.text, ' ')).replace('\u0001', ' ');
  return { iso: time === undefined ? day : `${day}T${time.iso}`, rest: rest.replace(/\s+/g, ' ').trim() };
}

const pad = (part: number) => String(part).padStart(2, '0');

const monthName =
  '(\\p{L}[\\p{L}\\p{M}]*(?: [\\p{L}\\p{M}]+(?= ?[\\d/(]))?)(?:\\s?[/(]\\s?[\\p{L}\\p{M}]+(?: [\\p{L}\\p{M}]+)?\\)?)?';
const yearFirst = /(?<!\d)(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)/g;
const eastern = /(?<!\d)(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日號号일]/g;
const dayFirst = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?[\\s/-]+(?:of\\s+|de\\s+|di\\s+)?${monthName}\\.?,?[\\s/-]+(?:de\\s+|del\\s+)?(\\d{4})(?!\\d)`,
  'gu',
);
const monthFirst = /(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}]{2,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/gu;
const dotted = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/g;

function findDay(text: string, order: DayOrder): DayMatch | undefined {
  return (
    numeric(text, yearFirst, [1, 2, 3]) ??
    numeric(text, eastern, [1, 2, 3]) ??
    named(text, dayFirst, [1, 2, 3]) ??
    named(text, monthFirst, [2, 1, 3]) ??
    numeric(text, dotted, [3, 2, 1]) ??
    slashed(text, order)
  );
}

/** A date of another calendar may stand before the one that counts: each match is tried. */
function numeric(text: string, pattern: RegExp, [y, m, d]: readonly [number, number, number]): DayMatch | undefined {
  for (const match of text.matchAll(pattern)) {
    const found = checked(match, Number(match[y]), Number(match[m]), Number(match[d]));
    if (found !== undefined) return found;
  }
  return undefined;
}

function named(text: string, pattern: RegExp, [d, m, y]: readonly [number, number, number]): DayMatch | undefined {
  for (const match of text.matchAll(pattern)) {
    const found = findMonth(match[m] ?? '');
    const day = found === undefined ? undefined : checked(match, Number(match[y]), found, Number(match[d]));
    if (day !== undefined) return day;
  }
  return undefined;
}

const slashes = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/;

function slashed(text: string, order: DayOrder): DayMatch | undefined {
  const match = slashes.exec(text);
  if (match === null) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const own = orderOf(first, second) ?? order;
  if (first === second || own === 'day-first') return checked(match, year, second, first);
  return own === 'month-first' ? checked(match, year, first, second) : undefined;
}

function orderOf(first: number, second: number): DayOrder {
  if (first > 12 && second <= 12) return 'day-first';
  return second > 12 && first <= 12 ? 'month-first' : null;
}

/** Day first or month first, where at least three of four dates of a file that can tell agree. */
export function findDayOrder(lines: Iterable<string>): DayOrder {
  const counts = { 'day-first': 0, 'month-first': 0 };
  for (const line of lines) {
    const match = line.length > longestLine ? null : slashes.exec(toWesternDigits(line));
    const order = match === null ? null : orderOf(Number(match[1]), Number(match[2]));
    if (order !== null) counts[order] += 1;
  }
  const [days, months] = [counts['day-first'], counts['month-first']];
  if (days > 0 && days >= months * 3) return 'day-first';
  return months > 0 && months >= days * 3 ? 'month-first' : null;
}

function checked(match: RegExpExecArray, year: number, month: number, day: number): DayMatch | undefined {
  if (year < 1600 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return { year, month, day, at: match.index, length: match[0].length };
}

const besides = new Set(
  Object.values(besideWords)
    .flatMap((words) => words.split(/\s+/))
    .map(foldWord),
);

function foldWord(word: string): string {
  return word.toLowerCase().replace(/[\u064B-\u065F\u0640]/g, '');
}

const otherDate =
  /\d{1,2}\s+(\p{L}[\p{L}\p{M}'’ -]{1,24}?)\s+\d{4}(?:\s*(?:AH|هـ|ه))?|(?<!\d)1[34]\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/gu;

/**
 * The date of a line that holds a date and nothing else: weekday, time, "Updated" and a second, Hijri date are
 * allowed. Empty where the only date is of a calendar that we do not convert.
 */
export function findDateLine(line: string, order: DayOrder = null): string | undefined {
  if (line.length > longestLine || !/[\p{Nd}年]/u.test(line)) return undefined;
  const found = findDate(line, order);
  // The same day may stand there twice, by two reckonings, or with a later one: "Published ... Updated ...".
  const text = found === undefined ? toWesternDigits(line) : (findDate(found.rest, order)?.rest ?? found.rest);
  const rest = text.replace(otherDate, (whole, name: string | undefined) =>
    name === undefined || otherMonths().has(foldWord(name)) ? ' ' : whole,
  );
  if (found === undefined && rest === text) return undefined;
  const words = (rest.match(/[\p{L}\p{M}\d]+/gu) ?? []).map(foldWord);
  const isPlain = words.every((word) => word === '' || besides.has(word) || weekdays().has(word));
  return isPlain ? (found?.iso ?? '') : undefined;
}
