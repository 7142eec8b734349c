/*
 * From a parsed file to what the library keeps of it. The same text is the same article: found again, it gets a further
 * occurrence and keeps its star and tags. Pure: nothing is written here.
 */

import type { Article, ArticleId, DroppedLine, FileReport, FoundArticle, ImportId } from '../../../shared/model.ts';
import type { Span } from '../../../shared/span.ts';
import type { Corrections } from '../../../shared/split.ts';
import type { Identity, Parsed, Refused } from '../import/parsed.ts';
import type { Found, Head, ImportedFile } from '../library/state.ts';

/** A file that was read, each of its articles with its identity, or one that was refused. */
export type ReadFile =
  | { readonly outcome: Parsed; readonly articles: readonly Article[]; readonly corrections?: Corrections }
  | { readonly outcome: Refused };

export type Knowledge = { readonly importId: ImportId; readonly isHeld: (id: ArticleId) => boolean };

/** A head whose body is not written yet, with the article that goes into it. */
export type NewArticle = { readonly article: Article; readonly head: Omit<Head, 'body'> };

export type Taken = {
  readonly files: readonly ImportedFile[];
  readonly reports: readonly FileReport[];
  readonly added: readonly NewArticle[];
  readonly known: readonly { readonly id: ArticleId; readonly found: Found }[];
};

/** The articles of a file as the library keeps them. */
export function toArticles(
  { articles }: Pick<Parsed, 'articles'>,
  identities: readonly Identity[],
): readonly Article[] {
  return articles.map(({ lines: _lines, confidence: _confidence, dropped: _dropped, ...kept }, index) => {
    const identity = identities[index];
    if (identity === undefined) throw new Error('an article came without its identity');
    return Object.assign(kept, identity);
  });
}

/** Takes in the files of one part of an import; `firstFile` is the number of files in the parts before. */
export function takeIn(read: readonly ReadFile[], firstFile: number, knowledge: Knowledge): Taken {
  const files: ImportedFile[] = [];
  const reports: FileReport[] = [];
  const added = new Map<ArticleId, NewArticle>();
  const known: { readonly id: ArticleId; readonly found: Found }[] = [];
  for (const [index, file] of read.entries()) {
    if (!('articles' in file)) {
      files.push({ file: copyText(file.outcome.file), original: null, encoding: null, ...spanOf(file.outcome) });
      reports.push(reportRefused(file.outcome));
      continue;
    }
    const { outcome } = file;
    const articles: FoundArticle[] = [];
    for (const [place, article] of file.articles.entries()) {
      const { lines = null, confidence = 0 } = outcome.articles[place] ?? {};
      const found: Found = { importId: knowledge.importId, file: firstFile + index, place, lines };
      const isKnown = knowledge.isHeld(article.id) || added.has(article.id);
      if (isKnown) known.push({ id: article.id, found });
      else added.set(article.id, { article, head: toHead(article, found) });
      articles.push({ id: article.id, title: article.title, lines, confidence, known: isKnown });
    }
    files.push({
      file: copyText(outcome.file),
      original: outcome.sha256,
      encoding: outcome.encoding,
      ...spanOf(outcome),
      ...(file.corrections === undefined ? {} : { corrections: file.corrections }),
      ...(outcome.profile === undefined ? {} : { profile: outcome.profile.id }),
    });
    reports.push(reportRead(outcome, articles));
  }
  return { files, reports, added: [...added.values()], known };
}

function toHead(article: Article, found: Found): Omit<Head, 'body'> {
  return {
    id: article.id,
    title: copyText(article.title),
    source: article.source === null ? null : copyText(article.source),
    sourceInferred: article.inferred.includes('source'),
    date: article.date === null ? null : copyText(article.date),
    language: article.language,
    direction: article.direction,
    words: article.words,
    found: [found],
  };
}

/** A string cut from a dump keeps the whole dump in memory (V8 points into it); this one stands alone. */
function copyText(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

function spanOf({ span }: { readonly span?: Span }): { readonly span?: Span } {
  return span === undefined ? {} : { span };
}

function reportRefused(outcome: Refused): FileReport {
  const { file, refused } = outcome;
  return {
    file,
    ...spanOf(outcome),
    sha256: null,
    format: null,
    encoding: null,
    confidence: null,
    found: 0,
    new: 0,
    known: 0,
    refused,
    warnings: [],
    ledger: null,
    separatorLines: 0,
    articles: [],
    dropped: [],
  };
}

function reportRead(outcome: Parsed, articles: readonly FoundArticle[]): FileReport {
  const known = articles.filter((article) => article.known).length;
  const dropped: DroppedLine[] = [...outcome.dropped, ...outcome.articles.flatMap((article) => article.dropped)];
  return {
    file: outcome.file,
    ...spanOf(outcome),
    sha256: outcome.sha256,
    format: outcome.format,
    encoding: outcome.encoding,
    ...(outcome.profile === undefined ? {} : { profile: outcome.profile }),
    confidence: outcome.confidence,
    found: articles.length,
    new: articles.length - known,
    known,
    refused: null,
    warnings: outcome.warnings,
    ledger: outcome.ledger,
    separatorLines: outcome.separatorLines,
    articles,
    dropped: dropped.sort((a, b) => a.line - b.line),
  };
}
