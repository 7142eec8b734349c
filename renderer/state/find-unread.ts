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
  const inTrash = app.view.get().query.kind === 'trash';
  const near = findNear(rest, app.rows.get, inTrash);
  if (near !== undefined) return near;
  const unread = new Set(await app.call('articles.ids', { query: { kind: 'unread' }, sort: currentSort(app) }));
  return (
    rest.find((id) => {
      const row = app.rows.get(id);
      return row === undefined ? unread.has(id) : isOpenUnread(row, inTrash);
    }) ?? null
  );
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
  row: (id: ArticleId) => UnreadRow | undefined,
  inTrash: boolean,
): ArticleId | null | undefined {
  for (const id of rest) {
    const known = row(id);
    if (known === undefined) return undefined;
    if (isOpenUnread(known, inTrash)) return id;
  }
  return null;
}

type UnreadRow = Pick<ArticleRow, 'read' | 'trashed'>;

/** What is on screen is newer than what the core answered a moment ago. A row that left this list is passed over. */
function isOpenUnread({ read, trashed }: UnreadRow, inTrash: boolean): boolean {
  return !read && trashed === inTrash;
}
