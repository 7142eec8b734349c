import type { ArticleId } from '../../shared/model.ts';

/**
 * Brings a list up to date while it is open: new articles come in where they belong, and an article that no longer
 * matches (read in "Unread", put in the trash) stays behind its old neighbour until the list is left. `exists` says which articles
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
