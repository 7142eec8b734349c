/* The account of a file's bytes: each line is part of an article, left out, or a separator. Nothing may be missing. */

import type { Ledger, LineRange } from '../../../../shared/model.ts';
import type { SourceText } from '../source-text.ts';

export type Account = {
  readonly articles: readonly (LineRange | null)[];
  /** 1-based numbers of lines that were left out, in articles and outside. */
  readonly dropped: Iterable<number>;
  /** 1-based numbers of rules and counters between articles. */
  readonly separators: ReadonlySet<number>;
};

/**
 * Adds up the bytes of a file line by line, terminators and byte order mark included. A blank line outside every
 * article is a separator; a line that is text and has no place would be counted as unassigned, which must be 0.
 */
export function balance(
  source: SourceText,
  account: Account,
  isBlank: (index: number) => boolean,
): { readonly ledger: Ledger; readonly separatorLines: number } {
  const inside = new Uint8Array(source.lineCount);
  for (const range of account.articles) if (range !== null) inside.fill(1, range[0] - 1, range[1]);
  for (const line of account.dropped) inside[line - 1] = 2;
  const sums = { articles: 0, dropped: 0, separators: 0, unassigned: 0 };
  let separatorLines = 0;
  let bytes = 0;
  for (let index = 0; index < source.lineCount; index += 1) {
    const size = source.lineBytes(index);
    bytes += size;
    if (inside[index] === 1) sums.articles += size;
    else if (inside[index] === 2) sums.dropped += size;
    else if (account.separators.has(index + 1) || isBlank(index)) {
      sums.separators += size;
      separatorLines += 1;
    } else sums.unassigned += size;
  }
  return { ledger: { bytes, ...sums }, separatorLines };
}
