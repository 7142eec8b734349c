/* The script of a text, and the language where the script or its letters tell it. */

type Script = {
  readonly letters: RegExp;
  /** A letter of Chinese, Japanese or Korean is worth two or three of another script. */
  readonly weight?: number;
  /** The language of a text in it; null where its letters and words leave it open. */
  readonly find: (text: string) => string | null;
};

const only = (language: string) => () => language;

/** Scripts but the Latin one. One that a single language of newspapers uses says the language by itself. */
const scripts: readonly Script[] = [
  { letters: /\p{Script=Arabic}/gu, find: findArabic },
  { letters: /\p{Script=Cyrillic}/gu, find: findCyrillic },
  { letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, weight: 2.5, find: findHan },
  { letters: /\p{Script=Hangul}/gu, weight: 2.5, find: only('ko') },
  { letters: /\p{Script=Devanagari}/gu, find: findDevanagari },
  { letters: /\p{Script=Hebrew}/gu, find: only('he') },
  { letters: /\p{Script=Greek}/gu, find: only('el') },
  { letters: /\p{Script=Thai}/gu, find: only('th') },
  { letters: /\p{Script=Bengali}/gu, find: (text) => (/[ৰৱ]/.test(text) ? 'as' : 'bn') },
  { letters: /\p{Script=Tamil}/gu, find: only('ta') },
  { letters: /\p{Script=Telugu}/gu, find: only('te') },
  { letters: /\p{Script=Gujarati}/gu, find: only('gu') },
  { letters: /\p{Script=Gurmukhi}/gu, find: only('pa') },
  { letters: /\p{Script=Kannada}/gu, find: only('kn') },
  { letters: /\p{Script=Malayalam}/gu, find: only('ml') },
  { letters: /\p{Script=Sinhala}/gu, find: only('si') },
  { letters: /\p{Script=Myanmar}/gu, find: only('my') },
  { letters: /\p{Script=Khmer}/gu, find: only('km') },
  { letters: /\p{Script=Lao}/gu, find: only('lo') },
  { letters: /\p{Script=Georgian}/gu, find: only('ka') },
  { letters: /\p{Script=Armenian}/gu, find: only('hy') },
  { letters: /\p{Script=Ethiopic}/gu, find: only('am') },
];

const latin = /\p{Script=Latin}/gu;

/**
 * The script that most letters of a text are in: `null` for Latin or none, else its language, which may be null too. A
 * name in another script ("Xi Jinping (习近平)") does not decide.
 */
export function findByScript(text: string): { readonly language: string | null } | null {
  let most = count(text, latin);
  let found: Script | undefined;
  for (const script of scripts) {
    const letters = count(text, script.letters) * (script.weight ?? 1);
    if (letters > most) [most, found] = [letters, script];
  }
  return found === undefined ? null : { language: most < fewestLetters ? null : found.find(text) };
}

const fewestLetters = 4;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const persianWords = /(?<!\p{L})(?:و|در|از|به|را|که|این|آن|با|برای|شد|است|بر|تا|هم|نیز|سه|امروز|شهر)(?!\p{L})/gu;
const arabicSigns = /[أإؤئةىٱ]|(?<!\p{L})[وفبكل]?ال\p{L}{2}|(?<!\p{L})(?:في|من|على|عن|مع|إلى)(?!\p{L})/gu;
const persianLetters = /[پچژگکی]/g;

/**
 * Persian and Urdu are written with letters that Arabic does not have; a short Persian headline may do without them and
 * is told by its small words. "گوگل" in an Arabic text is Google.
 */
function findArabic(text: string): string | null {
  if (/[ٹڈڑےں]/.test(text)) return 'ur';
  if (count(text, /[ڕەێۆڵ]/g) > 2) return 'ckb';
  if (/[ټډړښڼې]/.test(text)) return 'ps';
  const letters = count(text, /\p{Script=Arabic}/gu);
  const [persian, arabic] = [count(text, persianLetters), count(text, arabicSigns)];
  const words = count(text, persianWords);
  if (persian > letters * 0.03) {
    if (arabic > persian) return 'ar';
    return letters < enoughLetters && words === 0 ? null : 'fa';
  }
  if (arabic > 0) return 'ar';
  if (letters < enoughLetters * 2 && words > 0) return words > 1 ? 'fa' : null;
  return letters < enoughLetters ? null : 'ar';
}

const enoughLetters = 12;

/** Letters that each language has alone among its neighbours; Ukrainian cannot do without them for a line. */
function findCyrillic(text: string): string | null {
  if (/[ўЎ]/.test(text)) return 'be';
  if (/[іїєґІЇЄҐ]/.test(text)) return /[әөүұқғңһ]/.test(text) ? 'kk' : /[ыэё]/.test(text) ? null : 'uk';
  if (/[ѓќѕЃЌЅ]/.test(text)) return 'mk';
  if (/[ђћџљњјЂЋЏЉЊЈ]/.test(text)) return /[ђћЂЋ]/.test(text) ? 'sr' : null;
  if (/[ыэёЫЭЁ]/.test(text)) return /[әөүң]/.test(text) ? null : 'ru';
  const hard = count(text, /ъ/g);
  if (hard >= 2 || bulgarianWords.test(text)) return 'bg';
  return hard === 0 && (russianWords.test(text) || count(text, russianEnds) >= 2) ? 'ru' : null;
}

const bulgarianWords = /(?<!\p{L})(?:че|ще|със|във|това|беше|както|към|са|се)(?!\p{L})/u;
const russianWords = /(?<!\p{L})(?:сегодня|после|если|или|этом|как|что|из|его|ее|лет|году|при|под|без|для)(?!\p{L})/u;
const russianEnds = /(?:ть|тся|ого|его|ому|ых|их|ая|ой|ей|ий|ью)(?!\p{L})/gu;

/** Shapes of letters that only Japan prints, for headlines without kana. */
const japaneseShapes =
  /[円気売続駅発戦図県込働価沢渋拡単択労厳総経検験譲徴粛縄銭黒囲圧栄営鉱児処撃伝転仮関顔様楽薬歩毎変読録払]/;

/** Kana are Japanese, but a brand in a Chinese text. */
function findHan(text: string): string | null {
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(text, /\p{Script=Han}/gu);
  if (kana > (han + kana) * 0.08) return 'ja';
  return japaneseShapes.test(text) ? 'ja' : 'zh';
}

function findDevanagari(text: string): string | null {
  if (/(?<!\p{L})(?:आहे|आहेत|आणि|होते|यांनी|झाले|ळ)|च्या|ळ/u.test(text)) return 'mr';
  if (/(?<!\p{L})(?:छ|छन्|हुन्|गरेको|भएको|पनि)(?!\p{L}|\p{M})/u.test(text)) return 'ne';
  return 'hi';
}
