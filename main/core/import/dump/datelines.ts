/* Datelines: the place, and often the agency, that open the first paragraph of a wire story. The text keeps them. */

import { isAgency, isOutlet } from './agencies.ts';
import { isCountry } from './countries.ts';

export type Dateline = {
  /** The text before the dash or bracket; null where only an agency stands there. */
  readonly dateline: string | null;
  readonly place: string | null;
  readonly agency: string | null;
};

const head = 120;
const dash = '(?:\\s*(?:—|–|--+|:)\\s*|\\s+[-−ـ]\\s*)';
const capital = "[\\p{Lu}\\p{Lo}][\\p{L}.'’-]*";
const placeWord = `(?:${capital}|de|del|la|el|al|am|an|der|do|da|of|sur|upon|le|les|y|и|на)`;
const place = `${capital}(?:(?:,?،?\\s+|/)${placeWord}){0,4}`;
const month = '[\\p{L}]{3,12}\\.?\\s+\\d{1,2}|\\d{1,2}\\.?\\s+[\\p{L}]{3,12}';

/** KHARTOUM, Aug 26 (Reuters) - | GROSSETO, Italy (AP) -- | دمشق، سوريا (CNN) -- */
const withAgency = new RegExp(
  `^((${place})(?:[,،]?\\s+(?:${month}))?)\\s*[(（/]([^()（）/]{2,40})[)）/]${dash}(?=\\S)`,
  'u',
);
const agencyOnly = new RegExp(`^[(（]([^()（）]{2,40})[)）]${dash}(?=\\S)`, 'u');
/** WASHINGTON — | Bern. – | GAZA CITY, Gaza Strip -- */
const placeOnly = new RegExp(
  `^((${place})(?:[,،]?\\s+(?:${month}))?)\\.?\\s*(?:—|–|--+)\\s*(?=["“«‘'(]?[\\p{Lu}\\p{Lo}\\d])`,
  'u',
);
const shouted =
  /^((\p{Lu}[\p{Lu}.'’-]{2,}(?:(?:,\s|\s)\p{Lu}[\p{Lu}.'’-]+){0,3}(?:,\s\p{Lu}\p{L}+){0,2})(?:,?\s(?:[\p{L}]{3,9}\.?\s\d{1,2}|\d{1,2}\s[\p{L}]{3,9}))?)(?::\s|\s-\s)(?=\S)/u;
/** القاهرة - رويترز: | بيروت: «الشرق الأوسط» */
const arabic =
  /^(([\p{Script=Arabic}]+(?:\s[\p{Script=Arabic}]+){0,2}))\s*(?:[-–—:ـ])\s*[«"(]?([\p{Script=Arabic}. ]{2,30}?)[»")]?\s*(?:[-–—:ـ])\s/u;
/** 新华社北京8月26日电 */
const chinese =
  /^((新华社|中新社|法新社|路透社|中新网|人民网|央视网)?([\p{Script=Han}]{2,8}?)(?:\d{4}年)?\d{1,2}月\d{1,2}日)[电電讯訊]/u;

/** Reads the dateline at the start of a paragraph; undefined where there is none. */
export function findDateline(paragraph: string): Dateline | undefined {
  const text = paragraph.slice(0, head);
  // Most paragraphs have none of these and are done here.
  if (!/[—–:)）]|--|\s[-−ـ/]\s|[电電讯訊]/.test(text)) return undefined;
  return readAgency(text) ?? readArabic(text) ?? readChinese(text) ?? readPlace(text);
}

function readAgency(text: string): Dateline | undefined {
  const alone = agencyOnly.exec(text);
  if (alone !== null) return isName(alone[1]) ? { dateline: null, place: null, agency: trimmed(alone[1]) } : undefined;
  const match = withAgency.exec(text);
  if (match === null || !(isName(match[3]) || isUnknownAgency(match))) return undefined;
  return { dateline: trimmed(match[1]), place: trimmed(match[2]), agency: trimmed(match[3]) };
}

/** "PORT ANSEL (Meridian) - ...": between a place in capitals and a dash stands an agency, though we never heard of it, or a country. */
function isUnknownAgency([, , where = '', inside = '']: RegExpExecArray): boolean {
  const [town = ''] = where.split(/[,،]/);
  if (town !== town.toUpperCase() || isCountry(inside)) return false;
  return /^\p{Lu}[\p{L}'’&-]*(?: (?:\p{Lu}[\p{L}'’&-]*|of|de)){0,3}$/u.test(inside);
}

function isName(agency: string | undefined): boolean {
  const name = (agency ?? '').trim();
  return isAgency(name) || isOutlet(name);
}

function readPlace(text: string): Dateline | undefined {
  const match = placeOnly.exec(text) ?? shouted.exec(text);
  if (match === null || notPlaces.test(match[2] ?? '') || !/^\p{Lu}/u.test(text)) return undefined;
  return { dateline: trimmed(match[1]), place: trimmed(match[2]), agency: null };
}

/** Words in capitals before a dash or colon that are no places. */
const notPlaces =
  /^(?:UPDATE|BREAKING|EXCLUSIVE|ANALYSIS|OPINION|WATCH|LIVE|VIDEO|PHOTOS?|CORRECTION|NOTE|EDITOR'S NOTE|FACTBOX|EXPLAINER|Q|A|NEW|READ|MORE|TIMELINE|PROFILE|REVIEW|COMMENT|CAPTION|CREDIT|WARNING)(?:\s\d+)?$/iu;

function readArabic(text: string): Dateline | undefined {
  const match = arabic.exec(text);
  if (match === null || !isName(match[3])) return undefined;
  return { dateline: trimmed(match[1]), place: trimmed(match[2]), agency: trimmed(match[3]) };
}

function readChinese(text: string): Dateline | undefined {
  const match = chinese.exec(text);
  if (match === null) return undefined;
  return { dateline: trimmed(`${match[1] ?? ''}电`), place: trimmed(match[3]), agency: match[2] ?? null };
}

function trimmed(text: string | undefined): string {
  return (text ?? '').replace(/[\s,،.]+$/, '').trim();
}
