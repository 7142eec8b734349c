/* What the core tells, turned into what the window shows. */

import type { ReaderEvent } from '../../shared/contract.ts';
import type { ArticleId, ImportSummary } from '../../shared/model.ts';
import type { CheckStatus } from '../../shared/place.ts';
import type { App } from './app.ts';
import { applyImportEvent } from './import-progress.ts';
import { undoImport } from './imports.ts';
import { currentIds, currentSort, isEmptyLibrary, keys } from './library.ts';
import { patchShown, putShown } from './marks.ts';
import { mergeIds } from './merge-ids.ts';
import { enterList, leaveWorkbench, openReport, openWorkbench } from './navigate.ts';
import { hearPlace } from './place.ts';
import { inBackground } from './report-failure.ts';
import { throttled } from './throttle.ts';
import { isolated, wordImport } from './word-import.ts';

/** At most so often the counts and the list are asked for anew while events pour in. */
const pauseMs = 250;

type Refresh = { readonly counts: () => void; readonly list: () => void };

/** Listens until the returned function is called. */
export function listen(app: App): () => void {
  const refresh: Refresh = {
    counts: throttled(() => refreshCounts(app), pauseMs),
    list: throttled(() => inBackground(app, 'The list could not be brought up to date.', refreshList(app)), pauseMs),
  };
  const stops = [
    app.transport.onEvent((event) => {
      handleEvent(app, event, refresh);
    }),
    app.transport.onResync(() => {
      refetchAll(app);
    }),
    app.transport.onConnection((connection) => {
      app.connection.set((before) => (before.state === 'open' && connection.state === 'open' ? before : connection));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function handleEvent(app: App, event: ReaderEvent, refresh: Refresh): void {
  const isFirst = event.kind === 'import-finished' && app.imports.get().first.has(event.summary.id);
  app.imports.set((imports) => applyImportEvent(imports, event, isEmptyLibrary(app)));
  switch (event.kind) {
    case 'marked':
      for (const { ids, state } of event.marks) patchShown(app, ids, state);
      for (const { id, tags } of event.tags) putShown(app, id, { tags });
      refresh.counts();
      return;
    case 'profiles-changed':
      refresh.counts();
      void app.cache.invalidateQueries({ queryKey: keys.profiles });
      return;
    case 'articles-changed':
      refresh.counts();
      refresh.list();
      return;
    case 'import-finished':
      // The import is a step of undo: the Undo of an earlier mark would take back the import.
      if (event.summary.new > 0) app.toasts.outdate();
      refresh.counts();
      showFinished(app, event.summary, isFirst);
      return;
    case 'import-failed':
      app.toasts.show({ words: `The import of ${isolated(event.name)} broke off. ${event.error.message}` });
      refresh.counts();
      return;
    case 'place':
      hearPlace(app, event.place, event.reload);
      return;
    case 'check':
      app.cache.setQueryData<CheckStatus>(keys.check, event.status);
      return;
    // No host holds imports yet.
    case 'import-held':
    case 'import-dismissed':
    case 'import-started':
    case 'import-progress':
      return;
  }
}

function showFinished(app: App, summary: ImportSummary, isFirst: boolean): void {
  const isCorrecting = app.view.get().workbench !== null;
  if (isFirst && summary.found > 0 && !isCorrecting) enterList(app, { kind: 'import', id: summary.id }, 'first');
  const review = { label: 'Review', run: () => openReview(app, summary) };
  const undo = { label: 'Undo', run: () => void undoImport(app, summary.id) };
  app.toasts.show({ words: wordImport(summary), actions: summary.new > 0 ? [review, undo] : [review] });
}

/** One file is reviewed by its split, several by their report. What a person corrected in another is not lost by it. */
function openReview(app: App, { id, files, found }: ImportSummary): void {
  if (app.view.get().workbench?.isChanged === true) return leaveWorkbench(app);
  if (files === 1 && found > 0) openWorkbench(app, { importId: id, fileNumber: 0 });
  else openReport(app, id);
}

function refreshCounts(app: App): void {
  void app.cache.invalidateQueries({ queryKey: keys.overview });
}

/** Articles came or went: the list in view is brought up to date without losing what is read in it. */
async function refreshList(app: App): Promise<void> {
  void app.cache.invalidateQueries({ queryKey: keys.allArticles });
  void app.cache.invalidateQueries({ queryKey: keys.allReports });
  // A file that is split anew may be read in another encoding.
  void app.cache.invalidateQueries({ queryKey: keys.allOriginals });
  const view = app.view.get();
  const sort = currentSort(app);
  const shown = currentIds(app);
  const fresh = await app.call('articles.ids', { query: view.query, sort });
  const ids = mergeIds(shown, fresh, await findExisting(app, shown, fresh));
  // The list was left while the core was asked: its next visit asks for itself.
  if (app.view.get().visit !== view.visit) return;
  app.cache.setQueryData<readonly ArticleId[]>(keys.ids(view, sort), ids);
  dropVanished(app, ids);
}

/** All ids of the library, asked only when something in the list no longer matches. */
async function findExisting(app: App, shown: readonly ArticleId[], fresh: readonly ArticleId[]) {
  const matching = new Set(fresh);
  if (shown.every((id) => matching.has(id))) return matching;
  const sort = currentSort(app);
  const [all, trash] = await Promise.all([
    app.call('articles.ids', { query: { kind: 'all' }, sort }),
    app.call('articles.ids', { query: { kind: 'trash' }, sort }),
  ]);
  return new Set([...all, ...trash]);
}

/** An article that is gone is no longer chosen. */
function dropVanished(app: App, ids: readonly ArticleId[]): void {
  const here = new Set(ids);
  app.selection.set((selection) => {
    const chosen = [...selection.chosen].filter((id) => here.has(id));
    const focus = selection.focus !== null && here.has(selection.focus) ? selection.focus : null;
    if (chosen.length === selection.chosen.size && focus === selection.focus) return selection;
    return { focus, anchor: focus, chosen: new Set(chosen) };
  });
}

/** After events were missed nothing that is shown can be trusted. */
function refetchAll(app: App): void {
  app.imports.set((imports) => ({ ...imports, running: [], queued: [] }));
  app.rows.forget();
  void app.cache.invalidateQueries();
}
