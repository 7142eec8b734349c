/* Drafts to articles: the fields that only the whole file can tell, the language, and how sure all of it is. */

import type { Block, FieldName, ParsedArticle } from '../../../../shared/model.ts';
import type { Draft } from './draft.ts';
import type { FindLanguage } from './language.ts';
import { cleanField, ownCopy } from './lines.ts';
import { rangeOf } from './segments.ts';
import { findSiteTail } from './site-tail.ts';
import { countTold, findHost, findToldOutlet } from './sources.ts';

/** Completes all drafts of a file: sources, site names in headlines, languages, confidence. `rates` say how sure each article is. */
export function finishArticles(
  drafts: readonly Draft[],
  context: { readonly file: string; readonly findLanguage: FindLanguage },
  rates: readonly number[],
): readonly ParsedArticle[] {
  const counts = new Map<string, number>();
  for (const draft of drafts) for (const block of draft.blocks) countTold(block.text, counts);
  const shared: Shared = {
    ...context,
    outlet: findToldOutlet(counts),
    siteTail: findSiteTail(drafts.map((draft) => draft.values.title)),
  };
  return drafts.map((draft, index) => finishArticle(draft, shared, rates[index] ?? 0));
}

type Shared = {
  readonly file: string;
  readonly findLanguage: FindLanguage;
  readonly outlet: string | undefined;
  readonly siteTail: string | undefined;
};

function finishArticle(draft: Draft, shared: Shared, rate: number): ParsedArticle {
  const { values, blocks } = draft;
  const inferred: FieldName[] = [];
  const conclude = (field: FieldName, value: string | null | undefined) => {
    if (value === null || value === undefined) return null;
    inferred.push(field);
    return ownCopy(value);
  };
  const title =
    read(values.title && withoutTail(values.title, shared.siteTail)) ??
    conclude('title', findOwnTitle(draft, shared.file));
  const source =
    read(values.source) ??
    conclude('source', findHost(values.url ?? '') ?? draft.owner ?? shared.outlet ?? siteName(shared.siteTail));
  const sample = [title, ...blocks.slice(0, 4).map((block) => block.text.slice(0, 600))].join(' ');
  const language =
    read(values.language) ??
    conclude('language', shared.findLanguage(blocks.length === 0 ? sample : sampleOf(blocks, sample)));
  return {
    lines: rangeOf(draft.segment),
    confidence: findConfidence(draft, rate),
    title: title ?? shared.file,
    subtitle: read(values.subtitle),
    byline: read(values.byline),
    agency: read(values.agency),
    dateline: read(values.dateline),
    place: read(values.place),
    date: read(values.date),
    source,
    section: read(values.section),
    language,
    url: read(values.url),
    inferred,
    media: draft.media,
    blocks,
    dropped: [...draft.dropped].sort((left, right) => left.line - right.line),
  };
}

/** A paragraph tells the language better than a headline full of names. */
function sampleOf(blocks: readonly Block[], all: string): string {
  const first = blocks.find((block) => block.text.length >= 80)?.text;
  return first === undefined ? all : first.slice(0, 600);
}

function read(value: string | undefined): string | null {
  return value === undefined ? null : ownCopy(cleanField(value));
}

function withoutTail(title: string, tail: string | undefined): string {
  return tail !== undefined && title.endsWith(tail) ? title.slice(0, -tail.length) : title;
}

function siteName(tail: string | undefined): string | undefined {
  return tail?.replace(/^\s*[-–—|]\s*/, '');
}

const longestTitle = 90;

/** Without a headline: the first sentence, cut at a word; without text, the name of the file. */
function findOwnTitle({ blocks, media }: Draft, file: string): string {
  const text = cleanField((blocks[0]?.text ?? media[0]?.caption ?? '').slice(0, 600));
  if (text === '') return file;
  const sentence = /^.{12,}?[.!?。！？؟](?=\s|$|[\u3400-\u9FFF])/su.exec(text)?.[0] ?? text;
  const short = sentence.replace(/[.。]$/, '');
  if (short.length <= longestTitle) return short;
  const letters = short.slice(0, longestTitle).replace(/[\uD800-\uDBFF]$/, '');
  const blank = letters.lastIndexOf(' ');
  return `${letters.slice(0, blank > longestTitle / 2 ? blank : undefined).replace(/[\s,;:،–—-]+$/, '')}…`;
}

/** Less sure where no headline or no text was found. */
function findConfidence({ values, blocks }: Draft, rate: number): number {
  const missing = (values.title === undefined ? 0.2 : 0) + (blocks.length === 0 ? 0.2 : 0);
  return Math.round(Math.max(0.1, rate - missing) * 100) / 100;
}
