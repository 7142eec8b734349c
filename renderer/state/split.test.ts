import { expect, test } from 'vitest';
import type { ImportId, Sha256 } from '../../shared/model.ts';
import { noCorrections, type SplitView } from '../../shared/split.ts';
import { acceptSplit } from './split.ts';
import { ok, openTestApp } from './test-app.ts';

const view: SplitView = {
  importId: 'a-00000000' as ImportId,
  fileNumber: 2,
  file: 'dump.txt',
  sha256: '0'.repeat(64) as Sha256,
  encoding: 'utf-8',
  profile: null,
  corrections: { ...noCorrections, begins: [42] },
  confidence: 1,
  warnings: [],
  articles: [],
  possibleBorders: [],
  borders: [],
  dropped: [],
  separatorLines: 0,
  ledger: { bytes: 0, articles: 0, dropped: 0, separators: 0, unassigned: 0 },
};

test('an accepted split is kept as it was shown, and said with the way back', async () => {
  const { app, calls, words } = openTestApp({ 'split.accept': () => ok(3) });
  expect(await acceptSplit(app, view)).toBe(true);
  expect(calls).toEqual([
    { method: 'split.accept', input: { importId: view.importId, fileNumber: 2, corrections: view.corrections } },
  ]);
  expect(words()).toEqual(['\u2068dump.txt\u2069: 3 articles']);
  expect(app.toasts.store.get()[0]?.actions.map(({ label }) => label)).toEqual(['Undo']);
});

test('a split that is refused says why and is not gone', async () => {
  const { app, words } = openTestApp({});
  expect(await acceptSplit(app, view)).toBe(false);
  expect(words()).toEqual(['The split was not kept. Not yet.']);
});
