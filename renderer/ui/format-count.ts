/* Numbers with their noun, and sizes, in the user's locale. */

import { formatNumber } from './format.ts';

/** "1 file", "2,300 files". */
export function formatCount(count: number, one: string, many = `${one}s`, locale?: string): string {
  return `${formatNumber(count, locale)} ${count === 1 ? one : many}`;
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** "800 bytes", "12.3 MB": steps of a thousand, as file managers count. */
export function formatBytes(bytes: number, locale?: string): string {
  const step = Math.min(bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}

/** A day of the user's own calendar: "25 November 2026". */
export function formatDay(at: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(at);
}
