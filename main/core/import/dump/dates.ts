/*
 * Calendar dates in the words of many languages. A date is only ever read, never made up: without a year there is
 * none, and 03/04/2024 stays unread until the file shows which part is the day.
 */

import { findMonth, weekdays } from './calendar.ts';

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

const easternDigits = /[\u0660-\u0669\u06F0-\u06F9]/g;
const toWesternDigits = (text: string) => text.replace(easternDigits, (digit) => String(digit.charCodeAt(0) & 0xf));

const longestLine = 160;

/** The first date of a line of at most 160 characters; undefined without a stated year. */
export function findDate(line: string, order: DayOrder = null): FoundDate | undefined {
  if (line.length > longestLine || !/[\d\u0660-\u0669\u06F0-\u06F9]{4}/.test(line)) return undefined;
  const text = toWesternDigits(line);
  const found = findDay(text, order);
  if (found === undefined) return undefined;
  const day = `${found.year}-${pad(found.month)}-${pad(found.day)}`;
  const around = `${text.slice(0, found.at)} \u0001 ${text.slice(found.at + found.length)}`;
  const time = findTime(around);
  const rest = (time === undefined ? around : around.replace(time.text, ' ')).replace('\u0001', ' ');
  return { iso: time === undefined ? day : `${day}T${time.iso}`, rest: rest.replace(/\s+/g, ' ').trim() };
}

const pad = (part: number) => String(part).padStart(2, '0');

function findDay(text: string, order: DayOrder): DayMatch | undefined {
  return (
    numeric(text, /(?<![\d])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, [1, 2, 3]) ??
    numeric(text, /(?<![\d])(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/, [1, 2, 3]) ??
    named(
      text,
      /(?<![\d])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:of\s+|de\s+|di\s+)?(\p{L}+(?: \p{L}+(?= \d))?)\.?,?[\s-]+(?:de\s+|del\s+)?(\d{4})(?!\d)/u,
      [1, 2, 3],
    ) ??
    named(text, /(?<!\p{L})(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u, [2, 1, 3]) ??
    numeric(text, /(?<![\d])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/, [3, 2, 1]) ??
    slashed(text, order)
  );
}

function numeric(text: string, pattern: RegExp, [y, m, d]: readonly [number, number, number]): DayMatch | undefined {
  const match = pattern.exec(text);
  return match === null ? undefined : checked(match, Number(match[y]), Number(match[m]), Number(match[d]));
}

function named(text: string, pattern: RegExp, [d, m, y]: readonly [number, number, number]): DayMatch | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const month = findMonth(match[m] ?? '');
  return month === undefined ? undefined : checked(match, Number(match[y]), month, Number(match[d]));
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

/** Day first or month first, where all dates of a file that can tell agree. */
export function findDayOrder(lines: Iterable<string>): DayOrder {
  const seen = new Set<DayOrder>();
  for (const line of lines) {
    const match = line.length > longestLine ? null : slashes.exec(line);
    if (match !== null) seen.add(orderOf(Number(match[1]), Number(match[2])));
  }
  seen.delete(null);
  return seen.size === 1 ? ([...seen][0] ?? null) : null;
}

function checked(match: RegExpExecArray, year: number, month: number, day: number): DayMatch | undefined {
  if (year < 1600 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return { year, month, day, at: match.index, length: match[0].length };
}

const clock =
  /(?<![\d:.])(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap]\.?m\.?)?(?![\d:])\s*(Z\b|GMT|UTC|[+-]\d{2}:?\d{2}\b)?/i;

function findTime(text: string): { readonly iso: string; readonly text: string } | undefined {
  const match = clock.exec(text);
  if (match === null) return undefined;
  const half = (match[3] ?? '').toLowerCase().charAt(0);
  const hour = (Number(match[1]) % (half === '' ? 24 : 12)) + (half === 'p' ? 12 : 0);
  if (Number(match[1]) > 23 || Number(match[2]) > 59) return undefined;
  return { iso: `${pad(hour)}:${match[2] ?? '00'}${toZone(match[4] ?? '')}`, text: match[0] };
}

function toZone(written: string): string {
  if (written === '') return '';
  return /^[+-]/.test(written) ? `${written.slice(0, 3)}:${written.slice(-2)}` : 'Z';
}

/** Words that stand beside a date on a line that holds nothing else. */
const besides = new Set(
  `published updated posted created modified last first on at date t the of and from time local edition issue am pm ad ah ce gmt utc est edt
   cst cdt pst pdt bst cet cest ist msk aest hrs h uhr veröffentlicht aktualisiert erschienen stand am um vom publié publie mis à jour le
   actualizado publicado el del de la a las опубликовано обновлено в г года نشر نشرت آخر تحديث في بتاريخ م هـ الموافق الساعة 发布 更新 于 時間 时间 发布时间`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** The date of a line that holds a date and nothing else: weekday, time, "Updated" and a second, Hijri date are allowed. */
export function findDateLine(line: string, order: DayOrder = null): string | undefined {
  const found = findDate(line, order);
  if (found === undefined) return undefined;
  const rest = found.rest.replace(/[-–—ـ/|(]\s*\d{1,2}\s+\p{L}[\p{L}\p{M}\s'’]{2,24}\s\d{4}(?:\s*(?:AH|هـ))?/u, ' ');
  const words = rest.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return words.every((word) => besides.has(word) || weekdays().has(word)) ? found.iso : undefined;
}
