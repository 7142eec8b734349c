/* An article as it lies in a pack: in pieces, so that no record is too large to be read for a list row. */

import { longestText, type Article, type ArticleId, type Block } from '../../../shared/model.ts';
import { lengthOf, toPieces } from './cut.ts';

/** Its first piece, which the head points to. Records written before there were pieces hold all of the text. */
export type BodyRecord = { readonly article: Article; readonly hiddenCharacters?: number };
/** A later piece; these follow the first one line by line. */
export type MoreRecord = { readonly more: ArticleId; readonly blocks: readonly Block[] };

/** The records of an article, the first one being its body. Nearly every article has one. */
export function* toBodyRecords(article: Article): Generator<BodyRecord | MoreRecord> {
  const length = lengthOf(article.blocks);
  if (length <= longestText) return yield { article };
  let isFirst = true;
  for (const blocks of toPieces(article.blocks, longestText)) {
    if (isFirst) yield { article: { ...article, blocks }, hiddenCharacters: length - lengthOf(blocks) };
    else yield { more: article.id, blocks };
    isFirst = false;
  }
}
