import type { ArticleId } from '../../shared/model.ts';
import type { Query } from '../../shared/query.ts';

/** True where an article stays in the list whatever a person does to it. */
export function isLasting(query: Query): boolean {
  return query.kind === 'all' || query.kind === 'source' || query.kind === 'import';
}

/**
 * Brings a list up to date while it is open: new articles come in where they belong, and an article that no longer
 * matches (read in "Unread") stays behind its old neighbour until the list is left. `exists` says which articles
 * the library still holds.
 */
export function mergeIds(
  shown: readonly ArticleId[],
  fresh: readonly ArticleId[],
  exists: ReadonlySet<ArticleId>,
): readonly ArticleId[] {
  const matching = new Set(fresh);
  const followers = new Map<ArticleId | null, ArticleId[]>();
  let neighbour: ArticleId | null = null;
  for (const id of shown) {
    if (matching.has(id)) neighbour = id;
    else if (exists.has(id)) followers.set(neighbour, [...(followers.get(neighbour) ?? []), id]);
  }
  return [...(followers.get(null) ?? []), ...fresh.flatMap((id) => [id, ...(followers.get(id) ?? [])])];
}
