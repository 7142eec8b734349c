/* How many columns a text takes, and where the first word of a line ends: what a program that breaks lines looks at. */

const wide = /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/g;
const unseen = /\p{M}/gu;
const plain = /^[ -~\u00A0-\u024F]*$/;
const longestMeasured = 200;

/** Columns of a text: East Asian letters take two, vowel signs none. Long lines are not measured to the end. */
export function widthOf(text: string): number {
  if (text.length > longestMeasured || plain.test(text)) return text.length;
  return text.length + (text.match(wide)?.length ?? 0) - (text.match(unseen)?.length ?? 0);
}

/** Columns that must be free for a line to take up the next one's first word: one letter of Chinese and Japanese. */
export function firstWordWidth(next: string): number {
  const head = next.slice(0, 100);
  if (/^[\u2E80-\u9FFF\uFF00-\uFF60]/.test(head)) return 2;
  const blank = head.indexOf(' ');
  return widthOf(blank === -1 ? head : head.slice(0, blank));
}
