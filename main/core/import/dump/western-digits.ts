/* Digits of other scripts, and years that count from an emperor or a republic. */

const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];
const foreign = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0E50-\u0E59\uFF10-\uFF19]/g;

/** Arabic-Indic, Persian, Devanagari, Bengali, Thai and full-width digits to 0-9. The length stays. */
export function toWesternDigits(text: string): string {
  return text.replace(foreign, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (zeros.findLast((zero) => zero <= code) ?? code));
  });
}

/** The year before the first of an era. */
const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  民國: 1911,
  民国: 1911,
};
const eraYear = /(?:中華|中华)?(令和|平成|昭和|大正|明治|民國|民国)\s?(\d{1,3}|元)\s?年/g;
const han = '〇一二三四五六七八九';
const hanDate = /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/g;

/** "令和6年" to "2024年", "民國113年" to "2024年", "二〇二四年八月二十六日" to "2024年8月26日". */
export function toWesternYears(text: string): string {
  if (!text.includes('年')) return text;
  return text
    .replace(eraYear, (_, era: string, year: string) => `${(eras[era] ?? 0) + (year === '元' ? 1 : Number(year))}年`)
    .replace(hanDate, (_, year: string, month: string, day: string) => {
      const digits = year.replace(/./gu, (digit) => String(Math.max(0, han.indexOf(digit))));
      return `${digits}年${toNumber(month)}月${toNumber(day)}日`;
    });
}

/** "二十六" to 26, at most 99. */
function toNumber(written: string): number {
  const [tens, ones] = written.includes('十') ? written.split('十') : ['〇', written];
  return (tens === '' ? 1 : han.indexOf(tens ?? '')) * 10 + (ones === '' || ones === undefined ? 0 : han.indexOf(ones));
}
