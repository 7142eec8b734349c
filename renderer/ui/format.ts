/* Dates and numbers for the screen, in the user's locale. A calendar date is never moved by a time zone. */

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/;

type Moment = { readonly at: Date; readonly hasTime: boolean };

/** Reads an ISO day, or day with time, as it is printed: 06:20 stays 06:20 wherever the reader is. */
function readIso(text: string): Moment | null {
  const match = iso.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute] = match.map(Number);
  const at = new Date(
    Date.UTC(year ?? 0, (month ?? 1) - 1, day, match[4] === undefined ? 0 : hour, match[5] === undefined ? 0 : minute),
  );
  return { at, hasTime: match[4] !== undefined };
}

/** "14 September 2024, 06:20"; what is no ISO date is shown as it is. */
export function formatDate(text: string, locale?: string): string {
  const moment = readIso(text);
  if (moment === null) return text;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(moment.at);
  if (!moment.hasTime) return day;
  return `${day}, ${new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(moment.at)}`;
}

/** The short date of a row: the year only where it is not this one; "undated" is a word, not a blank. */
export function formatRowDate(text: string | null, thisYear: number, locale?: string): string {
  if (text === null) return 'undated';
  const moment = readIso(text);
  if (moment === null) return text;
  const year = moment.at.getUTCFullYear() === thisYear ? undefined : ('numeric' as const);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year, timeZone: 'UTC' }).format(moment.at);
}

/** A moment of the user's own clock: "14 September 2024, 14:02". */
export function formatMoment(at: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

export function formatNumber(value: number, locale?: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** "took 3.1 seconds", "took 2 minutes". */
export function formatTook(ms: number, locale?: string): string {
  if (ms < 100) return 'took less than a tenth of a second';
  if (ms < 100_000)
    return `took ${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(ms / 1000)} seconds`;
  return `took ${formatNumber(Math.round(ms / 60_000), locale)} minutes`;
}

/** "about 20 seconds left", rounded so that it does not flicker; nothing where it is not known. */
export function formatLeft(ms: number | null, locale?: string): string | null {
  if (ms === null) return null;
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 90) return `about ${Math.round(seconds / 10) * 10} seconds left`;
  return `about ${formatNumber(Math.round(seconds / 60), locale)} minutes left`;
}

/** "lines 5–38", "line 7". */
export function formatLines(lines: readonly [first: number, last: number], locale?: string): string {
  const [first, last] = lines;
  if (first === last) return `line ${formatNumber(first, locale)}`;
  return `lines ${formatNumber(first, locale)}–${formatNumber(last, locale)}`;
}
