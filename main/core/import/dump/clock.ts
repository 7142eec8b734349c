/* The time of day beside a date. */

import { evening, morning } from './date-words.ts';

const half = '(a\\.?m\\.?|p\\.?m\\.?|صباحاً?|مساءً?|上午|下午|早上|晚上|凌晨|오전|오후|午前|午後|सुबह|शाम|रात)';
const colon = new RegExp(
  `(?:${half}\\s*)?(?<![\\d:.])(\\d{1,2}):(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?\\s*${half}?(?![\\d:])\\s*(Z\\b|GMT|UTC|[+-]\\d{2}:?\\d{2}\\b)?`,
  'iu',
);
/** 14h30, 14 h 30, 14時30分, 오후 2시 30분, 14.30 Uhr, kl. 14.30, 14.30 WIB */
const letters = new RegExp(
  `(?:${half}\\s*)?(?<![\\d:.])(\\d{1,2})(?:\\s?h\\s?|\\s?[時时点點시]\\s?)(\\d{2})?\\s?(?:[分분]|min|mn)?(?![\\d\\p{L}])()()`,
  'iu',
);
const stop =
  /()(?:(?:\bkl|\bklo|pukul|ore|\bom|um|godz|saat|в|o|alle)\.?\s+(\d{1,2})[.:](\d{2})|(?<![\d.])(\d{1,2})\.(\d{2})\s?(?:Uhr|WIB|WITA|WIT|uur|hrs|h)\b)(?![\d.])/iu;

/** The first time of `text`, as `20:30` or `20:30Z`, and the words it was read from. */
export function findTime(text: string): { readonly iso: string; readonly text: string } | undefined {
  const match = colon.exec(text) ?? letters.exec(text);
  if (match !== null)
    return toTime(match[0], [match[2], match[3]], { half: match[1] ?? match[4] ?? '', zone: match[5] ?? '' });
  const stopped = stop.exec(text);
  if (stopped === null) return undefined;
  return toTime(stopped[0], [stopped[2] ?? stopped[4], stopped[3] ?? stopped[5]], { half: '', zone: '' });
}

type Beside = { readonly half: string; readonly zone: string };

function toTime(text: string, [hours, minutes = '00']: readonly (string | undefined)[], { half: said, zone }: Beside) {
  const [isLate, isEarly] = [evening.test(said), morning.test(said)];
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const hour = isLate || isEarly ? (Number(hours) % 12) + (isLate ? 12 : 0) : Number(hours);
  return { iso: `${String(hour).padStart(2, '0')}:${minutes}${toZone(zone)}`, text };
}

function toZone(written: string): string {
  if (written === '') return '';
  return /^[+-]/.test(written) ? `${written.slice(0, 3)}:${written.slice(-2)}` : 'Z';
}
