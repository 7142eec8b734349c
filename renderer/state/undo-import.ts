/* Before an import is undone: what a person has done to its articles since is shown first. */

import type { ImportId, Overview } from '../../shared/model.ts';
import type { App } from './app.ts';
import { keys } from './library.ts';

/** As many as the core hands out at once. */
const most = 200;

/**
 * Opens the dialog where a person has touched what the import added, and answers true: then `onUndo` may be called
 * later. A core that cannot tell does not stand in the way: an undone import can itself be brought back.
 */
export async function askBeforeUndo(app: App, id: ImportId, onUndo: () => void): Promise<boolean> {
  // A star that is on its way to the disk counts.
  await Promise.allSettled(app.pending);
  const ids = await app.call('imports.touched', { id }).catch(() => []);
  if (ids.length === 0) return false;
  const rows = await app.call('articles.rows', { ids: ids.slice(0, most) });
  const name = app.cache.getQueryData<Overview>(keys.overview)?.imports.find((each) => each.id === id)?.name ?? null;
  app.dialog.set(() => ({ kind: 'touched', name, rows, total: ids.length, onUndo }));
  return true;
}
