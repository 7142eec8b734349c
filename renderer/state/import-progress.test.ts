import { expect, test } from 'vitest';
import type { ReaderEvent } from '../../shared/contract.ts';
import type { ImportId, ImportSummary } from '../../shared/model.ts';
import {
  applyImportEvent,
  noImports,
  queueImport,
  replaceSending,
  type Imports,
  type Sending,
} from './import-progress.ts';

const id = 'one' as ImportId;
const started: ReaderEvent = { kind: 'import-started', id, name: 'dump' };
const progress: ReaderEvent = {
  kind: 'import-progress',
  id,
  name: 'dump',
  file: 'a.txt',
  done: 1,
  files: 3,
  share: 0,
  found: 4,
  refused: 0,
  msLeft: 900,
};
const finished: ReaderEvent = {
  kind: 'import-finished',
  summary: { id } as unknown as ImportSummary,
  firstArticle: null,
};

function run(events: readonly ReaderEvent[], empty: boolean): Imports {
  return events.reduce((imports, event) => applyImportEvent(imports, event, empty), noImports);
}

test('follows an import from its start to its end', () => {
  expect(run([started], false).running).toMatchObject([{ id, files: null, found: 0 }]);
  expect(run([started, progress], false).running).toMatchObject([{ file: 'a.txt', done: 1, files: 3 }]);
  expect(run([started, progress, finished], false)).toEqual({ ...noImports, begun: new Set([id]) });
});

test('joins an import that began before this window', () => {
  expect(run([progress], false).running).toHaveLength(1);
});

test('knows the import that began in an empty library until it ends', () => {
  expect(run([started, progress], true).first.has(id)).toBe(true);
  expect(run([started], false).first.has(id)).toBe(false);
  expect(run([started, finished], true).first.size).toBe(0);
});

test('an import that broke off is over', () => {
  const failed: ReaderEvent = { kind: 'import-failed', id, name: 'dump', error: { code: 'unwritable', message: '' } };
  expect(run([started, failed], false).running).toEqual([]);
});

test('keeps each drop that is being handed over in its place, and none when it is over', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((file) => ({ file, done: 0, cancel: () => {} })) as [Sending, Sending, Sending];
  expect(replaceSending([a], null, b)).toEqual([a, b]);
  expect(replaceSending([a, b], a, c)).toEqual([c, b]);
  expect(replaceSending([a, b], a, null)).toEqual([b]);
  expect(replaceSending([b], null, null)).toEqual([b]);
});

test('counts an import that waits its turn until it begins, whichever is heard first', () => {
  const waiting = queueImport(noImports, id);
  expect(waiting.queued).toEqual([id]);
  const begun = applyImportEvent(waiting, started, false);
  expect(begun.queued).toEqual([]);
  expect(queueImport(begun, id).queued).toEqual([]);
});
