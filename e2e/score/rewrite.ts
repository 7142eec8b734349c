/* Changes the lines of a dump, and moves its gold along. */

import type { LineRange } from '../../shared/model.ts';
import type { DumpText } from './encode.ts';
import type { Gold, GoldDrop } from './gold.ts';

/** A dump that is to be written in another way. */
export type Written = { readonly text: DumpText; readonly gold: Gold };

export type Edit = {
  /** Lines to put before a line of the dump. They belong to what that line stands in. */
  readonly before?: ReadonlyMap<number, readonly string[]>;
  /** What becomes of a line: several where it is broken, none where it goes. `line` counts from 1. */
  readonly rows: (raw: string, line: number) => readonly string[];
};

/** Writes the lines anew. A line that goes must be one that the gold does not name. */
export function rewrite({ text, gold }: Written, { before = new Map(), rows }: Edit): Written {
  const lines: string[] = [];
  const places: LineRange[] = [];
  for (const [index, raw] of text.lines.entries()) {
    lines.push(...(before.get(index + 1) ?? []));
    const first = lines.length + 1;
    lines.push(...rows(raw, index + 1));
    places.push([first, lines.length]);
  }
  return { text: { ...text, lines }, gold: moveGold(gold, places) };
}

/** `places` says for each line of the old dump where it stands now. */
function moveGold(gold: Gold, places: readonly LineRange[]): Gold {
  const first = (line: number) => places[line - 1]?.[0] ?? line;
  const last = (line: number) => places[line - 1]?.[1] ?? line;
  const spread = ({ line, reason }: GoldDrop): readonly GoldDrop[] =>
    Array.from({ length: last(line) - first(line) + 1 }, (_, index) => ({ line: first(line) + index, reason }));
  return {
    articles: gold.articles.map((article) => ({
      ...article,
      lines: [first(article.lines[0]), last(article.lines[1])],
      media: article.media.map((media) => ({ ...media, line: first(media.line) })),
      blocks: article.blocks.map((block) => ({ ...block, line: first(block.line) })),
      dropped: article.dropped.flatMap(spread),
    })),
    dropped: gold.dropped.flatMap(spread),
    undecidable: gold.undecidable.map(first),
  };
}
