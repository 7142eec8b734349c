/* Fields as a person set them, in place of what was read or concluded. */

import type { ParsedArticle } from '../../../../shared/model.ts';
import type { Corrections } from '../../../../shared/split.ts';

type Field = Corrections['fields'][number];

/**
 * What was set for one article (named by its first line) wins over what was set for all of the file. A headline cannot be
 * taken away.
 */
export function setFields(articles: readonly ParsedArticle[], fields: readonly Field[]): readonly ParsedArticle[] {
  if (fields.length === 0) return articles;
  const forAll = fields.filter(({ first }) => first === null);
  const own = Map.groupBy(fields, ({ first }) => first);
  return articles.map((article) => {
    const line = article.lines?.[0];
    return [...forAll, ...(line === undefined ? [] : (own.get(line) ?? []))].reduce(setField, article);
  });
}

function setField(article: ParsedArticle, { name, value }: Field): ParsedArticle {
  if (name === 'title' && value === null) return article;
  return { ...article, [name]: value, inferred: article.inferred.filter((each) => each !== name) };
}
