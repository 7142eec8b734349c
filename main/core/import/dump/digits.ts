/* Numbers as they are written around the world: 12, ١٢, ۱۲, १२, １２, 十二. */

/** The source of a pattern for one number of up to six digits, or up to five Chinese ones. */
export const numberPattern =
  '[0-9\\u0660-\\u0669\\u06F0-\\u06F9\\u0966-\\u096F\\uFF10-\\uFF19]{1,6}|[一二三四五六七八九十百〇零两]{1,5}';

/** Any digit but a Chinese one, which is a word of the text as well. */
export const anyDigit = /[0-9\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\uFF10-\uFF19]/;

const chinese: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Reads what `numberPattern` matched. */
export function toNumber(text: string): number {
  if (!anyDigit.test(text)) return readChinese(text);
  let value = 0;
  for (const digit of text) {
    const code = digit.charCodeAt(0);
    value = value * 10 + ((code >= 0x966 && code <= 0x96f ? code - 0x966 : code) & 0xf);
  }
  return value;
}

/** 十二 is 12, 三十 is 30, 一百零五 is 105, 二〇 is 20. */
function readChinese(text: string): number {
  let total = 0;
  let last = 0;
  for (const letter of text) {
    const unit = letter === '十' ? 10 : letter === '百' ? 100 : 0;
    if (unit > 0) {
      total += Math.max(1, last) * unit;
      last = 0;
    } else last = (/[十百]/.test(text) ? 0 : last * 10) + (chinese[letter] ?? 0);
  }
  return total + last;
}
