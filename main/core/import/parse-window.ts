/*
 * A file too large to be held is read in windows. Of each, as much is parsed as ends with a whole article; what is left
 * begins the next window. What was parsed of a window gives the same when its bytes are parsed alone.
 */

import { wordRefusal, wordWarning } from '../../../shared/words.ts';
import { noCorrections } from '../../../shared/split.ts';
import { decode } from './decode.ts';
import { loadLanguageFinder } from './dump/language.ts';
import { createLanguageMemory } from './dump/language-memory.ts';
import { cleanLine } from './dump/lines.ts';
import { parseDump, type DumpContext } from './dump/parse-dump.ts';
import { parseFile } from './parse-file.ts';
import type { FileOutcome, Window } from './parsed.ts';
import { noRules } from './profile/apply-rules.ts';
import { countBytes, sliceLines, type SourceText } from './source-text.ts';

/** `used` are the bytes that were parsed, `lines` the lines in them; 0: no article ends in this window, a larger one is needed. */
export type WindowOutcome = { readonly outcome: FileOutcome; readonly used: number; readonly lines: number };

/** Where an article ends is looked for near the end first: a look at all of it would cost as much as the parse. */
const tailBytes = 1 << 20;

/** Parses what ends with a whole article of `bytes`. Never throws for any bytes. */
export async function parseWindow(bytes: Uint8Array, file: string, window: Window): Promise<WindowOutcome> {
  const decoded = decode(bytes, window.encoding);
  const lineCount = 'source' in decoded ? decoded.source.lineCount : 0;
  if ('refused' in decoded) {
    const used = window.isLast ? bytes.length : toLastBreak(bytes);
    return { outcome: { file, refused: decoded.refused }, used, lines: countBreaks(bytes.subarray(0, used)) };
  }
  const { source } = decoded;
  const context = {
    file,
    findLanguage: createLanguageMemory(await loadLanguageFinder()),
    corrections: noCorrections,
    rules: noRules,
  };
  const cut = window.isLast ? { line: lineCount, isForced: false } : findCut(source, context, window.mustCut);
  if (cut === undefined) return { outcome: { file, refused: wordRefusal('too-large') }, used: 0, lines: 0 };
  const used = countBytes(source, 0, cut.line);
  const outcome = await parseFile(bytes.subarray(0, used), file, { encoding: window.encoding ?? null });
  return { outcome: cut.isForced ? withWarning(outcome) : outcome, used, lines: cut.line };
}

type Cut = { readonly line: number; readonly isForced: boolean };

/** The line (0-based) to cut before. The last lines may be cut themselves, so the last articles are not trusted to be whole. */
function findCut(source: SourceText, context: DumpContext, mustCut: boolean): Cut | undefined {
  const end = source.lineCount - 1;
  for (const from of new Set([findLineBefore(source, end, tailBytes), 0])) {
    const line = findEnd(sliceLines(source, from, end), context);
    if (line !== undefined) return { line: from + line, isForced: false };
  }
  if (!mustCut) return undefined;
  for (let line = end; line > 0; line -= 1) {
    if (cleanLine(source.rawLine(line - 1)) === '') return { line, isForced: true };
  }
  return { line: Math.max(1, end), isForced: true };
}

/** The line after an article near the end: before the surest of those that follow. Its counter or rule goes with it. */
function findEnd(source: SourceText, context: DumpContext): number | undefined {
  if (source.lineCount === 0 || !hasText(source)) return undefined;
  const { articles } = parseDump(source, context);
  const later = articles
    .map((article, index) => ({ article, before: articles[index - 1] }))
    .slice(1)
    .slice(-8);
  const trusted = later.length > 2 ? later.slice(0, -2) : later.slice(0, 1);
  const [best] = trusted.toSorted((a, b) => b.article.confidence - a.article.confidence);
  let end = best?.before?.lines?.[1];
  while (end !== undefined && cleanLine(source.rawLine(end)) === '') end += 1;
  return end;
}

function hasText(source: SourceText): boolean {
  for (let index = 0; index < source.lineCount; index += 1) if (cleanLine(source.rawLine(index)) !== '') return true;
  return false;
}

/** The first line of those that together hold about `bytes` bytes before line `end`. */
function findLineBefore(source: SourceText, end: number, bytes: number): number {
  let line = end;
  for (let held = 0; line > 0 && held < bytes; line -= 1) held += source.lineBytes(line - 1);
  return line;
}

function withWarning(outcome: FileOutcome): FileOutcome {
  return 'refused' in outcome ? outcome : { ...outcome, warnings: [...outcome.warnings, wordWarning('goes-on')] };
}

const LF = 10;

/** Bytes that nobody can decode are passed over up to the last line break. */
function toLastBreak(bytes: Uint8Array): number {
  return bytes.lastIndexOf(LF) + 1 || bytes.length;
}

function countBreaks(bytes: Uint8Array): number {
  let breaks = 0;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) breaks += 1;
  return breaks;
}
