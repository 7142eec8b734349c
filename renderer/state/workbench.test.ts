/* Ways into the split of a file and out of it. */

import { expect, test } from 'vitest';
import type { ImportId, ImportSummary } from '../../shared/model.ts';
import { closeWorkbench, leaveImport, leaveWorkbench, openWorkbench, setSplitChanged } from './navigate.ts';
import { ok, openTestApp, type TestApp } from './test-app.ts';

const id = 'a' as ImportId;
const file = { importId: id, fileNumber: 0 };
const summary: ImportSummary = {
  id,
  name: 'dump.txt',
  importedAt: 0,
  tookMs: 1,
  files: 1,
  found: 2,
  new: 2,
  known: 0,
  refused: 0,
  finished: true,
  cancelled: false,
};

function review({ app, emit }: TestApp, some: Partial<ImportSummary> = {}): void {
  emit({ kind: 'import-finished', summary: { ...summary, ...some }, firstArticle: null });
  app.toasts.store
    .get()
    .at(-1)
    ?.actions.find(({ label }) => label === 'Review')
    ?.run();
}

test('an import of one file is reviewed by its split, others by their report', () => {
  const one = openTestApp({});
  review(one);
  expect(one.app.view.get()).toMatchObject({ workbench: { ...file, line: null, isChanged: false }, report: null });
  const more = openTestApp({});
  review(more, { files: 2 });
  expect(more.app.view.get()).toMatchObject({ workbench: null, report: id });
  const none = openTestApp({});
  review(none, { found: 0, new: 0, refused: 1 });
  expect(none.app.view.get()).toMatchObject({ workbench: null, report: id });
});

test('corrections that were not accepted are asked about before they are lost', () => {
  const opened = openTestApp({});
  const { app } = opened;
  openWorkbench(app, file, 9);
  setSplitChanged(app, true);
  leaveWorkbench(app);
  expect(app.dialog.get()).toEqual({ kind: 'discard-split' });
  app.dialog.set(() => null);
  review(opened, { id: 'b' as ImportId });
  expect(app.dialog.get()).toEqual({ kind: 'discard-split' });
  expect(app.view.get().workbench).toEqual({ ...file, line: 9, isChanged: true });
  closeWorkbench(app);
  expect(app.view.get().workbench).toBeNull();
});

test('a split without corrections is left at once, and the report is there again', () => {
  const { app } = openTestApp({});
  app.view.set((view) => ({ ...view, report: id }));
  openWorkbench(app, file);
  leaveWorkbench(app);
  expect(app.view.get()).toMatchObject({ workbench: null, report: id });
});

test('the first import that ends meanwhile does not take the split away', () => {
  const { app, emit } = openTestApp({ 'articles.ids': () => ok([]) });
  app.imports.set((imports) => ({ ...imports, first: new Set([id]) }));
  openWorkbench(app, file);
  emit({ kind: 'import-finished', summary, firstArticle: null });
  expect(app.view.get().workbench).toMatchObject(file);
});

test('an import that is undone takes its split along', () => {
  const { app } = openTestApp({});
  openWorkbench(app, file);
  leaveImport(app, id);
  expect(app.view.get().workbench).toBeNull();
});
