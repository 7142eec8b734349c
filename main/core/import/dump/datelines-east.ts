/* Datelines of Chinese, Japanese and Korean newspapers, which also name the writer. */

import { isAgency } from './agencies.ts';
import { findByline } from './bylines.ts';
import type { Dateline } from './datelines.ts';

const agency =
  '新华社|新華社|中新社|中新网|中新網|法新社|路透社|美联社|美聯社|人民网|央视网|新华网|塔斯社|共同社|韩联社|本报|本報|本刊';
/** 新华社北京8月26日电（记者王小明、李丽） */
const chinese = new RegExp(
  `^[（(]?((${agency})?(\\p{Script=Han}{2,8}?)(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日(?:综合|綜合|專|专)?[电電讯訊])(?:\\s*([（(][^（）()]{4,40}[）)]))?`,
  'u',
);
/** 本报讯（记者 张伟） | 【本報訊】 */
const report = /^[（(【]?(?:本报|本報|本网|新华社|中新社)?[讯訊][】）)]?\s*([（(][^（）()]{4,40}[）)])/u;
/** （中央社記者王小明台北26日電） */
const central =
  /^[（(]中央社(?:記者(\p{Script=Han}{3}))?(\p{Script=Han}{2,6}?)\d{1,2}日[\p{Script=Han}]{0,6}[電訊][）)]/u;
/** 〔記者王小明／台北報導〕 */
const taiwanese =
  /^[〔［【[]記者(\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4}){0,3})[／/](\p{Script=Han}{2,6}?)(?:報導|專訪|綜合報導)[〕］】\]]/u;
/** 【東京＝山田太郎】 | 【ロンドン共同】 | ［ロンドン ３日 ロイター］ | (서울=연합뉴스) 홍길동 기자 = */
const bracketed = /^[[【［(（〔]([^[\]【】［］()（）〔〕]{2,30})[\]】］)）〕]\s*/u;
const koreanWriter = /^([\p{Script=Hangul}]{2,4}(?:\s?[·,]\s?[\p{Script=Hangul}]{2,4}){0,4})\s?(?:기자|특파원|통신원)/u;

/** Reads the dateline of an Eastern wire story at the start of `text`. */
export function findEasternDateline(text: string): Dateline | undefined {
  if (!/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text.slice(0, 12))) return undefined;
  return readChinese(text) ?? readTaiwanese(text) ?? readBracket(text);
}

function readChinese(text: string): Dateline | undefined {
  const match = chinese.exec(text);
  if (match !== null) {
    const name = match[2] ?? '';
    const byline = findByline(match[4] ?? '') || null;
    return { dateline: match[1] ?? null, place: match[3] ?? null, agency: isAgency(name) ? name : null, byline };
  }
  const byline = findByline(report.exec(text)?.[1] ?? '') || null;
  return byline === null ? undefined : { dateline: null, place: null, agency: null, byline };
}

function readTaiwanese(text: string): Dateline | undefined {
  const wire = central.exec(text);
  if (wire !== null)
    return { dateline: inside(wire[0]), place: wire[2] ?? null, agency: '中央社', byline: wire[1] ?? null };
  const match = taiwanese.exec(text);
  return match === null
    ? undefined
    : { dateline: inside(match[0]), place: match[2] ?? null, agency: null, byline: match[1] ?? null };
}

const inside = (bracket: string) => bracket.slice(1, -1).trim();

function readBracket(text: string): Dateline | undefined {
  const match = bracketed.exec(text);
  if (match === null) return undefined;
  const words = (match[1] ?? '').replace(/(?:\d{1,2}|[０-９]{1,2})(?:月\s?(?:\d{1,2}|[０-９]{1,2}))?日/u, ' ').trim();
  if (isAgency(words)) return { dateline: null, place: null, agency: words, byline: null };
  const [town = '', behind] = words.split(/\s*[=＝]\s*/);
  if (behind !== undefined) return readPair(town, behind, text.slice(match[0].length));
  const name = findEnd(words);
  if (name === undefined) return undefined;
  const place = words.slice(0, -name.length).trim();
  return isPlace(place) ? { dateline: place, place, agency: name, byline: null } : undefined;
}

/** "서울=연합뉴스", "北京＝共同", "ニューヨーク＝斉藤雄太": a place and who wrote from there. */
function readPair(place: string, behind: string, rest: string): Dateline | undefined {
  if (!isPlace(place)) return undefined;
  const writer = koreanWriter.exec(rest)?.[1] ?? null;
  if (isAgency(behind)) return { dateline: place, place, agency: behind, byline: writer };
  const isKorean = /\p{Script=Hangul}/u.test(behind);
  const names = isKorean ? findByline(behind) || writer : isWriter(behind) ? behind : null;
  return { dateline: place, place, agency: null, byline: names };
}

const isPlace = (text: string) => /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー·・]{2,12}$/u.test(text);
const isWriter = (text: string) =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,6}(?:\s[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,4})?$/u.test(
    text,
  );

/** The agency at the end of "ロンドン共同" or "ロンドン ロイター". */
function findEnd(words: string): string | undefined {
  for (let length = 2; length <= Math.min(8, words.length - 2); length += 1) {
    if (isAgency(words.slice(-length))) return words.slice(-length);
  }
  return undefined;
}
