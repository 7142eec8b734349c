/* The language of a text. The detector's data is large and is loaded when the first text needs it. */

import type { eld as Eld } from 'eld/small';
import { findByScript } from './scripts.ts';
import { tellSister } from './sisters.ts';

/** Concludes the ISO 639-1 language of a text; null where it is too short or the detector is not sure. */
export type FindLanguage = (text: string) => string | null;

/** Loads the detector: about 0.3 s once. */
export async function loadLanguageFinder(): Promise<FindLanguage> {
  const { eld } = await import('eld/small');
  return (text) => findLanguage(eld, text);
}

const enoughLetters = 20;
const sampleLength = 90;
const longSample = 300;
/** More does not make the detector surer, and its time grows with it. */
const detectedLength = 200;
const latin = /^[\u0000-\u024F\u1E00-\u20CF]*$/;

/** The script is asked first: what it tells is certain, and the detector is not asked about it. */
function findLanguage(eld: typeof Eld, text: string): string | null {
  const sample = text.slice(0, longSample);
  const script = latin.test(sample) ? null : findByScript(sample);
  if (script !== null) return script.language;
  if (text.slice(0, sampleLength).replace(/\P{L}+/gu, '').length < enoughLetters) return null;
  if (isEnglish(sample)) return 'en';
  const letters = findByLetters(sample);
  if (letters !== null) return letters;
  const found = eld.detect(sample.slice(0, detectedLength));
  return found.isReliable() ? tellSister(found.language, text.slice(0, longestSample)) : null;
}

const longestSample = 1200;

/** Letters that one language of newspapers has alone. A name may have one of them: two are asked for. */
const ownLetters: readonly (readonly [language: string, letters: RegExp])[] = [
  ['az', /[əƏ]/g],
  ['tr', /[ğışİŞĞ]/g],
  ['pl', /[łŁżŻźśąęćń]/g],
  ['hu', /[őűŐŰ]/g],
  ['ro', /[șțăȘȚ]/g],
  ['vi', /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]/g],
];

/** One such letter in fifteen, and of one language only. */
function findByLetters(sample: string): string | null {
  const start = sample.slice(0, sampleLength);
  const counts = ownLetters.map(([language, letters]) => ({ language, count: start.match(letters)?.length ?? 0 }));
  const found = counts.filter(({ count }) => count > 0);
  const [only] = found;
  return found.length === 1 && only !== undefined && only.count >= start.length / 30 && only.count >= 2
    ? only.language
    : null;
}

const englishWords =
  /\b(?:the|and|that|with|which|from|were|have|their|this|would|said|been|they|will|into|who|than|about|between|because|after)\b/g;

/**
 * Three different words that no other language has say it for certain, at a fiftieth of the detector's price: most dumps
 * are English.
 */
export function isEnglish(sample: string): boolean {
  return new Set(sample.match(englishWords)).size >= 3;
}
