import { expect, test } from 'vitest';
import type { ImportId } from '../../shared/model.ts';
import { undoImport } from './imports.ts';
import { undo } from './marks.ts';
import { ok, openTestApp, toRow, type Answers } from './test-app.ts';

const id = 'x' as ImportId;
const core: Answers = {
  'history.nextImport': () => ok(id),
  'history.undo': () => ok('import 2 articles'),
  'imports.touched': () => ok([]),
  'imports.undo': () => ok(2),
  'articles.rows': (input) => ok((input as { readonly ids: readonly string[] }).ids.map((each) => toRow(each))),
};
const many = Array.from({ length: 250 }, (_, index) => `id${index}`);

const methods = ({ calls }: ReturnType<typeof openTestApp>) => calls.map(({ method }) => method);

test('an untouched import is undone without a question', async () => {
  const opened = openTestApp(core);
  await undoImport(opened.app, id);
  expect(opened.app.dialog.get()).toBeNull();
  expect(opened.words()).toEqual(['Removed 2 articles']);
  await undo(opened.app);
  expect(methods(opened)).toContain('history.undo');
});

test('touched articles are shown first, 200 of them, and nothing is undone until it is said', async () => {
  const opened = openTestApp({ ...core, 'imports.touched': () => ok(many) });
  await undoImport(opened.app, id);
  const dialog = opened.app.dialog.get();
  expect(dialog).toMatchObject({ kind: 'touched', total: 250 });
  expect(methods(opened)).not.toContain('imports.undo');
  if (dialog?.kind !== 'touched') throw new Error('no dialog');
  expect(dialog.rows).toHaveLength(200);
  dialog.onUndo();
  await expect.poll(() => methods(opened)).toContain('imports.undo');
});

test('Ctrl+Z asks in the same way when the next step is an import', async () => {
  const opened = openTestApp({ ...core, 'imports.touched': () => ok(['a']) });
  await undo(opened.app);
  expect(methods(opened)).not.toContain('history.undo');
  const dialog = opened.app.dialog.get();
  if (dialog?.kind !== 'touched') throw new Error('no dialog');
  dialog.onUndo();
  await expect.poll(() => opened.words()).toEqual(['Undone: import 2 articles']);
});

test('what another window changed while the question stood is not undone in its place', async () => {
  const next = [id, 'y'];
  const opened = openTestApp({
    ...core,
    'imports.touched': () => ok(['a']),
    'history.nextImport': () => ok(next.shift()),
  });
  await undo(opened.app);
  const dialog = opened.app.dialog.get();
  if (dialog?.kind !== 'touched') throw new Error('no dialog');
  dialog.onUndo();
  await expect.poll(() => opened.words()).toEqual(['Nothing was undone: something else was changed since']);
  expect(methods(opened)).not.toContain('history.undo');
});

test('a core that cannot tell what was touched still undoes', async () => {
  const opened = openTestApp({ 'imports.undo': () => ok(1), 'history.undo': () => ok('star 1 article') });
  await undoImport(opened.app, id);
  await undo(opened.app);
  expect(opened.words()).toEqual(['Undone: star 1 article']);
});

test('steps pressed fast are asked for one after the other', async () => {
  const imports = [null, id];
  const opened = openTestApp({
    ...core,
    'imports.touched': () => ok(['a']),
    'history.nextImport': () => ok(imports[0]),
    'history.undo': async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      imports.shift();
      return ok('star 1 article');
    },
  });
  await Promise.all([undo(opened.app), undo(opened.app)]);
  expect(methods(opened).filter((method) => method === 'history.undo')).toHaveLength(1);
  expect(opened.app.dialog.get()?.kind).toBe('touched');
});
