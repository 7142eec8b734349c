/* An article as it lies in a pack: in pieces, so that no record is too large to be read for a list row. */

import {
  longestText,
  type Article,
  type ArticleId,
  type Block,
  type FileReport,
  type ImportId,
} from '../../../shared/model.ts';
import { lengthOf, toPieces } from './cut.ts';

/** Its first piece, which the head points to. Records written before there were pieces hold all of the text. */
export type BodyRecord = { readonly article: Article; readonly hiddenCharacters?: number };
/** A later piece; these follow the first one line by line. */
export type MoreRecord = { readonly more: ArticleId; readonly blocks: readonly Block[] };

/** Which import a pack is a part of: enough to take it in again where the catalogue is lost. */
export type PackOrigin = {
  readonly id: ImportId;
  readonly name: string;
  /** Number of the import's files in the parts before. */
  readonly firstFile: number;
};
/** The last record of a part. `import` was not written by format 1. */
export type ReportsRecord = { readonly reports: readonly FileReport[]; readonly import?: PackOrigin };

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
