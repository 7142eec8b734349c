/* What makes two articles the same, how long one is, and which way it reads: computed from the text alone. */

import { createHash } from 'node:crypto';
import type { ArticleId, Direction, ParsedArticle } from '../../../shared/model.ts';
import type { Identity } from './parsed.ts';

type Text = Pick<ParsedArticle, 'title' | 'blocks'>;

const invisible =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Identity, length and direction of an article. Linear in its text. */
export function identify(article: Text & Pick<ParsedArticle, 'language'>): Identity {
  return { id: articleIdOf(article), words: countWords(article), direction: directionOf(article.language) };
}

/**
 * The id of an article: the first 24 hex digits of the SHA-256 over its normalised headline and block texts (NFC,
 * invisible characters out, white space collapsed). Line numbers, kinds and fields have no part in it.
 */
export function articleIdOf(article: Text): ArticleId {
  const hash = createHash('sha256').update(normalise(article.title));
  for (const block of article.blocks) hash.update('\n').update(normalise(block.text));
  return hash.digest('hex').slice(0, 24) as ArticleId;
}

function normalise(text: string): string {
  return text.replace(invisible, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Words of the blocks. Scripts that write no blanks are counted by their usual word length: Han 1.7, kana 2.5, Thai 4.5 letters. */
export function countWords(article: Pick<ParsedArticle, 'blocks'>): number {
  let words = 0;
  for (const block of article.blocks) words += countTextWords(block.text);
  return words;
}

type Letters = 'blank' | 'spaced' | 'han' | 'kana' | 'thai';

function countTextWords(text: string): number {
  let words = 0;
  let previous: Letters = 'blank';
  const unspaced = { han: 0, kana: 0, thai: 0 };
  for (let index = 0; index < text.length; index += 1) {
    const letters = lettersOf(text.charCodeAt(index));
    if (letters === 'spaced' && previous !== 'spaced') words += 1;
    if (letters === 'han' || letters === 'kana' || letters === 'thai') unspaced[letters] += 1;
    previous = letters;
  }
  return words + Math.ceil(unspaced.han / 1.7 + unspaced.kana / 2.5 + unspaced.thai / 4.5);
}

function lettersOf(code: number): Letters {
  if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0) return 'blank';
  if (code < 0x0e00) return 'spaced';
  if (code <= 0x0eff || (code >= 0x1000 && code <= 0x109f) || (code >= 0x1780 && code <= 0x17ff)) return 'thai';
  if (code >= 0x3040 && code <= 0x30ff) return 'kana';
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)) return 'han';
  if ((code >= 0x2000 && code <= 0x200b) || (code >= 0x3000 && code <= 0x303f) || code >= 0xff00) return 'blank';
  return 'spaced';
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'iw', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb']);

/** Which way a language is written; without a language, left to right. */
export function directionOf(language: string | null): Direction {
  return rightToLeft.has(language ?? '') ? 'rtl' : 'ltr';
}
