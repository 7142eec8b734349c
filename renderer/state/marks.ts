/* Marking and tagging: shown at once, taken back with a sentence when the core refuses. */

import { countOf } from '../../shared/words.ts';
import type { ArticleId, ArticleState, ArticleView } from '../../shared/model.ts';
import type { App } from './app.ts';
import { keys } from './library.ts';
import { applyPatch, findBefore, type Before, type StatePatch } from './patches.ts';
import { reportFailure } from './report-failure.ts';

/** `past` is the first word of the toast ("Starred"); null keeps quiet, as for a read mark that sets itself. */
export type Mark = { readonly ids: readonly ArticleId[]; readonly patch: StatePatch; readonly past: string | null };

/** Changes the states of articles. Never rejects. */
export async function markArticles(app: App, mark: Mark): Promise<void> {
  const { ids, patch, past } = mark;
  if (ids.length === 0) return;
  const before = patchShown(app, ids, patch);
  try {
    const changed = await send(app, ids, patch);
    if (past === null || changed === 0) return;
    const isKnown = before.length === changed;
    app.toasts.outdate();
    app.toasts.show({
      words: `${past} ${countOf(changed, 'article')}`,
      actions: [{ label: 'Undo', run: () => void (isKnown ? takeBack(app, before, patch) : undo(app)) }],
      undoesLatest: !isKnown,
    });
  } catch (error) {
    for (const { id, state } of before) putShown(app, id, state);
    reportFailure(app, 'The mark was not kept.', error);
  }
}

/**
 * Undoes this very mark, whatever was marked since: an article that was opened has marked itself read meanwhile.
 * Only those that had changed are put back.
 */
async function takeBack(app: App, before: readonly Before[], patch: StatePatch): Promise<void> {
  const opposite: StatePatch = {
    ...(patch.read === undefined ? {} : { read: !patch.read }),
    ...(patch.starred === undefined ? {} : { starred: !patch.starred }),
    ...(patch.add === undefined ? {} : { remove: patch.add }),
    ...(patch.remove === undefined ? {} : { add: patch.remove }),
  };
  await markArticles(app, { ids: before.map(({ id }) => id), patch: opposite, past: 'Put back' });
}

async function send(app: App, ids: readonly ArticleId[], patch: StatePatch): Promise<number> {
  const sending = callMark(app, ids, patch);
  app.pending.add(sending);
  try {
    return await sending;
  } finally {
    app.pending.delete(sending);
  }
}

function callMark(app: App, ids: readonly ArticleId[], patch: StatePatch): Promise<number> {
  if (patch.add !== undefined || patch.remove !== undefined) {
    return app.call('articles.tag', { ids: [...ids], add: [...(patch.add ?? [])], remove: [...(patch.remove ?? [])] });
  }
  return app.call('articles.mark', {
    ids: [...ids],
    ...(patch.read === undefined ? {} : { read: patch.read }),
    ...(patch.starred === undefined ? {} : { starred: patch.starred }),
  });
}

/** Patches rows and opened articles; answers what those were that changed. */
export function patchShown(app: App, ids: readonly ArticleId[], patch: StatePatch): readonly Before[] {
  const before = new Map(app.rows.patch(ids, patch).map((each) => [each.id, each]));
  for (const view of openedViews(app, new Set(ids))) {
    const next = applyPatch(view.state, patch);
    if (next === view.state) continue;
    if (!before.has(view.article.id)) before.set(view.article.id, findBefore(view.article.id, view.state, patch));
    putView(app, view, next);
  }
  return [...before.values()];
}

/** Sets fields of a state wherever it is shown. */
export function putShown(app: App, id: ArticleId, state: Partial<ArticleState>): void {
  app.rows.put(id, state);
  const view = app.cache.getQueryData<ArticleView>(keys.article(id));
  if (view !== undefined) putView(app, view, { ...view.state, ...state });
}

function putView(app: App, view: ArticleView, state: ArticleState): void {
  app.cache.setQueryData<ArticleView>(keys.article(view.article.id), { ...view, state });
}

function openedViews(app: App, ids: ReadonlySet<ArticleId>): readonly ArticleView[] {
  return app.cache
    .getQueriesData<ArticleView>({ queryKey: keys.allArticles })
    .flatMap(([, view]) => (view !== undefined && ids.has(view.article.id) ? [view] : []));
}

export async function undo(app: App): Promise<void> {
  app.toasts.outdate();
  try {
    const label = await app.call('history.undo', {});
    if (label === null) app.toasts.show({ words: 'There is nothing to undo' });
    else
      app.toasts.show({
        words: `Undone: ${label}`,
        actions: [{ label: 'Redo', run: () => void redo(app) }],
        undoesLatest: true,
      });
  } catch (error) {
    reportFailure(app, 'Nothing was undone.', error);
  }
}

export async function redo(app: App): Promise<void> {
  app.toasts.outdate();
  try {
    const label = await app.call('history.redo', {});
    app.toasts.show(
      label === null
        ? { words: 'There is nothing to redo' }
        : {
            words: `Done again: ${label}`,
            actions: [{ label: 'Undo', run: () => void undo(app) }],
            undoesLatest: true,
          },
    );
  } catch (error) {
    reportFailure(app, 'Nothing was done again.', error);
  }
}
