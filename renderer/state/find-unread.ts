import type { ArticleId, ArticleRow } from '../../shared/model.ts';
import type { App } from './app.ts';
import { currentIds, currentSort } from './library.ts';

/**
 * The nearest unread article after (or before) the focus in the list in view, or null. Rows that are here are asked
 * first; where they end, one call for all unread ids answers the rest, however long the list is.
 */
export async function findUnread(app: App, direction: 1 | -1): Promise<ArticleId | null> {
  const ids = currentIds(app);
  const rest = idsFrom(ids, app.selection.get().focus, direction);
  const near = findNear(rest, app.rows.get);
  if (near !== undefined) return near;
  const unread = new Set(await app.call('articles.ids', { query: { kind: 'unread' }, sort: currentSort(app) }));
  return rest.find((id) => isUnread(id, unread, app.rows.get(id))) ?? null;
}

/** Everything that follows the focus in reading direction, the nearest first. */
export function idsFrom(ids: readonly ArticleId[], focus: ArticleId | null, direction: 1 | -1): readonly ArticleId[] {
  const at = focus === null ? -1 : ids.indexOf(focus);
  if (direction === 1) return ids.slice(at + 1);
  return at === -1 ? [] : ids.slice(0, at).toReversed();
}

/** Undefined when a row that is not here comes before any unread one. */
export function findNear(
  rest: readonly ArticleId[],
  row: (id: ArticleId) => Pick<ArticleRow, 'read'> | undefined,
): ArticleId | null | undefined {
  for (const id of rest) {
    const known = row(id);
    if (known === undefined) return undefined;
    if (!known.read) return id;
  }
  return null;
}

/** What is on screen is newer than what the core answered a moment ago. */
function isUnread(id: ArticleId, unread: ReadonlySet<ArticleId>, row: ArticleRow | undefined): boolean {
  return row === undefined ? unread.has(id) : !row.read;
}
