/* Putting articles in the trash and taking them back. Nothing empties it. */

import type { ArticleId } from '../../shared/model.ts';
import type { App } from './app.ts';
import { currentIds } from './library.ts';
import { markArticles } from './marks.ts';
import { select } from './navigate.ts';

/** Whether an article is in the trash; a row that is not here yet is where its list says. */
export function isTrashed(app: App, id: ArticleId): boolean {
  return app.rows.get(id)?.trashed ?? app.view.get().query.kind === 'trash';
}

/** Puts articles in the trash, or back where all of them are in it; then goes on to the next article of the list. */
export function toggleTrash(app: App, ids: readonly ArticleId[]): void {
  const trashed = ids.some((id) => !isTrashed(app, id));
  const leavesList = trashed === (app.view.get().query.kind !== 'trash');
  const next = leavesList ? findNext(currentIds(app), new Set(ids), (id) => isTrashed(app, id) === trashed) : null;
  void markArticles(
    app,
    trashed
      ? { ids, patch: { trashed }, past: 'Moved', rest: 'to the trash' }
      : { ids, patch: { trashed }, past: 'Put back' },
  );
  if (next !== null) select(app, { kind: 'choose', id: next });
}

/** The first article below those that leave, else the first above them; null where none stays. */
export function findNext(
  ids: readonly ArticleId[],
  leaving: ReadonlySet<ArticleId>,
  isGone: (id: ArticleId) => boolean,
): ArticleId | null {
  const stays = (id: ArticleId): boolean => !leaving.has(id) && !isGone(id);
  const last = ids.findLastIndex((id) => leaving.has(id));
  const first = ids.findIndex((id) => leaving.has(id));
  return ids.slice(last + 1).find(stays) ?? ids.slice(0, Math.max(first, 0)).findLast(stays) ?? null;
}
