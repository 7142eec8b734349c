/* Who wrote it: a line of its own that opens with "By" in one of the languages we know. */

import { findDate } from './dates.ts';

const opening =
  /^(?:(?:written |story |text |analysis )?by|von|par|por|door|di|av|af|text von|ein bericht von|автор|авторы|текст|بقلم|كتبت?|تقرير|إعداد|作者|文|记者|記者|撰文)(?:\s*[:：/／]\s*|\s+)(.+)$/iu;
const cjkReporter = /^(?:本报|本報|新华社|中新社)?记者\s*([\p{Script=Han}\s、]{2,20}?)(?:\s*(?:报道|報道|摄))?$/u;
const longestLine = 140;
const mostWords = 8;

/**
 * Reads a byline: the names, without "By" and without the role ("By Ann Roe, Science Editor" is "Ann Roe"). A sentence
 * that begins with "By" is none: names are capitalised, hold no digits and end without a full stop.
 */
export function findByline(text: string): string | undefined {
  if (text.length > longestLine) return undefined;
  const reporter = cjkReporter.exec(text)?.[1];
  if (reporter !== undefined) return reporter.trim();
  const match = opening.exec(text);
  if (match === null) return undefined;
  const names = withoutRole(withoutDate(match[1] ?? ''));
  return looksLikeNames(names) ? names : undefined;
}

/** "By Ann Roe, 26 August 2024" and "By Ann Roe | 10:30": what follows the names. */
function withoutDate(text: string): string {
  const found = findDate(text);
  const names = found === undefined ? text : found.rest;
  return (names.split(/\s*[|•·]\s*/)[0] ?? '').replace(/[\s,;:–—-]+$/, '');
}

const role =
  /,\s*(?:(?:the\s+)?[\p{L}\d&'’.]+\s+){0,4}(?:correspondents?|editors?|reporters?|writers?|staff|analysts?|columnists?|bureau chief|agenc(?:y|ies)|contributors?|korrespondent(?:in)?|redakteur(?:in)?|redaktion|envoyée? spéciale?|correspondante?|journaliste?|corresponsal|redactora?|reuters|associated press|afp|ap|cnn|bbc(?: news)?)(?:\s.*)?$/iu;

function withoutRole(names: string): string {
  const bare = names
    .replace(role, '')
    .replace(/\s*\((?:[^()]{1,40})\)$/, '')
    .trim();
  return bare === '' ? names.trim() : bare;
}

const smallWords =
  /^(?:and|und|et|y|e|en|i|и|with|mit|avec|in|de|der|den|del|della|di|da|du|la|le|van|von|vom|zu|zur|bin|bint|ibn|al|el|ben|the|of|af|av|و)$/u;
const noName =
  /^(?:the|this|that|a|an|all|its|his|her|their|then|now|far|contrast|comparison|law|default|itself|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|der|die|das|le|les|la|el|los|las|ese|eso|favor|supuesto|exemple|exemplo|ejemplo)$/iu;

function looksLikeNames(names: string): boolean {
  const words = names.split(/[\s,،、]+/).filter((word) => word !== '');
  const first = words[0] ?? '';
  if (words.length === 0 || words.length > mostWords || noName.test(first) || /\d/.test(names)) return false;
  if (/[.!?…:;。؟]$/.test(names) && !/(?:\p{Lu}|Jr|Sr)\.$/u.test(names)) return false;
  return (
    words.every(
      (word) => smallWords.test(word) || /^["“«'(]?(?:[\p{Lu}\p{Lo}]|d['’]\p{Lu}|al-\p{Lu}|el-\p{Lu})/u.test(word),
    ) && !smallWords.test(first.toLowerCase() === first ? first : '')
  );
}
