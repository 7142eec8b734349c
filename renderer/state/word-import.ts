import { displayName } from '../../shared/display-name.ts';
import type { ImportSummary } from '../../shared/model.ts';
import { countOf } from '../../shared/words.ts';

/** A name inside a sentence: shown safely and, by the isolates around it, in its own direction. */
export function isolated(name: string): string {
  return `\u2068${displayName(name)}\u2069`;
}

/** What a finished import says in one line: "2 articles from khartoum.txt". */
export function wordImport(summary: ImportSummary): string {
  const from = isolated(summary.name);
  const refused = summary.refused > 0 ? [`${countOf(summary.refused, 'file')} refused`] : [];
  const known = summary.known > 0 ? [`${countOf(summary.known, 'more was', 'more were')} here already`] : [];
  if (summary.cancelled)
    return [`Cancelled: ${countOf(summary.new, 'new article')} from ${from} kept`, ...known, ...refused].join(', ');
  if (summary.found === 0) return [`No articles from ${from}`, ...refused].join(', ');
  if (summary.new === 0)
    return [`${countOf(summary.found, 'article')} from ${from}, all here already`, ...refused].join(', ');
  return [`${countOf(summary.new, 'article')} from ${from}`, ...known, ...refused].join(', ');
}
