/*
 * A seeded corpus: the same seed gives the same articles and dumps, byte for byte, of any number. Words follow a Zipf
 * law over made-up forms, lengths a log-normal like that of news, heads the shape of scraped dumps.
 */

/** Uniform numbers in [0, 1) from a 32-bit seed (mulberry32, public domain, Tommy Ettinger). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export type MadeArticle = { readonly title: string; readonly caption: string; readonly paragraphs: readonly string[] };

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu ran tel min dor kas'.split(' ');
const forms = 20_000;

/** `count` articles of 260 to 730 words each. */
export function* makeArticles(count: number, seed = 1): Generator<MadeArticle> {
  const random = createRandom(seed);
  const vocabulary = makeVocabulary(random);
  for (let index = 0; index < count; index += 1) yield makeArticle(random, vocabulary, index);
}

/** `count` articles in dumps of `perDump`, each a text as a scraper leaves it: title, caption twice, residue, title again, body. */
export function* makeDumps(count: number, perDump: number, seed = 1): Generator<string> {
  let texts: string[] = [];
  for (const article of makeArticles(count, seed)) {
    texts.push(toText(article));
    if (texts.length === perDump) {
      yield `${texts.join('\n\n\n\n')}\n`;
      texts = [];
    }
  }
  if (texts.length > 0) yield `${texts.join('\n\n\n\n')}\n`;
}

function toText({ title, caption, paragraphs }: MadeArticle): string {
  return [title, `${caption}\n${caption}\nTT`, title, ...paragraphs].join('\n\n');
}

function makeVocabulary(random: () => number): readonly string[] {
  return Array.from({ length: forms }, () => {
    const parts = 1 + Math.floor(random() * 3);
    return Array.from({ length: parts }, () => pick(random, syllables)).join('');
  });
}

function makeArticle(random: () => number, vocabulary: readonly string[], index: number): MadeArticle {
  const word = () => vocabulary[zipf(random)] ?? 'ba';
  const phrase = (length: number) => Array.from({ length }, word).join(' ');
  const words = Math.round(Math.min(730, Math.max(260, 428 * Math.exp(0.3 * gauss(random)))));
  const paragraphs: string[] = [];
  for (let left = words; left > 0; left -= 42) paragraphs.push(sentences(phrase, Math.max(24, Math.min(42, left))));
  return {
    title: `${capital(phrase(7))} ${index + 1}`,
    caption: `${capital(phrase(8))} (${pick(random, ['AP', 'AFP', 'Reuters', 'archive - AFP'])})`,
    paragraphs,
  };
}

function sentences(phrase: (length: number) => string, words: number): string {
  const first = Math.floor(words / 2);
  return `${capital(phrase(first))}. ${capital(phrase(words - first))}.`;
}

/** Rank by a Zipf law with exponent near 1, by inversion of its continuous form. */
function zipf(random: () => number): number {
  return Math.min(forms - 1, Math.floor(Math.exp(random() * Math.log(forms))) - 1);
}

function gauss(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function pick<Value>(random: () => number, values: readonly [Value, ...Value[]] | readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
