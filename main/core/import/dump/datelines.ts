/* Datelines: the place, and often the agency, that open the first paragraph of a wire story. The text keeps them. */

import { hasAgency, isAgency, isOutlet } from './agencies.ts';
import { findMonth } from './calendar.ts';
import { isCity } from './city-lines.ts';
import { isCountry } from './countries.ts';
import { findEasternDateline } from './datelines-east.ts';

export type Dateline = {
  /** The text before the dash or bracket; null where only an agency stands there. */
  readonly dateline: string | null;
  readonly place: string | null;
  readonly agency: string | null;
  /** The writer, where the bracket names one: "（记者王小明）". */
  readonly byline: string | null;
};

const head = 120;
const afterBracket = '\\s*(?:\\.?\\s*(?:—|–|--+|:|[-−ـ])|\\||।|\\.)\\s*';
const capital = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’-]*";
const placeWord = `(?:${capital}|de|del|la|el|al|am|an|der|do|da|of|sur|upon|le|les|y|и|на|в|w|nad)`;
const place = `${capital}(?:(?:,?،?\\s+|/)${placeWord}){0,4}`;
const date =
  '(?:le\\s|den\\s|el\\s)?(?:[\\p{L}\\p{M}]{3,12}\\.?\\s+\\d{1,2}|\\d{1,2}\\.?º?\\s+(?:de\\s)?[\\p{L}\\p{M}]{3,12}\\.?)(?:,?\\s+(?:de\\s)?\\d{4})?';
const opening = `((${place})(?:[,،.]?\\s+(?:${date}))?)`;

/** KHARTOUM, Aug 26 (Reuters) - | GROSSETO, Italy (AP) -- | دمشق، سوريا (CNN) -- | NEW YORK, May 3, 2024 /PRNewswire/ -- */
const withAgency = new RegExp(
  `^${opening}\\.?\\s*[(（/[]([^()（）/]{2,40}(?:/[^()（）/\\s]{2,20})?)[)）/\\]]${afterBracket}(?=\\S)`,
  'u',
);
/** Stockholm (TT) Regeringen vill */
const bracketOnly = new RegExp(`^${opening}\\s*\\(([^()]{2,20})\\)\\s+(?=["“«„]?\\p{Lu})`, 'u');
const agencyOnly = new RegExp(`^[(（]([^()（）]{2,40})[)）]${afterBracket}(?=\\S)`, 'u');
/** WASHINGTON — | Bern. – | GAZA CITY, Gaza Strip -- | BUENOS AIRES.- */
const placeOnly = new RegExp(`^${opening}\\.?\\s*(?:—|–|--+|\\.-)\\s*(?=["“«‘'(„¿¡]?[\\p{Lu}\\p{Lo}\\d])`, 'u');
const shouted =
  /^((\p{Lu}[\p{Lu}.'’-]{2,}(?:(?:,\s|\s|\/)\p{Lu}[\p{Lu}.'’-]+){0,3}(?:,\s\p{Lu}\p{L}+\.?){0,2})(?:[,.]?\s(?:le\s|den\s)?(?:[\p{L}]{3,9}\.?\s\d{1,2}|\d{1,2}\.?\s[\p{L}]{3,9}\.?)(?:,?\s\d{4})?)?)(?::\s|\s?-\s)(?=\S)/u;
/** МОСКВА, 3 мая - РИА Новости. | القاهرة - رويترز: | بيروت: «الشرق الأوسط» - */
const agencyAfter = new RegExp(
  `^${opening}\\s*[-–—:ـ]\\s*[«"(]?([\\p{L}\\p{M}][\\p{L}\\p{M}. ]{1,29}?)[»")]?\\s*(?:[-–—:ـ]\\s|\\.\\s|/\\s)(?=\\S)`,
  'u',
);
/** Москва. 3 мая. INTERFAX.RU - | JAKARTA, KOMPAS.com - | TEMPO.CO, Jakarta - */
const outletAfter = new RegExp(
  `^((${place})(?:[,.]\\s+(?:${date}))?)[.,]\\s+([\\p{L}\\d]+(?:\\.[\\p{L}]{2,4}){1,2}|CNN Indonesia|KOMPAS|УНН|УНІАН)\\s*[-–—]+\\s`,
  'iu',
);
const outletBefore = new RegExp(`^[\\p{L}\\d]+(?:\\.[\\p{L}]{2,4}){1,2},\\s(${place})\\s*[-–—]+\\s`, 'iu');

/** Reads the dateline at the start of a paragraph; undefined where there is none. */
export function findDateline(paragraph: string): Dateline | undefined {
  const text = paragraph.slice(0, head);
  // Most paragraphs have none of these and are done here.
  if (!/[—–:)）\]】］〕=]|--|[\s.][-−ـ/]\s|[电電讯訊]|\.-|\/[.\s]/.test(text)) return undefined;
  return findEasternDateline(text) ?? readAgency(text) ?? readAfter(text) ?? readPlace(text) ?? readCity(text);
}

function readAgency(text: string): Dateline | undefined {
  const alone = agencyOnly.exec(text);
  if (alone !== null) return isName(alone[1]) ? readBehind(text.slice(alone[0].length), alone[1]) : undefined;
  const match = withAgency.exec(text);
  if (match !== null && (isName(match[3]) || isUnknownAgency(match))) return toDateline(match, match[3]);
  const bare = bracketOnly.exec(text);
  return bare !== null && isAgency(bare[3] ?? '') ? toDateline(bare, bare[3]) : undefined;
}

/** "(ANSA) - ROMA, 3 MAG - ..." */
function readBehind(rest: string, agency = ''): Dateline {
  const behind = shouted.exec(rest) ?? placeOnly.exec(rest);
  const alone = { dateline: null, place: null, agency: trimmed(agency), byline: null };
  return behind === null || !isDated(behind) ? alone : toDateline(behind, agency);
}

function readAfter(text: string): Dateline | undefined {
  const match = agencyAfter.exec(text);
  if (match !== null && isDated(match)) {
    if (isName(match[3])) return toDateline(match, match[3]);
    if (/[«"]/.test(match[0]) && isCity(trimmed(match[2]))) return toDateline(match, undefined);
  }
  const site = outletAfter.exec(text) ?? undefined;
  if (site !== undefined)
    return toDateline(
      [site[0], site[0].replace(/\s*[-–—]+\s*$/, ''), site[2] ?? ''],
      isAgency(site[3] ?? '') ? site[3] : undefined,
    );
  const before = outletBefore.exec(text);
  return before === null
    ? undefined
    : toDateline([before[0], before[0].replace(/\s*[-–—]+\s*$/, ''), before[1] ?? ''], undefined);
}

function toDateline([, dateline, town]: readonly string[], agency: string | undefined): Dateline {
  return {
    dateline: trimmed(dateline),
    place: trimmed(town),
    agency: agency === undefined ? null : trimmed(agency),
    byline: null,
  };
}

/** "PORT ANSEL (Meridian) - ...": between a place in capitals and a dash stands an agency, though we never heard of it, or a country. */
function isUnknownAgency([, , where = '', inside = '']: RegExpExecArray): boolean {
  const [town = ''] = where.split(/[,،]/);
  if (town !== town.toUpperCase() || town === town.toLowerCase() || isCountry(inside)) return false;
  return /^\p{Lu}[\p{L}'’&-]*(?: (?:\p{Lu}[\p{L}'’&-]*|of|de)){0,3}$/u.test(inside);
}

function isName(agency: string | undefined): boolean {
  const name = (agency ?? '').trim();
  return hasAgency(name) || isOutlet(name);
}

function readPlace(text: string): Dateline | undefined {
  const match = placeOnly.exec(text) ?? shouted.exec(text);
  if (match === null || notPlaces.test(match[2] ?? '') || !/^\p{Lu}/u.test(text) || !isDated(match)) return undefined;
  return toDateline(match, undefined);
}

/** "مسقط: ...", "नई दिल्ली: ...": without capitals only a town that we know is told from any other word before a colon. */
function readCity(text: string): Dateline | undefined {
  const match = /^([^:：–—-]{3,24})\s?(?:[:：]|\s[–—-])\s/.exec(text);
  const town = match?.[1]?.trim() ?? '';
  return match !== null && /^[^\p{Lu}\p{Ll}]+$/u.test(town) && isCity(town)
    ? toDateline([match[0], town, town], undefined)
    : undefined;
}

/** What stands between the place and the dash is a month and a day, not "Division 2". */
function isDated([, dateline = '', town = '']: readonly string[]): boolean {
  const words = dateline.slice(town.length).match(/[\p{L}\p{M}]{3,}/gu) ?? [];
  return words.every((word) => findMonth(word) !== undefined || /^(?:den)$/.test(word));
}

/** Words in capitals before a dash or colon that are no places. */
const notPlaces =
  /^(?:UPDATE|BREAKING|EXCLUSIVE|ANALYSIS|OPINION|WATCH|LIVE|VIDEO|PHOTOS?|CORRECTION|NOTE|EDITOR'S NOTE|FACTBOX|EXPLAINER|Q|A|NEW|READ|MORE|TIMELINE|PROFILE|REVIEW|COMMENT|CAPTION|CREDIT|WARNING|AKTUALISIERT|EXKLUSIV|EIL|ACHTUNG|EXCLUSIF|URGENT|ALERTE|VIDÉO|EXCLUSIVA|ÚLTIMA HORA|VÍDEO|FOTOS?|ESCLUSIVA|AGGIORNAMENTO|URGENTE|SON DAKİKA|ÖZEL|СРОЧНО|ЭКСКЛЮЗИВ|ВИДЕО|ФОТО|МОЛНИЯ|ТЕРМІНОВО|INTERVIEW|PREVIEW|REPORT|ADVISORY|OBITUARY|PODCAST|SPOILER|TRIGGER WARNING|DISCLAIMER|SPORT|POLITICS|BUSINESS|ANALYSE|KOMMENTAR|REPORTAGE|ENTRETIEN|TRIBUNE|ENTREVISTA|INTERVISTA|ANALISI|ANÁLISIS|ANÁLISE|OPINIÓN|OPINIÃO|ANALIZ|YORUM|OPINI|ANALISIS|RÖPORTAJ|WYWIAD|KOMENTARZ|ANALIZA|АНАЛИЗ|ИНТЕРВЬЮ|ОБЗОР|МНЕНИЕ|СПРАВКА|ІНТЕРВ'Ю|АНАЛІЗ)(?:\s\d+)?$/iu;

/** Without the stop that closes it; an abbreviation keeps its own: "ASHGROVE, Minn.", "WASHINGTON, D.C.". */
function trimmed(text: string | undefined): string {
  const plain = (text ?? '').replace(/[\s,،]+$/, '').trim();
  return /,\s\p{L}{1,5}\.$|\p{L}\.\p{L}\.$/u.test(plain) ? plain : plain.replace(/[\s,،.]+$/, '').trim();
}
