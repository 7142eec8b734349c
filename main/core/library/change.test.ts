import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange, invertChange, type Change } from './change.ts';
import { createCatalogue, stateOf } from './state.ts';
import { toPlain, toVisible } from './test-catalogue.ts';
import { deeds, idOf, importOf, toChanges, toImported } from './test-changes.ts';

test('every change is taken back by its inverse', () => {
  fc.assert(
    fc.property(deeds, (doings) => {
      const catalogue = createCatalogue();
      for (const [step, doing] of doings.entries()) {
        const before = toVisible(catalogue);
        const changes = toChanges(catalogue, doing, step);
        for (const change of changes) applyChange(catalogue, change, step);
        const [change] = changes;
        if (change === undefined) continue;
        const after = toVisible(catalogue);
        const inverse = invertChange(change);
        if (inverse === null) throw new Error('nothing that a person does is without an inverse');
        applyChange(catalogue, inverse, 0);
        expect(toVisible(catalogue)).toEqual(before);
        applyChange(catalogue, invertChange(inverse) ?? inverse, 0);
        expect(toVisible(catalogue)).toEqual(after);
      }
    }),
  );
});

test('a journal that is replayed gives the catalogue that was in memory', () => {
  fc.assert(
    fc.property(deeds, (doings) => {
      const catalogue = createCatalogue();
      const journal: string[] = [];
      for (const [step, doing] of doings.entries()) {
        for (const change of toChanges(catalogue, doing, step)) {
          journal.push(JSON.stringify(change));
          applyChange(catalogue, change, step);
        }
      }
      const replayed = createCatalogue();
      for (const [step, line] of journal.entries()) applyChange(replayed, JSON.parse(line) as Change, step);
      expect(toPlain(replayed)).toEqual(toPlain(catalogue));
    }),
  );
});

test('an article that two imports found stays when one of them is removed', () => {
  const catalogue = createCatalogue();
  applyChange(catalogue, toImported(catalogue, { step: 1, keys: [1, 2], file: 0 }), 0);
  applyChange(catalogue, toImported(catalogue, { step: 2, keys: [2, 3], file: 0 }), 0);
  applyChange(catalogue, { kind: 'import-removed', id: importOf(1) }, 0);
  expect([...catalogue.heads.values()].map(({ id }) => id).toSorted()).toEqual([idOf(2), idOf(3)]);
  expect(catalogue.heads.get(idOf(2))?.found.map(({ importId }) => importId)).toEqual([importOf(2)]);
});

test('a star outlives the article and is there when it comes back', () => {
  const catalogue = createCatalogue();
  applyChange(catalogue, toImported(catalogue, { step: 1, keys: [1], file: 0 }), 0);
  applyChange(catalogue, { kind: 'marked', marks: [{ ids: [idOf(1)], state: { starred: true } }] }, 0);
  applyChange(catalogue, { kind: 'import-removed', id: importOf(1) }, 0);
  const again = toImported(catalogue, { step: 2, keys: [1], file: 0 });
  expect(again.heads).toHaveLength(1);
  applyChange(catalogue, again, 0);
  expect(stateOf(catalogue, idOf(1))).toEqual({ read: false, starred: true, trashed: false, tags: [] });
});

test('tags get the colours 1 to 8 in the order in which they are first used, and keep them', () => {
  const catalogue = createCatalogue();
  const names = ['i', 'h', 'g', 'f', 'e', 'd', 'c', 'b', 'a'];
  for (const name of names) applyChange(catalogue, { kind: 'tagged', edits: [{ name, add: true, ids: [idOf(1)] }] }, 0);
  applyChange(catalogue, { kind: 'tagged', edits: [{ name: 'i', add: false, ids: [idOf(1)] }] }, 0);
  applyChange(catalogue, { kind: 'tagged', edits: [{ name: 'i', add: true, ids: [idOf(2)] }] }, 0);
  expect(names.map((name) => catalogue.colours.get(name))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1]);
  expect(stateOf(catalogue, idOf(1)).tags).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
});
