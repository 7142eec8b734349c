/* Going from list to list and from article to article. */

import type { ArticleId, ImportId } from '../../shared/model.ts';
import type { Query } from '../../shared/query.ts';
import type { App } from './app.ts';
import { findUnread } from './find-unread.ts';
import { currentIds, currentSort, idsOptions } from './library.ts';
import { inBackground } from './report-failure.ts';
import { applySelection, nothingChosen, type SelectionAction } from './selection.ts';
import type { SplitFile } from './split.ts';

/** Enters a list. `choose` names the article to open in it as soon as it is here. */
export function enterList(app: App, query: Query, choose: ArticleId | 'first' | null = null): void {
  app.selection.set(() => nothingChosen);
  app.view.set((view) => ({
    ...view,
    query,
    visit: view.visit + 1,
    report: null,
    workbench: null,
    settings: false,
    pane: 'list',
    sidebarOpen: false,
  }));
  if (choose !== null) inBackground(app, 'The list could not be opened.', chooseIn(app, choose));
}

/** Opens on what the window was started for. A long import fills the list that is entered here as it goes. */
export function openOnStart(app: App): void {
  const { opensOn } = app.transport;
  if (opensOn !== null) enterList(app, { kind: 'import', id: opensOn }, 'first');
}

async function chooseIn(app: App, choose: ArticleId | 'first'): Promise<void> {
  const { visit } = app.view.get();
  const ids = await app.cache.fetchQuery(idsOptions(app, app.view.get(), currentSort(app)));
  const id = choose === 'first' ? ids[0] : choose;
  if (id !== undefined && app.view.get().visit === visit) openArticle(app, id);
}

export function openReport(app: App, id: ImportId): void {
  app.view.set((view) => ({ ...view, report: id, workbench: null, settings: false, sidebarOpen: false }));
}

export function closeReport(app: App): void {
  app.view.set((view) => (view.report === null ? view : { ...view, report: null }));
}

/** An import that was undone has nothing to show: all articles take the place of its list and its report. */
export function leaveImport(app: App, id: ImportId): void {
  const { query, report, workbench } = app.view.get();
  if (workbench?.importId === id) closeWorkbench(app);
  if (report === id) closeReport(app);
  if (query.kind === 'import' && query.id === id) enterList(app, { kind: 'all' });
}

/** The split of a file, in place of all panes. `line` is where to begin. */
export function openWorkbench(app: App, file: SplitFile, line: number | null = null): void {
  const { importId, fileNumber } = file;
  app.view.set((view) => ({
    ...view,
    workbench: { importId, fileNumber, line, isChanged: false },
    sidebarOpen: false,
  }));
}

/** Leaves it with what was corrected and not accepted. */
export function closeWorkbench(app: App): void {
  app.view.set((view) => (view.workbench === null ? view : { ...view, workbench: null }));
}

/** As a person leaves it: asks first where something would be lost. */
export function leaveWorkbench(app: App): void {
  if (app.view.get().workbench?.isChanged === true) app.dialog.set(() => ({ kind: 'discard-split' }));
  else closeWorkbench(app);
}

/** Says whether something of the split would be lost now. */
export function setSplitChanged(app: App, isChanged: boolean): void {
  app.view.set((view) =>
    view.workbench === null || view.workbench.isChanged === isChanged
      ? view
      : { ...view, workbench: { ...view.workbench, isChanged } },
  );
}

/** The settings, in place of all panes. */
export function openSettings(app: App): void {
  app.view.set((view) => (view.settings ? view : { ...view, settings: true, sidebarOpen: false }));
}

export function closeSettings(app: App): void {
  app.view.set((view) => (view.settings ? { ...view, settings: false } : view));
}

export function select(app: App, action: SelectionAction): void {
  app.selection.set((selection) => applySelection(selection, action));
}

/** Chooses one article and, in a narrow window, turns to it. */
export function openArticle(app: App, id: ArticleId): void {
  select(app, { kind: 'choose', id });
  app.view.set((view) => ({ ...view, pane: 'article' }));
}

/** The article `step` rows on; the ends hold. Null when the list is empty. */
export function findStep(ids: readonly ArticleId[], focus: ArticleId | null, step: number): ArticleId | null {
  const at = focus === null ? -1 : ids.indexOf(focus);
  // Without a focus the first step enters the list at the end it comes from; Home and End always mean their end.
  const from = at === -1 && Math.abs(step) < Infinity ? (step > 0 ? -1 : ids.length) : at;
  return ids[Math.min(Math.max(from + step, 0), ids.length - 1)] ?? null;
}

/** Moves by rows; `how` extends the range or moves the focus alone. */
export function moveBy(app: App, step: number, how: 'choose' | 'extend' | 'focus' = 'choose'): void {
  const ids = currentIds(app);
  const id = findStep(ids, app.selection.get().focus, step);
  if (id !== null) select(app, how === 'extend' ? { kind: 'extend', id, ids } : { kind: how, id });
}

/** Opens the next unread article after the focus, or the one before it. Says so when there is none. */
export async function moveToUnread(app: App, direction: 1 | -1): Promise<void> {
  const { visit } = app.view.get();
  const id = await findUnread(app, direction);
  if (app.view.get().visit !== visit) return;
  if (id === null)
    app.toasts.show({
      words: direction === 1 ? 'No unread article follows in this list' : 'No unread article stands before this one',
    });
  else select(app, { kind: 'choose', id });
}
