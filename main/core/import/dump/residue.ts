/*
 * What a web page leaves in copied text. A word of these tables is never removed for its spelling alone ("TT" is a news
 * agency too): the caller also looks at where it stands.
 */

import { keyOf } from './lines.ts';
import { ambiguousWords, certainWords, pointers } from './residue-words.ts';

/** `certain` can be nothing but a remnant; `ambiguous` can be a word of the text as well. */
export type Residue = 'ambiguous' | 'certain';

const listed = (table: Readonly<Record<string, string>>) =>
  Object.values(table).flatMap((words) => words.split(/\|\s*/));

const kinds = new Map<string, Residue>([
  ...listed(ambiguousWords).map((line) => [keyOf(line), 'ambiguous'] as const),
  ...listed(certainWords).map((line) => [keyOf(line), 'certain'] as const),
]);

const words =
  'comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|kommentarer|komentarz[ey]?|yorum(?:lar)?|комментари[ейя]+|коментарів?|komentar';
const counted = [
  new RegExp(`^(?:${words}) ?\\d{1,5}$|^\\d{1,5} (?:${words})$`),
  /^\d{1,3} ?(?:min(?:ute)?s? (?:read|de lecture|de lectura|de leitura|lesezeit|di lettura|leestijd|czytania|okuma)|мин(?:ут)? (?:чтения)?|dk okuma(?: süresi)?)$/,
  /^(?:lesezeit|temps de lecture|lecture|tempo di lettura|leestijd|lästid|czas czytania|okuma süresi|reading time|время чтения|tiempo de lectura) (?:environ |ca )?\d{1,3} (?:min|dk|мин)\p{L}*$/u,
  /^(?:תגובות \d{1,5}|\d{1,5} תגובות|(?:تعليقات|نظرات) \d{1,5}|\d{1,5} (?:تعليقات?|نظر)|(?:评论|評論|留言|コメント|댓글|阅读|点赞) ?\d{1,6}|\d{1,6} ?(?:条评论|件|개|条))$/u,
  /^(?:字号|文字サイズ|글자크기|字級|文字の大きさ)(?: ?[大中小特]){1,4}$/u,
];

/** Finds a whole line among the known remnants by its key. */
export function findResidue(key: string): Residue | undefined {
  if (key.length > longest) return undefined;
  return kinds.get(key) ?? (counted.some((form) => form.test(key)) ? 'certain' : undefined);
}

const longest = 70;

const pointer = new RegExp(
  `^(?:[►▶▸→»*•>-]\\s*)?(?:${listed(pointers).join('|')})\\s*[:：|»>–—-]\\s*(\\S.{3,140})?$`,
  'iu',
);

/**
 * "Read more: How to seal a house": a line that points to another article. A sentence is none.
 */
export function isPointer(text: string): boolean {
  if (text.length > 170 || /[.!。]$/.test(text)) return false;
  return pointer.test(text);
}

/** "TT" is followed by the text size on a line of its own on some pages: "20". */
export function isSizeNumber(text: string): boolean {
  return /^\d{1,3}$/.test(text);
}
