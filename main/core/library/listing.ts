/* Articles as the command line lists them: one flat object each, its keys in the order in which they are printed. */

import type { ArticleId, LineRange } from '../../../shared/model.ts';
import { importedAtOf, occurrencesOf } from './read-articles.ts';
import { stateOf, type Catalogue } from './state.ts';

/** `file` and `lines` are those of the first occurrence. */
export type ListedArticle = {
  readonly id: ArticleId;
  readonly title: string;
  readonly source: string | null;
  readonly date: string | null;
  readonly importedAt: number;
  readonly read: boolean;
  readonly starred: boolean;
  readonly tags: readonly string[];
  readonly file: string;
  readonly lines: LineRange | null;
  readonly words: number;
};

export function listArticles(catalogue: Catalogue, ids: readonly ArticleId[]): readonly ListedArticle[] {
  return ids.flatMap((id) => {
    const head = catalogue.heads.get(id);
    if (head === undefined) return [];
    const { title, source, date, words } = head;
    const { read, starred, tags } = stateOf(catalogue, id);
    const [occurrence] = occurrencesOf(catalogue, head);
    const { file = '', lines = null } = occurrence ?? {};
    const importedAt = importedAtOf(catalogue, head);
    return [{ id, title, source, date, importedAt, read, starred, tags, file, lines, words }];
  });
}
