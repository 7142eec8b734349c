/* The few words of an article that a list row shows. */

import type { Block } from '../../../shared/model.ts';

const LONGEST = 240;

/** The first text of an article, at most 240 characters, cut between words where it can be. */
export function excerptOf(blocks: readonly Block[]): string {
  let text = '';
  for (const block of blocks) {
    if (block.kind === 'heading') continue;
    text += `${text === '' ? '' : ' '}${block.text
      .slice(0, LONGEST * 2)
      .replace(/\s+/g, ' ')
      .trim()}`;
    if (text.length > LONGEST) return cut(text);
  }
  return text;
}

function cut(text: string): string {
  const short = text.slice(0, LONGEST - 1);
  const blank = short.lastIndexOf(' ');
  const words = blank > LONGEST / 2 ? short.slice(0, blank) : short.replace(/[\uD800-\uDBFF]$/, '');
  return `${words}…`;
}
