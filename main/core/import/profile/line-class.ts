/* What a line looks like whatever it says, in a word: the alphabet that the shape of a dump is written in. */

import { keyOf } from '../dump/lines.ts';
import { isRuleLine } from '../dump/units.ts';

/** Longer lines are text. */
export const longestShort = 110;

const label = /^(\p{L}[\p{L} _-]{0,24}?)\s?[:：]\s*\S/u;
const url = /^(?:https?:\/\/|www\.)\S+$/i;
const bracketed = /^[[(【［].*[\])】］]$/;
const sentence = /[.!?…。！？؟۔।]["'”’»)\]]*$/;
const letter = /\p{L}/u;
const digits = /\p{Nd}+/gu;

/** The look of a line that was cleaned and trimmed. Headlines of one paper are long and short, and some hold a year. */
export function lookOf(text: string): string {
  if (text === '') return 'blank';
  if (text.length > longestShort) return 'text';
  if (isRuleLine(text)) return `rule ${text.slice(0, 1)}`;
  if (url.test(text)) return 'url';
  const named = label.exec(text);
  if (named !== null) return `label ${keyOf(named[1] ?? '')}`;
  if (!letter.test(text)) return 'figures';
  if (bracketed.test(text)) return 'bracketed';
  if (sentence.test(text)) return text.length > 60 ? 'text' : 'sentence';
  return 'line';
}

/** Lines of equal print say the same but for their numbers, case and punctuation. */
export function printOf(text: string): string {
  return keyOf(text).replace(digits, '0');
}
