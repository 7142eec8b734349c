/* Where a person is in a split: the line that keys and buttons act on. Pure. */

import type { SplitArticle, SplitView } from '../../shared/split.ts';
import type { Border } from './rows.ts';

export type Spot = {
  readonly view: SplitView;
  readonly borders: readonly Border[];
  /** From 1. */
  readonly line: number;
};

/** The article that the line stands in, or the one above it; with its place, from 0. Null above the first. */
export function findArticle({ view, line }: Spot): { readonly article: SplitArticle; readonly index: number } | null {
  const index = view.articles.findLastIndex(({ lines }) => lines !== null && lines[0] <= line);
  const article = view.articles[index];
  return article === undefined ? null : { article, index };
}
