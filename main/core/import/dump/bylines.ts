/* Who wrote it: a line of its own that opens with "By" in one of the languages we know, or holds a name and a role. */

import { isAgency, isOutlet } from './agencies.ts';
import { labelledOpenings, namelessBylines, noNames, openings, roleWords, smallWords } from './byline-words.ts';
import { findDate } from './dates.ts';
import { keyOf } from './lines.ts';

const all = (table: Readonly<Record<string, string>>) =>
  Object.values(table)
    .join('|')
    .replace(/\s*\n\s*/g, '');

const sign = '\\s*[:：/／・=＝]\\s*|\\s*[-–—ـ]\\s+';
const opening = new RegExp(
  `^(?:(?:${all(openings)})(?:${sign}|\\s+)|(?:${all(labelledOpenings)})(?:${sign}))(.+)$`,
  'iu',
);
/** "本报记者 王小明", "记者王蕾 报道", "記者蔡宜君／東嶼專訪", "（记者 张三）": the names and nothing of the rest. */
const chinese =
  /^[(（[【〔]?(?:(?:本报|本報|本刊|本网|本網|新华社|新華社|中新社|[\p{Script=Han}]{2,4}[日晚]报)?(?:特约|特約|实习|實習|见习|驻[\p{Script=Han}]{2,4}|首席)?[记記]者|通[讯訊][员員])[\s：:]*((?![在从了获注看发近昨今日的])\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,6})?(?:[、，\s]+\p{Script=Han}{2,4}){0,5}?)(?:\s*[／/][\p{Script=Han}\s]{2,14}|\s*(?:摄影?报道|攝|摄|综合?报道|綜合報導|報導|报道|報道|專訪|专访))?[)）\]】〕]?$/u;
const korean =
  /^[[(【]?(?:[\p{L}·=]{2,10}[=·]\s?)?([\p{Script=Hangul}]{2,4}(?:\s?[·,]\s?[\p{Script=Hangul}]{2,4}){0,3})\s?(?:선임|전문|인턴|수습|객원)?(?:기자|특파원|논설위원|선임기자|통신원)[\])】]?(?:\s?[(（]?[\w.+-]+@[\w.-]+[)）]?)?$/u;
const japanese =
  /^[（(【]?([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,6}[\s　]?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,6})(?:記者|特派員)[）)】]?$/u;
const longestLine = 140;
const mostWords = 8;
const caseless = /^[^\p{Lu}\p{Ll}]+$/u;

const labelled = new RegExp(`^\\S+(?:${sign})`, 'u');
const compound = /(?:^|\s)(?:عبد|عز|أبو|ابو|بن|ابن|آل|أم|نور|سيف)\s/;

function isLong(names: string, isLabelled: boolean): boolean {
  const most = (isLabelled ? 3 : 2) + (compound.test(names) ? 1 : 0);
  return names.split(/\s+و|[،,]\s*/u).some((name) => name.split(/\s+/).length > most);
}

/** Openings that can stand before nothing but a name. */
const surely = /^(?:بقلم|به قلم|نویسنده|الكاتب|מאת|लेखक|लेखिका|作者)/u;

const nameless = new Set(Object.values(namelessBylines).flatMap((phrases) => phrases.split('|').map(keyOf)));

/**
 * Reads a byline: the names, without "By" and without the role ("By Ann Roe, Science Editor" is "Ann Roe"). A sentence
 * that begins with "By" is none: names are capitalised, hold no digits and end without a full stop. Empty where the
 * line names nobody: "By our staff".
 */
export function findByline(text: string): string | undefined {
  if (text.length > longestLine) return undefined;
  if (text.length <= 40 && nameless.has(keyOf(text))) return '';
  const eastern = caseless.test(text.slice(0, 6)) ? findEastern(text) : undefined;
  if (eastern !== undefined) return eastern;
  const rest = opening.exec(text)?.[1];
  if (rest === undefined) return undefined;
  const names = withoutRole(withoutDate(rest));
  if (!looksLikeNames(names)) return undefined;
  // Without capitals more words are a sentence or a headline: "كتب محمد أنه سيعود", "تقرير: ارتفاع الأسعار في مصر".
  return caseless.test(names) && !surely.test(text) && isLong(names, labelled.test(text)) ? undefined : names;
}

function findEastern(text: string): string | undefined {
  const names = (chinese.exec(text)?.[1] ?? korean.exec(text)?.[1] ?? japanese.exec(text)?.[1])?.trim();
  return names === undefined || names === '' ? undefined : names;
}

/** The names in the value of a label "Author:"; what is no name there is kept as it stands. */
export function toNames(value: string): string {
  const names = withoutRole(withoutDate(value));
  return findByline(value) || (looksLikeNames(names) ? names : '') || value;
}

const cities =
  /^(?:san|santa|new|los|las|fort|saint|st\.?|port|cape|mount|lake|tel|abu|rio|buenos|kuala|hong|sri|north|south|east|west|great|bad|nizhny|saudi)\s/i;

/**
 * A line right below a headline that is a name and says so: with a role ("Callum Strand, Arts Correspondent"), a bar
 * or a place ("Ed Colley at Millfield"), or a dash before it. With `dated`, the line stands right above a date and two
 * to four capitalised words are enough.
 */
export function findBareByline(text: string, dated: boolean): string | undefined {
  if (text.length > 80 || /\d|[.!?:;]$/.test(text)) return undefined;
  const dashed = /^[-–—]\s+(?=\S)/.exec(text)?.[0].length ?? 0;
  const line = text.slice(dashed);
  const names = withoutRole(line);
  const words = names.split(' ').filter((word) => !smallWords.has(word.toLowerCase()));
  if (words.length < 2 || words.length > 6 || !looksLikeNames(names) || isOutlet(names) || cities.test(names))
    return undefined;
  if (names !== line) return names;
  if (caseless.test(names)) return dashed > 0 && words.length <= 4 && honorific.test(names) ? names : undefined;
  return (dated || dashed > 0) && words.length <= 4 && !/[“”"«»,]/.test(names) ? names : undefined;
}

const honorific = /^(?:डॉ\.?|प्रो\.?|श्री|श्रीमती|د\.|ד"ר|פרופ'|דר')\s/u;

/** "By Ann Roe, 26 August 2024" and "By Ann Roe | 10:30": what follows the names. */
function withoutDate(text: string): string {
  const found = findDate(text);
  const names = found === undefined ? text : found.rest;
  return (names.split(/\s*[|•]\s*/)[0] ?? '').replace(/[\s,;:–—-]+$/, '');
}

const role = new RegExp(`(?:^|[^\\p{L}])(?:${all(roleWords)})(?:$|[^\\p{L}])`, 'iu');
const contact = /\s*[(<（]?[\w.+-]+@[\w.-]+\w[)>）]?|\s+@\w+/g;
const inside = /\s*[(（][^()（）]{1,40}[)）]/g;
const between = /\s*[,،|•／]\s*|\s*\/\s*|\s+[-–—]\s+/g;
/** "Peter Walker in London", "Ann Roe à Paris": where the writer was. */
const from = /^(\p{Lu}\S*(?: \S+){1,7}?)\s(?:in|at|from|à|en|aus|w|из|в|у|i|à l'|dari|di)\s\p{Lu}[\p{L}.'’ -]{2,30}$/u;

/** The names of a line, without role, paper, agency, place and address. */
function withoutRole(names: string): string {
  const plain = names.replace(contact, '').replace(inside, '').trim();
  let end = plain.length;
  let at = 0;
  for (const match of plain.matchAll(between)) {
    if (at > 0 && !isName(plain.slice(at, match.index))) break;
    if (at === 0 && match.index === 0) break;
    end = match.index;
    at = match.index + match[0].length;
  }
  if (at === 0 || isName(plain.slice(at))) end = plain.length;
  const bare = plain.slice(0, end).trim();
  return from.exec(bare)?.[1] ?? (bare === '' ? names.trim() : bare);
}

/** A part behind a comma: another name, or "Jr."; a role, a paper or a single word (a town) is none. */
function isName(part: string): boolean {
  if (/^(?:Jr|Sr|II|III|MD|PhD)\.?$/.test(part)) return true;
  if (role.test(part) || isAgency(part) || isOutlet(part)) return false;
  return caseless.test(part) || part.includes(' ') || /^(?:and|und|et)\b/.test(part);
}

function looksLikeNames(names: string): boolean {
  const words = names.split(/[\s,،、/]+/).filter((word) => word !== '');
  const first = words[0] ?? '';
  if (words.length === 0 || words.length > mostWords || noNames.has(first.toLowerCase()) || /\d/.test(names))
    return false;
  if (/[.!?…:;。؟।]$/.test(names) && !/(?:\p{Lu}|Jr|Sr)\.$/u.test(names)) return false;
  return (
    words.every(
      (word) => smallWords.has(word) || /^["“«'(]?(?:[\p{Lu}\p{Lo}]|[dlo]['’]\p{Lu}|al-\p{Lu}|el-\p{Lu})/u.test(word),
    ) && !smallWords.has(first)
  );
}
