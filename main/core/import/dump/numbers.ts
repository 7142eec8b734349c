/* Numbers and decorations that dumps put before or between articles. */

import { anyDigit, numberPattern as num, toNumber } from './digits.ts';

export type Counter = {
  readonly number: number;
  readonly of: number | null;
  /** False for "Article 5" or "3/7", which a law or a slideshow prints too: they count only where a file bears it out. */
  readonly sure: boolean;
};
export type Numbered = { readonly number: number; readonly of: number | null; readonly rest: string };

/** What a database counts, by language. Pages, parts and pictures are not articles. */
const nouns: Record<string, readonly string[]> = {
  en: [
    'documents?',
    'docs?',
    'articles?',
    'stor(?:y|ies)',
    'texts?',
    'records?',
    'news',
    'results?',
    'entry',
    'items?',
  ],
  de: ['dokumente?n?', 'artikeln?', 'meldung(?:en)?', 'texten?', 'treffern?', 'beitr[aä]ge?', 'beitrag'],
  fr: ['d[ée]p[êe]ches?', 'r[ée]sultats?', 'textes?'],
  es: ['documentos?', 'art[íi]culos?', 'noticias?', 'textos?', 'registros?'],
  pt: ['artigos?', 'not[íi]cias?', 'mat[ée]rias?'],
  it: ['document[oi]', 'articol[oi]', 'notizi[ae]', 'test[oi]'],
  nl: ['documenten', 'artikelen', 'bericht(?:en)?', 'teksten'],
  sv: ['dokument', 'artikel(?:n)?', 'artiklar', 'nyhet(?:er)?'],
  pl: ['dokument(?:u|[óo]w)?', 'artyku[łl](?:u|[óo]w)?', 'tekst(?:u|[óo]w)?', 'depesza'],
  tr: ['belge', 'haber', 'makale', 'metin', 'doküman'],
  id: ['dokumen', 'artikel', 'berita', 'naskah'],
  ru: ['документ(?:а|ов)?', 'стат(?:ья|ьи|ей)', 'новост(?:ь|и|ей)', 'текст', 'материал', 'сообщение'],
  uk: ['стат(?:тя|ті|тей)', 'новин[аи]?', 'матеріал', 'повідомлення'],
  ar: ['(?:ال)?وثيقة', '(?:ال)?مستند', '(?:ال)?مقال(?:ة)?', '(?:ال)?خبر', '(?:ال)?نص', '(?:ال)?مادة'],
  fa: ['سند', 'مقاله', 'خبر', 'گزارش', 'مطلب'],
  he: ['מסמך', 'כתבה', 'מאמר', 'ידיעה'],
  hi: ['दस्तावेज़', 'दस्तावेज', 'लेख', 'समाचार', 'ख़बर', 'खबर'],
  zh: ['文章', '文档', '文件', '新闻', '稿件', '报道', '文檔', '新聞', '報導'],
  ja: ['文書', '記事', 'ニュース'],
  ko: ['문서', '기사', '뉴스'],
};

/** "3 of 12", by language. A stroke does in all of them. */
const ofs =
  'of|out of|von|aus|de|sur|di|su|da|van|av|af|z|ze|из|з|із|من|من أصل|از|מתוך|dari|\\/|／|\\||von insgesamt|de un total de';
const numberMark =
  '(?:no\\.?|nr\\.?|num\\.?|n[°º.]|n\\.º|#|№|number|nummer|número|numéro|numero|رقم|شماره|מספר|номер|संख्या|no|nomor)';

const noun = `(?:${Object.values(nouns).flat().join('|')})`;
const of = `\\s*(?:${ofs})\\s*`;
const counted = '[篇条條則则件]';

/** A noun and its number: "Document no. 3 of 12", "وثيقة ٣ من ١٢", "문서 3 / 12". */
const nounFirst = new RegExp(`^${noun}\\s*${numberMark}?\\s*[:：]?\\s*(${num})(?:${of}(${num}))?$`, 'iu');
/** "3 of 10 DOCUMENTS", "3/12件". */
const nounLast = new RegExp(`^(?:FOCUS - )?(${num})${of}(${num})\\s*(${noun}|${counted}|건)?$`, 'iu');
/** 第3篇/共12篇, 第三条（共十条）, 第 3 条 共 12 条. */
const chinese = new RegExp(
  `^第\\s*(${num})\\s*${counted}(?:[\\s,，/／、|(（]*[共全]\\s*(${num})\\s*${counted}?\\s*[)）]?)?$`,
  'u',
);
/** 12件中3件目, 12건 중 3번째, 12 में से 3, 12 belgeden 3.: the total comes first. */
const totalFirst = new RegExp(
  `^(${num})\\s*(?:(?:件|本|篇)中(?:の)?|(?:건|개)\\s*중|में से|(?:belge|haber|makale)(?:den|nin)?)\\s*第?\\s*(${num})\\s*(?:[件本篇]目?|번째|번|वा[ँं]|\\.)?(?:\\s*${noun})?$`,
  'iu',
);
/** 2件目／全4件. */
const japanese = new RegExp(`^(${num})\\s*[件本篇]目\\s*[/／・(（]\\s*全\\s*(${num})\\s*[件本篇]?[)）]?$`, 'u');
const numberOnly = new RegExp(`^#?(${num})$`, 'u');

const decoration = '=\\-*#_~<>\\[\\](){}【】〔〕［］（）|•·—–―═─:.◇◆□■○●';
const outer = new RegExp(`^[\\s${decoration}]*|[\\s${decoration}]*$`, 'gu');

/** A line that only counts: "Document 3 of 120", "3 of 10 DOCUMENTS", "[3/10]", "=== 3 ===", "第3篇/共12篇". */
export function findCounter(text: string): Counter | undefined {
  if (text.length > 60 || !(anyDigit.test(text) || text.includes('第'))) return undefined;
  const core = text.replace(outer, '');
  const at = text.indexOf(core);
  const [front, back] = [text.slice(0, at).trim().length, text.slice(at + core.length).trim().length];
  const isFramed = front > 0 && back > 0;
  // "- 3 -" is the number of a page.
  const isDrawn = front > 1 && back > 1;
  const found = nounFirst.exec(core);
  if (found !== null) return toCounter(found[1], found[2], isDrawn || found[2] !== undefined);
  const eastern = chinese.exec(core);
  // 第三条 alone is the third article of a law.
  if (eastern !== null) return toCounter(eastern[1], eastern[2], eastern[2] !== undefined || !/[条條]/.test(core));
  const nth = japanese.exec(core);
  if (nth !== null) return toCounter(nth[1], nth[2], true);
  const last = nounLast.exec(core);
  if (last !== null) return toCounter(last[1], last[2], isFramed || last[3] !== undefined);
  const reversed = totalFirst.exec(core);
  if (reversed !== null) return toCounter(reversed[2], reversed[1], true);
  const only = isFramed ? numberOnly.exec(core) : null;
  return only === null || !anyDigit.test(core) ? undefined : toCounter(only[1], undefined, isDrawn);
}

function toCounter(number: string | undefined, total: string | undefined, sure: boolean): Counter | undefined {
  const counter = { number: toNumber(number ?? ''), of: total === undefined ? null : toNumber(total), sure };
  return counter.of !== null && counter.number > counter.of ? undefined : counter;
}

const numberedHead = new RegExp(
  `^(?:[[(【（［]\\s*(${num})(?:${of}(${num}))\\s*[\\])】）］]\\s*|[[(（【［](${num})[\\])）】］]\\s*|(${num})(?:[.)،]\\s+|[．、）]\\s*|\\s?[-–]\\s)|(?:#|№\\s?|no\\.\\s?|nr\\.\\s?)(${num})[:.]?\\s+)(?=\\S)`,
  'iu',
);

/** A headline that carries its number: "12. Harbour reopens", "[3/10] Harbour reopens", "٣. ...", "一、...". */
export function findNumbered(text: string): Numbered | undefined {
  const match = numberedHead.exec(text.slice(0, 40));
  if (match === null) return undefined;
  const number = toNumber(match[1] ?? match[3] ?? match[4] ?? match[5] ?? '');
  return {
    number,
    of: match[2] === undefined ? null : toNumber(match[2]),
    rest: text.slice(match[0].length),
  };
}

/** A headline marked as one: "# Harbour reopens", "=== Harbour reopens ===", "** Harbour reopens **". */
export function findHeading(text: string): string | undefined {
  if (text.length > 200) return undefined;
  const match = /^(?:#{1,2}\s+(\S.*?)(?:\s+#+)?|([=*~_-]{2,6})\s*(\S.*?)\s*\2)$/.exec(text);
  const heading = match?.[1] ?? match?.[3];
  return heading === undefined || /^[=*~_-]/.test(heading) ? undefined : heading;
}
