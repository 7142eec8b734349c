/* The language of a text. The detector's data is large and is loaded when the first text needs it. */

import type { eld as Eld } from 'eld/small';

/** Concludes the ISO 639-1 language of a text; null where it is too short or the detector is not sure. */
export type FindLanguage = (text: string) => string | null;

/** Loads the detector: about 0.3 s once. */
export async function loadLanguageFinder(): Promise<FindLanguage> {
  const { eld } = await import('eld/small');
  return (text) => findLanguage(eld, text);
}

const fewLetters = 6;
const enoughLetters = 20;
const sampleLength = 90;
const longSample = 300;
/** More does not make the detector surer, and its time grows with it. */
const detectedLength = 200;
const latin = /^[\u0000-\u024F\u1E00-\u20CF]*$/;

/** The script is asked first: Persian and Urdu are written with letters that Arabic does not have. */
function findLanguage(eld: typeof Eld, text: string): string | null {
  const start = text.slice(0, sampleLength);
  const sample = text.slice(0, longSample);
  const letters = start.replace(/\P{L}+/gu, '').length;
  const script = letters < fewLetters || latin.test(sample) ? null : findByScript(sample);
  if (script !== null || letters < enoughLetters) return script;
  if (isEnglish(sample)) return 'en';
  const found = eld.detect(sample.slice(0, detectedLength));
  return found.isReliable() ? found.language : null;
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

/** Scripts that one language alone uses, or whose letters tell. */
function findByScript(sample: string): string | null {
  if (/[\u0600-\u06FF]/.test(sample)) return findArabicScript(sample);
  if (/[\u3040-\u30FF]/.test(sample)) return 'ja';
  if (/[\uAC00-\uD7AF]/.test(sample)) return 'ko';
  if (/[\u0E00-\u0E7F]/.test(sample)) return 'th';
  if (/[\u0590-\u05FF]/.test(sample)) return 'he';
  if (/[\u0370-\u03FF]{3}/.test(sample)) return 'el';
  const han = sample.match(/[\u3400-\u9FFF]/g)?.length ?? 0;
  return han > sample.length * 0.2 ? 'zh' : null;
}

function findArabicScript(sample: string): string | null {
  const arabic = sample.match(/[\u0600-\u06FF]/g)?.length ?? 0;
  if (arabic < sample.length * 0.3) return null;
  if (/[ٹڈڑےں]/.test(sample)) return 'ur';
  const persian = sample.match(/[پچژگکی]/g)?.length ?? 0;
  return persian > arabic * 0.03 ? 'fa' : 'ar';
}
