/* Where articles begin and end, against where they should. */

import type { LineRange } from '../../shared/model.ts';
import type { Finds } from './tally.ts';

/** Compares the ranges of a file. Both lists are in the order of the file. */
export function compareBorders(gold: readonly LineRange[], answer: readonly LineRange[], finds: Finds): void {
  const { count, fault } = finds;
  // The first article begins somewhere in any case: only what parts articles is a border.
  const wanted = gold.slice(1).map(([first]) => first);
  const found = answer.slice(1).map(([first]) => first);
  const hits = matchLines(wanted, found, 0);
  count('borders to find', wanted.length);
  count('borders answered', found.length);
  count('borders strict', hits.size);
  count('borders near', matchLines(wanted, found, 2).size);
  for (const line of wanted) if (!hits.has(line)) fault({ kind: 'border missed', line, gold: 'border', answer: null });
  for (const line of found)
    if (!wanted.includes(line)) fault({ kind: 'border false', line, gold: null, answer: 'border' });
  const isExact = gold.length === answer.length && gold.every((range, index) => isSame(range, answer[index]));
  if (isExact) count('exact');
  else tellEnds(gold, answer, finds);
  if (gold.length !== 1) return;
  count('single-article files');
  if (answer.length > 1) count('over-split');
}

function isSame([first, last]: LineRange, other: LineRange | undefined): boolean {
  return first === other?.[0] && last === other[1];
}

/** The first line of a file's first article, and last lines, are no borders but can be wrong. */
function tellEnds(gold: readonly LineRange[], answer: readonly LineRange[], { fault }: Finds): void {
  const [start, found] = [gold[0]?.[0], answer[0]?.[0]];
  if (start !== found)
    fault({ kind: 'first line wrong', line: start ?? 0, gold: String(start), answer: String(found ?? null) });
  for (const [first, last] of gold) {
    const same = answer.find((range) => range[0] === first);
    if (same !== undefined && same[1] !== last)
      fault({ kind: 'last line wrong', line: last, gold: String(last), answer: String(same[1]) });
  }
}

/** The wanted lines that a found line lies within `reach` of; each found line counts once. Both lists ascend. */
export function matchLines(wanted: readonly number[], found: readonly number[], reach: number): ReadonlySet<number> {
  const hits = new Set<number>();
  let next = 0;
  for (const line of wanted) {
    while ((found[next] ?? Infinity) < line - reach) next += 1;
    if ((found[next] ?? Infinity) > line + reach) continue;
    hits.add(line);
    next += 1;
  }
  return hits;
}
