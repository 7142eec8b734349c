/* The words of a file, to tell a word that was split at the end of a line from one that is written with a hyphen. */

/** True where two halves make one word of this file: "govern" and "ment", but "co" and "operation" only if it says so. */
export type IsWord = (left: string, right: string) => boolean;

const word = /[\p{L}\d]+(?:[-‐][\p{L}\d]+)*/gu;
const lastPart = /[\p{L}\d]+(?=[-‐]$)/u;
const firstPart = /^[\p{L}\d]+/u;

/** Reads the words of `texts` when first asked: few files are hyphenated. */
export function createWordFinder(texts: readonly string[]): IsWord {
  let words: ReadonlySet<string> | undefined;
  return (left, right) => {
    const [start, end] = [lastPart.exec(left.slice(-60))?.[0], firstPart.exec(right.slice(0, 60))?.[0]];
    if (start === undefined || end === undefined || !/^\p{Ll}/u.test(end)) return false;
    words ??= collectWords(texts);
    return words.has((start + end).toLowerCase()) && !words.has(`${start}-${end}`.toLowerCase());
  };
}

function collectWords(texts: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) for (const [found] of text.matchAll(word)) words.add(found.toLowerCase());
  return words;
}
