/* Label lines: "Title: ...", "Datum: ...". Only known labels count: "Iraqi Foreign Minister: ..." is a headline. */

import { keyOf } from './lines.ts';

/** What a label names. `body` opens the text, `other` is known and not shown. */
export type LabelField =
  | 'title'
  | 'subtitle'
  | 'byline'
  | 'date'
  | 'source'
  | 'section'
  | 'url'
  | 'language'
  | 'place'
  | 'agency'
  | 'caption'
  | 'credit'
  | 'body'
  | 'other';
export type Label = { readonly field: LabelField; readonly value: string };

/** English, German, French, Spanish, Dutch, Italian, Portuguese, Russian, Arabic, Chinese; database labels last. */
const table: Record<LabelField, readonly string[]> = {
  title: [
    'title',
    'headline',
    'titel',
    'überschrift',
    'schlagzeile',
    'titre',
    'título',
    'titular',
    'titolo',
    'kop',
    'заголовок',
    'العنوان',
    'عنوان',
    '标题',
    '標題',
    'タイトル',
  ],
  subtitle: [
    'subtitle',
    'subheadline',
    'subhead',
    'standfirst',
    'summary',
    'abstract',
    'untertitel',
    'sous-titre',
    'chapô',
    'subtítulo',
    'подзаголовок',
    'العنوان الفرعي',
    '副标题',
    '摘要',
  ],
  byline: [
    'author',
    'authors',
    'byline',
    'by',
    'writer',
    'reporter',
    'autor',
    'autorin',
    'autoren',
    'auteur',
    'auteurs',
    'autora',
    'autore',
    'автор',
    'الكاتب',
    'بقلم',
    'المؤلف',
    '作者',
    '记者',
  ],
  date: [
    'date',
    'published',
    'publication date',
    'published on',
    'published at',
    'posted',
    'datum',
    'veröffentlicht',
    'erschienen',
    'date de publication',
    'publié le',
    'fecha',
    'publicado',
    'data',
    'дата',
    'опубликовано',
    'التاريخ',
    'تاريخ النشر',
    '日期',
    '发布时间',
    '时间',
  ],
  source: [
    'source',
    'publication',
    'publication title',
    'newspaper',
    'outlet',
    'quelle',
    'zeitung',
    'journal',
    'fuente',
    'fonte',
    'medio',
    'bron',
    'krant',
    'источник',
    'المصدر',
    '来源',
    '來源',
  ],
  section: [
    'section',
    'category',
    'rubrik',
    'ressort',
    'rubrique',
    'sección',
    'sezione',
    'раздел',
    'рубрика',
    'القسم',
    '栏目',
    '版面',
  ],
  url: ['url', 'link', 'permalink', 'document url', 'web', 'lien', 'enlace', 'ссылка', 'الرابط', '链接', '网址'],
  language: [
    'language',
    'language of publication',
    'sprache',
    'langue',
    'idioma',
    'lingua',
    'taal',
    'язык',
    'اللغة',
    '语言',
  ],
  place: ['dateline', 'location', 'place', 'ort', 'lieu', 'lugar', 'место', 'المكان', '地点'],
  agency: ['agency', 'wire', 'agentur', 'agence', 'agencia', 'агентство', 'الوكالة', '通讯社'],
  body: ['body', 'text', 'full text', 'content', 'texte', 'texto', 'inhalt', 'текст', 'النص', '正文', '内容'],
  caption: ['caption', 'photo caption', 'image caption', 'bildunterschrift', 'légende', 'التعليق'],
  credit: ['credit', 'photo credit', 'image credit', 'bildnachweis', 'crédit'],
  other: [
    'length',
    'länge',
    'longueur',
    'lengte',
    'load-date',
    'publication-type',
    'graphic',
    'subject',
    'keywords',
    'tags',
    'links',
    'document type',
    'source type',
    'publisher',
    'place of publication',
    'country of publication',
    'publication year',
    'publication subject',
    'issn',
    'first page',
    'pages',
    'proquest document id',
    'copyright',
    'last updated',
    'database',
    'people',
    'company / organization',
    'business indexing term',
    'identifier / keyword',
    'edition',
    'word count',
    'words',
  ],
};

const fields = new Map<string, LabelField>(
  Object.entries(table).flatMap(([field, labels]) =>
    labels.map((label) => [keyOf(label), field as LabelField] as const),
  ),
);

/** Reads a label line. The label stands at the very front, at most 40 characters, and ends in a colon of any width. */
export function findLabel(text: string): Label | undefined {
  const end = text.slice(0, 41).search(/[:：]/);
  // A quote that explains labels ("> title: what it is called") is none.
  if (end < 1 || text.startsWith('>')) return undefined;
  const field = fields.get(keyOf(text.slice(0, end)));
  return field === undefined ? undefined : { field, value: text.slice(end + 1).trim() };
}
