/* A parse and its gold: what is counted, and each thing that came out otherwise. */

import type { FileOutcome, Parsed } from '../../main/core/import/parsed.ts';
import type { Block, DropReason, LineRange, ParsedArticle } from '../../shared/model.ts';
import { compareBorders } from './borders.ts';
import { compareHead } from './fields.ts';
import { forgive } from './forgive.ts';
import { type Gold, type GoldArticle, textKey } from './gold.ts';
import type { Counter, Fault, Finds, Tally } from './tally.ts';

export type Comparison = { readonly tally: Tally; readonly faults: readonly Fault[] };

/** Compares what the parser says of a dump with its gold. A refused dump has no articles. `bytes` is the dump's size. */
export function compare(outcome: FileOutcome, given: Gold, bytes: number): Comparison {
  const tally = new Map<Counter, number>();
  const faults: Fault[] = [];
  const finds: Finds = {
    count: (counter, by = 1) => void tally.set(counter, (tally.get(counter) ?? 0) + by),
    fault: (fault) => void faults.push(fault),
  };
  if ('refused' in outcome) finds.fault({ kind: 'refused', line: 0, gold: null, answer: outcome.refused.message });
  const { gold, articles } = forgive(given, 'articles' in outcome ? outcome.articles : []);
  finds.count('files');
  finds.count('articles', gold.articles.length);
  const ranges = articles.map(({ lines }): LineRange => lines ?? [0, 0]);
  compareBorders(
    gold.articles.map(({ lines }) => lines),
    ranges,
    finds,
  );
  const pairs = pair(gold.articles, articles);
  for (const article of gold.articles) {
    compareHead(article, pairs.get(article), finds);
    compareTexts(article.blocks, pairs.get(article)?.blocks ?? [], finds);
  }
  compareNoise(gold, articles, finds);
  compareDrops(gold, toDrops([...articles, ...('dropped' in outcome ? [outcome] : [])]), finds);
  if ('ledger' in outcome) compareLedger(outcome, bytes, finds);
  return { tally, faults: faults.toSorted((left, right) => left.line - right.line) };
}

/** The answer to each article: the one that begins with it, or else shares most of its lines. No answer serves twice. */
export function pair(
  gold: readonly GoldArticle[],
  answers: readonly ParsedArticle[],
): ReadonlyMap<GoldArticle, ParsedArticle> {
  const candidates = gold.flatMap((article) =>
    answers.map((answer) => ({ article, answer, near: nearness(article.lines, answer.lines ?? [0, 0]) })),
  );
  const pairs = new Map<GoldArticle, ParsedArticle>();
  const used = new Set<ParsedArticle>();
  for (const { article, answer, near } of candidates.toSorted((left, right) => right.near - left.near)) {
    if (near <= 0 || pairs.has(article) || used.has(answer)) continue;
    pairs.set(article, answer);
    used.add(answer);
  }
  return pairs;
}

function nearness([first, last]: LineRange, [from, to]: LineRange): number {
  const shared = Math.min(last, to) - Math.max(first, from) + 1;
  return shared + (first === from ? 1e9 : 0);
}

function compareTexts(gold: readonly Block[], answer: readonly Block[], { count, fault }: Finds): void {
  const left = [...answer];
  for (const block of gold) {
    count('texts to find');
    const index = left.findIndex(({ text }) => textKey(text) === textKey(block.text));
    const [found] = index === -1 ? [] : left.splice(index, 1);
    if (found === undefined) {
      fault({ kind: `${block.kind} missed`, line: block.line, gold: block.text, answer: null });
      continue;
    }
    count('texts found');
    if (found.kind === block.kind) count('texts of the right kind');
    else fault({ kind: `${block.kind} as ${found.kind}`, line: block.line, gold: block.text, answer: found.text });
  }
}

/** Texts in the answer that are in no article of the gold. */
function compareNoise(gold: Gold, articles: readonly ParsedArticle[], { count, fault }: Finds): void {
  const left = new Map<string, number>();
  for (const { text } of gold.articles.flatMap(({ blocks }) => blocks))
    left.set(textKey(text), (left.get(textKey(text)) ?? 0) + 1);
  for (const { line, text, kind } of articles.flatMap(({ blocks }) => blocks)) {
    if (gold.undecidable.includes(line)) continue;
    count('texts answered');
    const number = left.get(textKey(text)) ?? 0;
    left.set(textKey(text), number - 1);
    if (number > 0) continue;
    count('texts of noise');
    fault({ kind: `${kind} of noise`, line, gold: null, answer: text });
  }
}

type Drops = ReadonlyMap<number, DropReason>;

/** Each dropped line with its reason, of all articles and of the file itself. */
function toDrops(parts: readonly { readonly dropped: Gold['dropped'] }[]): Drops {
  return new Map(parts.flatMap(({ dropped }) => dropped.map(({ line, reason }) => [line, reason] as const)));
}

function compareDrops(gold: Gold, answer: Drops, { count, fault }: Finds): void {
  const wanted = toDrops([...gold.articles, gold]);
  for (const [line, reason] of wanted) {
    const found = answer.get(line) ?? null;
    const verdict = found === null ? 'missed' : isSameReason(found, reason) ? 'right' : 'for another reason';
    count(`drops ${verdict}`);
    if (verdict !== 'right') fault({ kind: `drop ${verdict}`, line, gold: reason, answer: found });
  }
  for (const [line, reason] of answer) {
    if (wanted.has(line) || gold.undecidable.includes(line)) continue;
    count('drops false');
    fault({ kind: 'drop false', line, gold: null, answer: reason });
  }
}

/** Whether a remnant was known before or learned from the file is the parser's affair: the reader cannot tell. */
function isSameReason(one: DropReason, other: DropReason): boolean {
  return one.replace('-learned', '') === other.replace('-learned', '');
}

function compareLedger({ ledger }: Parsed, bytes: number, { count, fault }: Finds): void {
  const { articles, dropped, separators, unassigned } = ledger;
  const isWhole = ledger.bytes === bytes && articles + dropped + separators + unassigned === bytes && unassigned === 0;
  if (isWhole) count('conserved');
  else fault({ kind: 'bytes lost', line: 0, gold: String(bytes), answer: JSON.stringify(ledger) });
}
