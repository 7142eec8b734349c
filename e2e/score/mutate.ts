/* The same dump as another program would have saved it, with its gold. What is read of it stays; line numbers move. */

import type { Block } from '../../shared/model.ts';
import { cleanText, type Gold, type GoldArticle } from './gold.ts';
import { type Written, rewrite } from './rewrite.ts';
import { wrapLine } from './wrap.ts';

/** Undefined where the change makes no sense for a dump. */
type Mutate = (dump: Written) => Written | undefined;

/** Every change by its name. All are written in UTF-8, so that what is added can be written. */
export const mutations: Readonly<Record<string, Mutate>> = {
  'gaps squeezed': squeeze,
  CRLF: (dump) => ({ ...dump, text: { ...dump.text, eol: 'crlf' } }),
  'mixed line ends': (dump) => ({ ...dump, text: { ...dump.text, eol: 'mixed' } }),
  'byte order mark': (dump) => ({ ...dump, text: { ...dump.text, mark: true } }),
  'no final newline': (dump) => ({ ...dump, text: { ...dump.text, closed: false } }),
  'no-break spaces': (dump) => rewrite(dump, { rows: (raw) => [raw.replace(/( \S+ \S+ \S+) /g, '$1\u00A0')] }),
  'residue added': addResidue,
  'wrapped at 70': wrapAll,
  'cut in the last article': cut,
};

/** Changes a dump, in UTF-8. `name` is one of `mutations`. */
export function mutate(name: string, { text, gold }: Written): Written | undefined {
  return mutations[name]?.({ text: { ...text, encoding: 'utf-8', mark: false }, gold });
}

/** One blank line everywhere, but not before an article that only its gap tells from the one above. */
function squeeze(dump: Written): Written {
  const { lines } = dump.text;
  const kept = new Set<number>();
  for (const [index, article] of dump.gold.articles.entries()) {
    if (index > 0 && isTold(article, dump)) continue;
    for (let line = article.lines[0] - 1; line > 0 && isBlank(lines[line - 1]); line -= 1) kept.add(line);
  }
  const goes = (line: number) => isBlank(lines[line - 1]) && isBlank(lines[line - 2]) && line > 1 && !kept.has(line);
  return rewrite(dump, { rows: (raw, line) => (goes(line) ? [] : [raw]) });
}

/** A form feed is no blank line. */
function isBlank(raw: string | undefined): boolean {
  return raw !== undefined && cleanText(raw) === '' && !raw.includes('\f');
}

/** More than a gap tells that an article begins: something above it, a label or number, a line of its head. */
function isTold(article: GoldArticle, { text, gold }: Written): boolean {
  const { fields, lines, media, dropped, blocks } = article;
  const [first] = lines;
  const ends = gold.articles.map((other) => other.lines[1]).filter((last) => last < first);
  const between = text.lines.slice(Math.max(0, ...ends), first - 1);
  if (between.some((raw) => !isBlank(raw)) || fields.dateline !== null) return true;
  if (cleanText(text.lines[first - 1] ?? '') !== fields.title) return true;
  const body = blocks[0]?.line ?? lines[1];
  if ([...media, ...dropped].some(({ line }) => line < body)) return true;
  const head = text.lines.slice(first, body - 1).filter((raw) => !isBlank(raw));
  const said = ['byline', 'date', 'source', 'section', 'url'] as const;
  return head.length > 0 && said.some((name) => fields[name] !== null);
}

const residue: Readonly<Record<string, readonly [advert: string, share: string]>> = {
  ar: ['إعلان', 'مشاركة'],
  de: ['Anzeige', 'Teilen'],
  en: ['Advertisement', 'Share'],
  es: ['Publicidad', 'Compartir'],
  fr: ['Publicité', 'Partager'],
  it: ['Pubblicità', 'Condividi'],
  ja: ['広告', 'シェア'],
  ko: ['광고', '공유'],
  nl: ['Advertentie', 'Delen'],
  pl: ['Reklama', 'Udostępnij'],
  pt: ['Publicidade', 'Compartilhar'],
  ru: ['Реклама', 'Поделиться'],
  sv: ['Annons', 'Dela'],
  tr: ['Reklam', 'Paylaş'],
  uk: ['Реклама', 'Поділитися'],
  zh: ['广告', '分享'],
};

/** A word of the page above the first paragraph of each article, now the one, now the other. */
function addResidue(dump: Written): Written {
  const before = new Map<number, readonly string[]>();
  for (const [index, { blocks, lines, fields }] of dump.gold.articles.entries()) {
    const words = residue[fields.language ?? 'en'] ?? residue['en'];
    const line = blocks[0]?.line;
    if (line !== undefined && line > lines[0]) before.set(line, [words?.[index % 2] ?? '', '']);
  }
  const written = rewrite(dump, { before, rows: (raw) => [raw] });
  const articles = written.gold.articles.map((article, index): GoldArticle => {
    const line = article.blocks[0]?.line ?? 0;
    if (!before.has(dump.gold.articles[index]?.blocks[0]?.line ?? 0)) return article;
    return { ...article, dropped: [...article.dropped, { line: line - 2, reason: 'residue' }] };
  });
  return { ...written, gold: { ...written.gold, articles } };
}

/** Everything longer than 70 columns is broken, except verse and tables. */
function wrapAll(dump: Written): Written {
  const verse = new Set<number>();
  for (const { kind, line, text } of dump.gold.articles.flatMap(({ blocks }) => blocks))
    if (kind === 'pre') for (const row of text.split('\n').keys()) verse.add(line + row);
  return rewrite(dump, { rows: (raw, line) => (verse.has(line) ? [raw] : wrapLine(raw, 70)) });
}

/** The file ends in the middle of a paragraph: none of its lines below was written, and no line of the head stands below. */
function cut({ text, gold }: Written): Written | undefined {
  const article = gold.articles.at(-1);
  if (article === undefined) return undefined;
  const { blocks } = article;
  const block = blocks[Math.floor(blocks.length / 2)];
  const raw = text.lines[(block?.line ?? 0) - 1];
  if (block === undefined || raw === undefined || saysBelow(article, block.line, text.lines)) return undefined;
  const kept = raw.slice(0, Math.ceil(raw.length / 2));
  const half = cleanText(kept);
  if (block.kind !== 'paragraph' || half === '' || !block.text.startsWith(half)) return undefined;
  const lines = [...text.lines.slice(0, block.line - 1), kept];
  return { text: { ...text, lines, closed: false }, gold: cutGold(gold, { ...block, text: half }) };
}

function cutGold(gold: Gold, end: Block): Gold {
  const isKept = ({ line }: { readonly line: number }) => line <= end.line;
  const articles = gold.articles.map((article): GoldArticle => {
    if (article.lines[1] < end.line) return article;
    const { lines, media, blocks, dropped } = article;
    return {
      ...article,
      lines: [lines[0], end.line],
      media: media.filter(isKept),
      blocks: blocks.filter(({ line }) => line < end.line).concat(end),
      dropped: dropped.filter(isKept),
    };
  });
  return {
    articles,
    dropped: gold.dropped.filter(isKept),
    undecidable: gold.undecidable.filter((line) => isKept({ line })),
  };
}

/** A field is read from a line that would be cut off, or there is a line of the head whose meaning nobody knows here. */
function saysBelow(
  { lines, blocks, media, dropped, fields }: GoldArticle,
  end: number,
  all: readonly string[],
): boolean {
  const above = all.slice(lines[0] - 1, end - 1).join('\n');
  const below = all.slice(end, lines[1]).join('\n');
  const values = Object.values(fields).filter((value) => value !== null);
  if (values.some((value) => below.includes(value) && !above.includes(value))) return true;
  const known = new Set([...blocks, ...media, ...dropped].map(({ line }) => line));
  for (let line = end + 1; line <= lines[1]; line += 1) {
    if (isBlank(all[line - 1]) || known.has(line)) continue;
    if (isBlank(all[line - 2])) return true;
    // A paragraph goes on over several lines.
    known.add(line);
  }
  return false;
}
