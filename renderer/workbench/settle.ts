/* Where the parser put a border that was asked for: it cuts between paragraphs, so not always at the very line. Pure. */

import type { Corrections, SplitArticle } from '../../shared/split.ts';

/**
 * First line of the article that begins where it was asked to at `line`: a line within a paragraph stands for the whole, a
 * blank one for what follows. Null where no article is there.
 */
export function findBegin(articles: readonly SplitArticle[], line: number): number | null {
  const found = articles.find(({ lines }) => lines !== null && lines[1] >= line);
  return found?.lines?.[0] ?? null;
}

/**
 * The corrections by the lines where articles begin now. They say the same; but a border is joined and its fields are set by
 * the line that is shown.
 */
export function settle(corrections: Corrections, articles: readonly SplitArticle[]): Corrections {
  const { begins, fields } = corrections;
  const moved = new Map(begins.map((line) => [line, findBegin(articles, line) ?? line]));
  if ([...moved].every(([line, begin]) => line === begin)) return corrections;
  return {
    ...corrections,
    begins: [...new Set(moved.values())].sort((a, b) => a - b),
    fields: fields.map(({ first, name, value }) => ({
      first: first === null ? null : (moved.get(first) ?? first),
      name,
      value,
    })),
  };
}
