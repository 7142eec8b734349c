/* Marking and tagging: shown at once, taken back with a sentence when the core refuses. */

import { countOf } from '../../shared/words.ts';
import type { ArticleId, ArticleState, ArticleView, ImportId } from '../../shared/model.ts';
import type { App } from './app.ts';
import { keys } from './library.ts';
import { leaveImport } from './navigate.ts';
import { applyPatch, findBefore, type Before, type StatePatch } from './patches.ts';
import { canChange, refuseChange } from './place.ts';
import { reportFailure } from './report-failure.ts';
import { askBeforeUndo } from './undo-import.ts';

export type Mark = {
  readonly ids: readonly ArticleId[];
  readonly patch: StatePatch;
  /** First word of the toast ("Starred"); null is a mark that set itself: quiet, and no step of undo. */
  readonly past: string | null;
  /** What follows the number of articles ("to the trash"). */
  readonly rest?: string;
};

/** Changes the states of articles. Never rejects. */
export async function markArticles(app: App, mark: Mark): Promise<void> {
  const { ids, patch, past, rest } = mark;
  if (ids.length === 0 || (past === null ? !canChange(app) : refuseChange(app))) return;
  if (past !== null) app.toasts.outdate();
  const before = patchShown(app, ids, patch);
  try {
    const changed = await send(app, mark);
    if (past === null || changed === 0) return;
    app.toasts.outdate();
    app.toasts.show({
      words: [past, countOf(changed, 'article'), ...(rest === undefined ? [] : [rest])].join(' '),
      actions: [{ label: 'Undo', run: () => void undo(app) }],
      undoesLatest: true,
    });
  } catch (error) {
    for (const { id, state } of before) putShown(app, id, state);
    reportFailure(app, 'The mark was not kept.', error);
  }
}

async function send(app: App, mark: Mark): Promise<number> {
  const sending = callMark(app, mark);
  app.pending.add(sending);
  try {
    return await sending;
  } finally {
    app.pending.delete(sending);
  }
}

function callMark(app: App, { ids, patch, past }: Mark): Promise<number> {
  if (patch.add !== undefined || patch.remove !== undefined) {
    return app.call('articles.tag', { ids: [...ids], add: [...(patch.add ?? [])], remove: [...(patch.remove ?? [])] });
  }
  return app.call('articles.mark', {
    ids: [...ids],
    ...(patch.read === undefined ? {} : { read: patch.read }),
    ...(patch.starred === undefined ? {} : { starred: patch.starred }),
    ...(patch.trashed === undefined ? {} : { trashed: patch.trashed }),
    ...(past === null ? { automatic: true } : {}),
  });
}

/** Patches rows and opened articles; answers what those were that changed. */
export function patchShown(app: App, ids: readonly ArticleId[], patch: StatePatch): readonly Before[] {
  const before = new Map(app.rows.patch(ids, patch).map((each) => [each.id, each]));
  const opened = openedViews(app);
  for (const id of ids) {
    const view = opened.get(id);
    if (view === undefined) continue;
    const next = applyPatch(view.state, patch);
    if (next === view.state) continue;
    if (!before.has(id)) before.set(id, findBefore(id, view.state, patch));
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

/** Few, whatever is marked: a set of a hundred thousand ids would cost more than the marking. */
function openedViews(app: App): ReadonlyMap<ArticleId, ArticleView> {
  const views = app.cache.getQueriesData<ArticleView>({ queryKey: keys.allArticles });
  return new Map(views.flatMap(([, view]) => (view === undefined ? [] : [[view.article.id, view] as const])));
}

/** Takes back the last change; where that is an import whose articles were touched since, a dialog asks first. */
export function undo(app: App): Promise<void> {
  return inHistory(app, 'Nothing was undone.', async () => {
    const next = await findNextImport(app);
    if (next === null || !(await askBeforeUndo(app, next, () => void undoAsked(app, next)))) await undoNow(app, next);
  });
}

/** After the dialog: another window may have changed something while it stood there. */
function undoAsked(app: App, id: ImportId): Promise<void> {
  return inHistory(app, 'Nothing was undone.', async () => {
    if ((await findNextImport(app)) === id) await undoNow(app, id);
    else app.toasts.show({ words: 'Nothing was undone: something else was changed since' });
  });
}

/** A core that cannot tell has none: the undo itself says what it did. */
function findNextImport(app: App): Promise<ImportId | null> {
  return app.call('history.nextImport', {}).catch(() => null);
}

/** `next` is the import that it takes back, if it is one. */
async function undoNow(app: App, next: ImportId | null): Promise<void> {
  const label = await app.call('history.undo', {});
  if (next !== null && label !== null) leaveImport(app, next);
  app.toasts.show(
    label === null
      ? { words: 'There is nothing to undo' }
      : {
          words: `Undone: ${label}`,
          actions: [{ label: 'Redo', run: () => void redo(app) }],
          undoesLatest: true,
        },
  );
}

export function redo(app: App): Promise<void> {
  return inHistory(app, 'Nothing was done again.', async () => {
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
  });
}

/** One step after the other. Never rejects. */
async function inHistory(app: App, failed: string, step: () => Promise<void>): Promise<void> {
  if (refuseChange(app)) return;
  app.toasts.outdate();
  await app.inTurn(step).catch((error: unknown) => {
    reportFailure(app, failed, error);
  });
}
