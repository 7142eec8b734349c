/* What a person should know about a file that was read. */

import type { ParsedArticle, Warning } from '../../../../shared/model.ts';
import { wordWarning } from '../../../../shared/words.ts';
import type { SourceText } from '../source-text.ts';
import type { Numbering } from './numbering.ts';
import type { Piece } from './pieces.ts';

type Facts = {
  readonly source: SourceText;
  readonly pieces: readonly Piece[];
  /** Headlines that carry numbers; empty where they do not. */
  readonly numbering: Numbering;
  readonly articles: readonly ParsedArticle[];
  readonly possibleBorders: readonly number[];
  readonly bytes: number;
};

/** Collects the warnings about the shape of a file, most important first. */
export function findWarnings(facts: Facts): readonly Warning[] {
  const cut = findCut(facts);
  const missing = findMissing(facts);
  const possible = facts.possibleBorders.length;
  return [
    ...(cut === undefined ? [] : [wordWarning('may-be-cut', { bytes: facts.bytes, detail: cut })]),
    ...(missing === '' ? [] : [wordWarning('missing-numbers', { detail: missing })]),
    ...(possible === 0 ? [] : [wordWarning('possible-borders', { count: possible })]),
    ...(facts.articles.length === 1 && isUnbroken(facts) ? [wordWarning('no-separator')] : []),
  ];
}

/** A size that programs cut at, or a last sentence without its end; a file that ends in a line break was finished. */
function findCut({ source, pieces, bytes }: Facts): 'exact-size' | 'sentence' | undefined {
  if (source.finalNewline) return undefined;
  if (bytes >= 1000 && (bytes % 1000 === 0 || bytes % 1024 === 0)) return 'exact-size';
  const last = pieces.at(-1)?.traits;
  return last?.long === true && !last.terminal && last.caption === undefined ? 'sentence' : undefined;
}

const mostNamed = 10;

/** Numbers missing inside the sequence of counters or of numbered headlines: "4, 7". A total that was not reached proves nothing. */
function findMissing({ pieces, numbering }: Pick<Facts, 'pieces' | 'numbering'>): string {
  const numbers = [...new Set(pieces.flatMap((piece, index) => findNumber(piece, numbering.has(index)) ?? []))];
  if (numbers.length < 2) return '';
  const sorted = numbers.sort((left, right) => left - right);
  const missing: string[] = [];
  for (const [index, number] of sorted.entries()) {
    const next = sorted[index + 1] ?? number + 1;
    for (let gap = number + 1; gap < next && missing.length <= mostNamed; gap += 1) missing.push(String(gap));
  }
  return missing.length > mostNamed ? `${missing.slice(0, mostNamed).join(', ')} and more` : missing.join(', ');
}

function findNumber({ counter, traits: { numbered } }: Piece, isInSequence: boolean): number | undefined {
  if (counter !== null) return counter.number;
  return isInSequence || (numbered?.of ?? null) !== null ? numbered?.number : undefined;
}

const many = 5;

/** Several lines and not one blank among them: nothing could have shown where an article begins. */
function isUnbroken({ pieces }: Facts): boolean {
  return (
    pieces.length >= many &&
    pieces.every((piece, index) => index === 0 || (piece.gap === 0 && piece.marks.length === 0))
  );
}
