/*
 * The small words of a file. The detector takes a tenth of a millisecond for a text, as long as all the rest of its
 * parsing; most dumps are in one language, and whether a text is in that one its most frequent words tell.
 */

import { isEnglish, type FindLanguage } from './language.ts';

const enoughShare = 0.3;
const fewWords = 30;
const longestSample = 600;
const latinWord = /[a-z\u00DF-\u024F\u1E00-\u1EFF]+/g;

/** Share their small words with their sisters: always asked for. */
const sisters = new Set('da no nb nn sv es pt gl ca ms id hr sr bs sl cs sk nl af'.split(' '));

/**
 * Remembers, for one file, which words came back in texts of a language; a text of which three words in ten are among
 * those of a language is in it, and one that is like those no language was found for is not asked about again. All
 * others are handed to `find`, and so is every text in a language that has a sister.
 */
export function createLanguageMemory(find: FindLanguage): FindLanguage {
  const known = new Map<string, Words>();
  const unknown = createWords();
  return (text) => {
    const words = text.slice(0, longestSample).toLowerCase().match(latinWord) ?? [];
    if (words.length < fewWords) return find(text);
    for (const [language, { often }] of known) if (isAmong(words, often)) return language;
    if (isAmong(words, unknown.often) && !isEnglish(text)) return null;
    const language = find(text);
    if (language === null) remember(unknown, words);
    else if (!sisters.has(language)) {
      const found = known.get(language) ?? createWords();
      known.set(language, found);
      remember(found, words);
    }
    return language;
  };
}

type Words = { readonly once: Set<string>; readonly often: Set<string> };

function createWords(): Words {
  return { once: new Set(), often: new Set() };
}

function remember({ once, often }: Words, words: readonly string[]): void {
  for (const word of new Set(words)) (once.has(word) ? often : once).add(word);
}

function isAmong(words: readonly string[], often: ReadonlySet<string>): boolean {
  if (often.size === 0) return false;
  let count = 0;
  for (const word of words) if (often.has(word)) count += 1;
  return count >= words.length * enoughShare;
}
