/* What the core knows, as hooks: the overview, the settings, the list of ids, an opened article, a report. */

import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { ArticleId, ArticleRow, ArticleView, ImportId, ImportReport, Overview } from '../../shared/model.ts';
import type { Sort } from '../../shared/query.ts';
import type { Settings } from '../../shared/settings.ts';
import { useApp, type App } from './app.ts';
import { useStore } from './store.ts';
import { wordFailure } from './report-failure.ts';
import type { View } from './view.ts';

export const keys = {
  profiles: ['profiles'],
  overview: ['overview'],
  settings: ['settings'],
  allIds: ['ids'],
  ids: (view: View, sort: Sort) => ['ids', view.query, sort, view.visit],
  allArticles: ['article'],
  article: (id: ArticleId) => ['article', id],
  allReports: ['report'],
  report: (id: ImportId) => ['report', id],
  allOriginals: ['original'],
  place: ['place'],
  check: ['check'],
} as const;

export function overviewOptions(app: App) {
  return queryOptions<Overview>({ queryKey: keys.overview, queryFn: () => app.call('library.overview', {}) });
}

export function settingsOptions(app: App) {
  return queryOptions<Settings>({ queryKey: keys.settings, queryFn: () => app.call('settings.get', {}) });
}

export function idsOptions(app: App, view: View, sort: Sort) {
  return queryOptions<readonly ArticleId[]>({
    queryKey: keys.ids(view, sort),
    queryFn: async () => {
      await Promise.allSettled(app.pending);
      return app.call('articles.ids', { query: view.query, sort });
    },
    // A list that was left is never shown again: the next visit asks anew.
    gcTime: 0,
    structuralSharing: false,
  });
}

/** What the window needs before it can be drawn. `failure` is a sentence. */
export function useLibraryStart() {
  const app = useApp();
  const overview = useQuery(overviewOptions(app));
  const settings = useQuery(settingsOptions(app));
  const error = overview.data === undefined ? overview.error : settings.data === undefined ? settings.error : null;
  return {
    overview: overview.data,
    settings: settings.data,
    failure: error === null ? null : wordFailure(error),
    retry: () => void app.cache.refetchQueries(),
  };
}

export function useOverview(): Overview | undefined {
  return useQuery(overviewOptions(useApp())).data;
}

export function useSettings(): Settings | undefined {
  return useQuery(settingsOptions(useApp())).data;
}

/** Without a single article, also in the trash. False while nothing is known. */
export function isEmptyLibrary(app: App): boolean {
  const overview = app.cache.getQueryData<Overview>(keys.overview);
  return overview !== undefined && isEmptyOverview(overview);
}

export function isEmptyOverview({ all, trash }: Overview): boolean {
  return all.total + trash.total === 0;
}

/** Ids of the list in view; undefined while they are fetched. */
export function useIds(sort: Sort): readonly ArticleId[] | undefined {
  const app = useApp();
  return useQuery(idsOptions(app, useStore(app.view), sort)).data;
}

/** One row, and again whenever it changes. Undefined until it is fetched. */
export function useRow(id: ArticleId): ArticleRow | undefined {
  const { rows } = useApp();
  return useSyncExternalStore(
    rows.subscribe,
    useCallback(() => rows.get(id), [rows, id]),
  );
}

export function useArticle(id: ArticleId): { readonly view: ArticleView | undefined; readonly error: Error | null } {
  const app = useApp();
  const { data, error } = useQuery<ArticleView>({
    queryKey: keys.article(id),
    queryFn: () => app.call('articles.get', { id }),
  });
  return { view: data, error };
}

export function useReport(id: ImportId): { readonly report: ImportReport | undefined; readonly error: Error | null } {
  const app = useApp();
  const { data, error } = useQuery<ImportReport>({
    queryKey: keys.report(id),
    queryFn: () => app.call('imports.report', { id }),
  });
  return { report: data, error };
}

/** The sort in use, also outside of components. */
export function currentSort(app: App): Sort {
  return app.cache.getQueryData<Settings>(keys.settings)?.sort ?? 'newest';
}

/** Ids of the list in view as far as they are here. */
export function currentIds(app: App): readonly ArticleId[] {
  return app.cache.getQueryData<readonly ArticleId[]>(keys.ids(app.view.get(), currentSort(app))) ?? [];
}

/** Changes settings at once and keeps them; the core's answer is what counts. */
export function changeSettings(app: App, patch: Partial<Settings>): void {
  app.cache.setQueryData<Settings>(keys.settings, (settings) => settings && { ...settings, ...patch });
  app
    .call('settings.set', { patch })
    .then((settings) => app.cache.setQueryData<Settings>(keys.settings, settings))
    .catch(() => app.toasts.show({ words: 'The setting could not be kept; it holds until the window is closed.' }));
}
