import type { App } from './app.ts';
import { noImports } from './import-progress.ts';
import { keys } from './library.ts';
import { nothingChosen } from './selection.ts';
import { firstView } from './view.ts';

/** Another library stands where one stood: all that is shown, chosen or offered of the old one goes and is asked anew. */
export function renew(app: App): void {
  app.rows.forget();
  app.dialog.set(() => null);
  app.toasts.clear();
  app.selection.set(() => nothingChosen);
  // Files on their way from this window are no part of a library yet.
  app.imports.set(({ sending }) => ({ ...noImports, sending }));
  // Who chose another folder in the settings is still there.
  app.view.set(({ visit, settings }) => ({ ...firstView, visit: visit + 1, settings }));
  void app.cache.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.place[0] });
}
