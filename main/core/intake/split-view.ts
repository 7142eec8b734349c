/* A parsed file as the workbench shows it. */

import type { Article, DroppedLine } from '../../../shared/model.ts';
import type { Corrections, SplitArticle, SplitView } from '../../../shared/split.ts';
import type { Parsed } from '../import/parsed.ts';
import { excerptOf } from '../library/excerpt.ts';
import type { SplitRequest } from './resplit.ts';

export type SplitOutcome = {
  readonly corrections: Corrections;
  readonly outcome: Parsed;
  readonly articles: readonly Article[];
};

export function toSplitView(
  { importId, fileNumber }: SplitRequest,
  { corrections, outcome, articles }: SplitOutcome,
): SplitView {
  const {
    file,
    sha256,
    span,
    encoding,
    profile = null,
    confidence,
    warnings,
    possibleBorders,
    borders,
    separatorLines,
    ledger,
  } = outcome;
  return {
    importId,
    fileNumber,
    file,
    sha256,
    ...(span === undefined ? {} : { span }),
    encoding,
    profile,
    corrections,
    confidence,
    warnings,
    articles: articles.map((article, index) => toSplitArticle(article, outcome.articles[index])),
    possibleBorders,
    borders,
    dropped: collectDropped(outcome),
    separatorLines,
    ledger,
  };
}

function collectDropped({ articles, dropped }: Parsed): readonly DroppedLine[] {
  return [...dropped, ...articles.flatMap((article) => article.dropped)].sort((a, b) => a.line - b.line);
}

function toSplitArticle(article: Article, parsed: Parsed['articles'][number] | undefined): SplitArticle {
  const { title, inferred, media, words, blocks, subtitle, byline, agency, dateline, place } = article;
  const { date, source, section, language, url } = article;
  return {
    lines: parsed?.lines ?? null,
    confidence: parsed?.confidence ?? 0,
    title,
    fields: { subtitle, byline, agency, dateline, place, date, source, section, language, url },
    inferred,
    media,
    excerpt: excerptOf(blocks),
    words,
  };
}
