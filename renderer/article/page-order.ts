/* Where captions stand in the text, and where a dateline ends. Pure. */

import type { Article, Block, Media } from '../../shared/model.ts';

export type PagePart =
  | { readonly kind: 'block'; readonly index: number; readonly block: Block }
  | { readonly kind: 'media'; readonly index: number; readonly media: Media };

/** Blocks and captions in the order of the dump: a caption stands before the first block that begins after it. */
export function orderPage({ blocks, media }: Pick<Article, 'blocks' | 'media'>): readonly PagePart[] {
  const waiting = media
    .map((each, index) => ({ kind: 'media', index, media: each }) as const)
    .sort((a, b) => a.media.line - b.media.line);
  const parts: PagePart[] = [];
  let next = 0;
  blocks.forEach((block, index) => {
    for (let first = waiting[next]; first !== undefined && first.media.line < block.line; first = waiting[next]) {
      parts.push(first);
      next += 1;
    }
    parts.push({ kind: 'block', index, block });
  });
  return [...parts, ...waiting.slice(next)];
}

/** Splits "PORT ANSEL — The pilots" behind its dateline; null where the text does not begin with it. */
export function splitDateline(text: string, dateline: string | null): readonly [dateline: string, rest: string] | null {
  if (dateline === null || dateline === '' || !text.startsWith(dateline)) return null;
  return [dateline, text.slice(dateline.length)];
}

/** Lines of a list block without their bullets. */
export function splitList(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•–·▪◦]|\d{1,3}[.)])\s+/, ''))
    .filter((line) => line.trim() !== '');
}
