/* `parse`: what is in the files, without a library. */

import { countOf } from '../../shared/words.ts';
import type { Ledger, ParsedArticle } from '../../shared/model.ts';
import type { FileOutcome } from '../core/import/parsed.ts';
import { createParser } from '../core/import/parser.ts';
import { walkSources } from '../core/import/walk.ts';
import type { PathsCommand } from './arguments.ts';
import type { Output } from './output.ts';
import { describeArticle, describeRefused, displayName, indent } from './words.ts';

/** Prints each file as it is parsed. 0 when at least one could be read, else 1. */
export async function parseCommand({ json, paths }: PathsCommand, output: Output): Promise<number> {
  const parser = createParser();
  let read = 0;
  try {
    for await (const source of walkSources(paths.map((path) => ({ kind: 'path', path }) as const))) {
      const { outcome } = await parser.parse(source);
      if (!('refused' in outcome)) read += 1;
      if (json) await output.json(toJson(outcome));
      else await output.line(describe(outcome));
      if (output.isClosed()) break;
    }
  } finally {
    await parser.close();
  }
  return read > 0 ? 0 : 1;
}

/** The keys and their order are an agreement with tests, tools and people; nothing else is printed. */
export function toJson(outcome: FileOutcome): unknown {
  const { file } = outcome;
  if ('refused' in outcome) return { file, refused: { code: outcome.refused.code, message: outcome.refused.message } };
  const { sha256, bytes, format, encoding, confidence, warnings, articles, possibleBorders, dropped, ledger } = outcome;
  return {
    file,
    sha256,
    bytes,
    format,
    encoding,
    confidence,
    warnings: warnings.map(({ code, message }) => ({ code, message })),
    articles: articles.map(articleToJson),
    possibleBorders,
    dropped: dropped.map(({ line, text, reason }) => ({ line, text, reason })),
    ledger: ledgerToJson(ledger),
  };
}

export function ledgerToJson({ bytes, articles, dropped, separators, unassigned }: Ledger): Ledger {
  return { bytes, articles, dropped, separators, unassigned };
}

function articleToJson(article: ParsedArticle): unknown {
  const { title, subtitle, byline, agency, dateline, place, date, source, section, language, url, inferred } = article;
  return {
    lines: article.lines,
    confidence: article.confidence,
    title,
    subtitle,
    byline,
    agency,
    dateline,
    place,
    date,
    source,
    section,
    language,
    url,
    inferred,
    media: article.media.map(({ caption, credit, qualifier, line }) => ({ caption, credit, qualifier, line })),
    blocks: article.blocks.map(({ kind, line, text }) => ({ kind, line, text })),
    dropped: article.dropped.map(({ line, text, reason }) => ({ line, text, reason })),
  };
}

function describe(outcome: FileOutcome): string {
  if ('refused' in outcome) return describeRefused(outcome.file, outcome.refused);
  const { file, bytes, format, encoding, articles, warnings } = outcome;
  return [
    `${displayName(file)}: ${countOf(articles.length, 'article')}, ${countOf(bytes, 'byte')}, ${format}, ${encoding}`,
    ...articles.flatMap(describeArticle),
    ...warnings.map(({ message }) => indent(`! ${message}`)),
  ].join('\n');
}
