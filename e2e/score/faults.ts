/* What came out otherwise than the gold says, as text. */

import type { ParsedArticle } from '../../shared/model.ts';
import type { Dump } from './dumps.ts';
import { type GoldArticle, fieldNames } from './gold.ts';
import { pair } from './compare.ts';
import { align } from './report.ts';
import type { Result } from './run.ts';
import type { Fault } from './tally.ts';

/** How often each kind of fault occurs, the commonest first, with the number of files it occurs in. */
export function writeKinds(results: readonly Result[]): string {
  const files = new Map<string, string[]>();
  for (const { dump, faults } of results)
    for (const { kind } of faults) files.set(kind, [...(files.get(kind) ?? []), dump.name]);
  const rows = [...files].toSorted(([, left], [, right]) => right.length - left.length);
  return align(rows.map(([kind, names]) => [kind, `${names.length}`, `in ${new Set(names).size} files`]));
}

/** The files that differ, those with most faults first, with the first `shown` faults of each. */
export function writeWorst(results: readonly Result[], shown: number): string {
  const differing = results.filter(({ faults }) => faults.length > 0);
  const sorted = differing.toSorted((left, right) => right.faults.length - left.faults.length);
  return sorted
    .map(({ dump, faults }) => {
      const first = faults.slice(0, shown).map((fault) => `  ${writeFault(fault)}`);
      const more = faults.length > shown ? [`  and ${faults.length - shown} more`] : [];
      return [`${dump.group}/${dump.name}: ${faults.length}`, ...first, ...more].join('\n');
    })
    .join('\n');
}

export function writeFault({ kind, line, gold, answer }: Fault): string {
  const said = gold === null ? `“${shorten(answer)}”` : `“${shorten(gold)}”`;
  return `line ${line}: ${kind}: ${said}${gold === null || answer === null ? '' : ` came out as “${shorten(answer)}”`}`;
}

function shorten(text: string | null): string {
  const plain = (text ?? '').replaceAll('\n', '⏎');
  return plain.length > 110 ? `${plain.slice(0, 70)} … ${plain.slice(-30)}` : plain;
}

/** One dump in full: for each line what the gold reads it as, what the parser does, and the line. `=` where both agree. */
export function writeSideBySide(dump: Dump, answers: readonly ParsedArticle[], outer: Told['dropped']): string {
  const gold = tell({ articles: dump.gold.articles, dropped: dump.gold.dropped });
  const answer = tell({ articles: answers, dropped: outer });
  const rows = dump.text.lines.map((raw, index) => {
    const [one = '', other = ''] = [gold.get(index + 1), answer.get(index + 1)];
    return [`${index + 1}`, one === other ? '=' : '#', one, one === other ? '' : other, raw.slice(0, 80)];
  });
  const pairs = pair(dump.gold.articles, answers);
  const heads = dump.gold.articles.map((article) => writeFields(article, pairs.get(article)));
  return [align([['line', '', 'gold', 'parser', 'text'], ...rows]), ...heads].join('\n');
}

function writeFields({ lines, fields }: GoldArticle, found: ParsedArticle | undefined): string {
  const rows = fieldNames.map((name) => {
    const [one, other] = [fields[name] ?? '–', found?.[name] ?? '–'];
    return `  ${name}: ${one}${one === other ? '' : `   # ${other}`}`;
  });
  return `\nline ${lines[0]}:\n${rows.join('\n')}`;
}

type Told = {
  readonly articles: readonly Pick<ParsedArticle, 'lines' | 'media' | 'blocks' | 'dropped'>[] | readonly GoldArticle[];
  readonly dropped: readonly { readonly line: number; readonly reason: string }[];
};

/** What each line is read as. */
function tell({ articles, dropped }: Told): ReadonlyMap<number, string> {
  const told = new Map<number, string>();
  const say = (line: number, word: string) => told.set(line, [told.get(line) ?? [], word].flat().join(' '));
  for (const { lines } of articles) if (lines !== null) say(lines[0], '[');
  for (const { media, blocks } of articles) {
    for (const { line } of media) say(line, 'caption');
    for (const { line, kind } of blocks) say(line, kind);
  }
  for (const { line, reason } of [...articles.flatMap((article) => article.dropped), ...dropped])
    say(line, `-${reason}`);
  for (const { lines } of articles) if (lines !== null) say(lines[1], ']');
  return told;
}
