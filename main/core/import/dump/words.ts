/* The words of a file, to tell a word that was split at the end of a line from one that is written with a hyphen. */

/** True where two halves make one word of this file: "govern-" and "ment", but not "co-" and "operation" or "Nord-" and "Süd". */
export type IsWord = (left: string, right: string) => boolean;

const word = /[\p{L}\p{M}\d]+(?:[-‐][\p{L}\p{M}\d]+)*/gu;
const lastPart = /[\p{L}\p{M}\d]+(?=[-‐]$)/u;
const firstPart = /^[\p{L}\p{M}\d]+/u;

/** Halves that stand before a hyphen in many words, whether or not a file also has them alone. */
const openings = new Set(
  `all anti back best bird black blue by cease co counter cross deep double down eight ever ex eye fair far fast fifty
   first five fly forty four free front full good grand great half hand hard head heavy high home ill in inter kick
   land large last late left less life light like line long low mass mid middle mother multi near never new nine ninety
   non north off old on one open out over part post pre pro quasi re record red right run sea second self semi seven
   seventy short side single six sixty slow small so south state step still sub ten third thirty three time top trans
   twenty two ultra un under up vice war warm water web week well west white wide wind work world year young
   avant arrière après auto demi entre grand haut mi mini petit non sous sur contre beau belle chef porte quatre vingt
   trente quarante cinquante soixante dix deux trois vice lui elle celui peut est dit y a
   deutsch nord süd ost west alt neu nicht außen innen ober unter
   anglo franco sino russo afro euro latino ítalo greco italo северо юго восточно западно`
    .split(/\s+/)
    .filter((half) => half !== ''),
);

/** "Ein- und Ausgang": the hyphen stands for the rest of the word. */
const suspended = /^(?:und|oder|bzw|sowie|bis|en|of|och|eller|og|and|or|to|y|o|e|et|ou|и|или)$/iu;

/**
 * Reads the words of `texts` when first asked: few files are hyphenated. A word is joined where the file has it whole
 * and not with the hyphen; or where it goes on in small letters and its first half is no word by itself, neither in
 * this file nor among those that many compounds begin with.
 */
export function createWordFinder(texts: readonly string[]): IsWord {
  let words: ReadonlySet<string> | undefined;
  return (left, right) => {
    const [start, end] = [lastPart.exec(left.slice(-60))?.[0], firstPart.exec(right.slice(0, 60))?.[0]];
    if (start === undefined || end === undefined || !/^\p{Ll}/u.test(end)) return false;
    words ??= collectWords(texts);
    const [first, rest] = [start.toLowerCase(), end.toLowerCase()];
    if (words.has(`${first}-${rest}`)) return false;
    if (words.has(first + rest)) return true;
    return !suspended.test(end) && /\p{L}$/u.test(first) && !words.has(first) && !openings.has(first);
  };
}

/** True where the hyphen at the end of a line stands for a word's other half: a blank follows it. */
export function isSuspended(right: string): boolean {
  return suspended.test(firstPart.exec(right.slice(0, 60))?.[0] ?? '');
}

function collectWords(texts: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) {
    for (const match of text.matchAll(word)) {
      // The half of a word at the end of a line is no word.
      const isHalf = /^[-‐]$/.test(text.slice(match.index + match[0].length));
      if (!isHalf) words.add(match[0].toLowerCase());
    }
  }
  return words;
}
