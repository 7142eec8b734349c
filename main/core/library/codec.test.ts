import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange } from './change.ts';
import { catalogueCodec as codec } from './codec.ts';
import { createCatalogue, type Catalogue } from './state.ts';
import { toPlain } from './test-catalogue.ts';
import { deeds, importOf, toChanges, toImported, type Deed } from './test-changes.ts';

function run(catalogue: Catalogue, doings: readonly Deed[], from: number): void {
  for (const [step, doing] of doings.entries()) {
    for (const change of toChanges(catalogue, doing, from + step)) {
      applyChange(catalogue, { ...change, step: { way: 'do', label: `step ${step}` } }, from + step);
    }
  }
}

const drawAll = (catalogue: Catalogue): Map<string, () => string> =>
  new Map(codec.keys(catalogue).map((key) => [key, codec.draw(catalogue, key)]));
const spell = (drawings: Map<string, () => string>): Map<string, string> =>
  new Map([...drawings].map(([key, draw]) => [key, draw()]));
const read = (texts: Map<string, string>): Catalogue =>
  codec.fromParts([...texts].map(([key, text]) => ({ key, value: codec.parsePart(key, Buffer.from(text)) })));

test('a catalogue drawn to parts and read back is the same, and goes on the same', () => {
  fc.assert(
    fc.property(deeds, deeds, (doings, later) => {
      const catalogue = createCatalogue();
      run(catalogue, doings, 0);
      const back = read(spell(drawAll(catalogue)));
      expect(toPlain(back)).toEqual(toPlain(catalogue));
      run(catalogue, later, 100);
      run(back, later, 100);
      expect(toPlain(back)).toEqual(toPlain(catalogue));
    }),
  );
});

test('a drawing holds the catalogue as it was when it was begun', () => {
  fc.assert(
    fc.property(deeds, deeds, (doings, later) => {
      const catalogue = createCatalogue();
      run(catalogue, doings, 0);
      const then = toPlain(catalogue);
      const drawings = drawAll(catalogue);
      run(catalogue, later, 100);
      expect(toPlain(read(spell(drawings)))).toEqual(then);
    }),
  );
});

test('parts that are not named dirty are the same bytes as before', () => {
  fc.assert(
    fc.property(deeds, deeds, fc.boolean(), (doings, later, isRead) => {
      const made = createCatalogue();
      run(made, doings, 0);
      const before = spell(drawAll(made));
      const catalogue = isRead ? read(before) : made;
      codec.takeDirty(catalogue);
      run(catalogue, later, 100);
      const dirty = new Set(codec.takeDirty(catalogue));
      const clean = [...spell(drawAll(catalogue))].filter(([key]) => !dirty.has(key) && before.has(key));
      for (const [key, text] of clean) expect(text, `at ${key}`).toBe(before.get(key));
      expect(codec.takeDirty(catalogue)).toEqual([]);
    }),
  );
});

test('a star on one article makes only the states of its rack and the history dirty', () => {
  const catalogue = createCatalogue();
  const change = toImported(catalogue, { step: 1, keys: [1, 2, 3], file: 0 });
  applyChange(catalogue, change, 1);
  codec.takeDirty(catalogue);
  const [head] = change.heads;
  const ids = head === undefined ? [] : [head.id];
  const star = { kind: 'marked', marks: [{ ids, state: { starred: true } }] } as const;
  applyChange(catalogue, { ...star, step: { way: 'do', label: 'star' } }, 2);
  expect(codec.takeDirty(catalogue).toSorted()).toEqual(['history', 'states-0000']);
});

test('what can be read of a damaged catalogue is read, whichever parts are missing', () => {
  fc.assert(
    fc.property(deeds, fc.infiniteStream(fc.boolean()), (doings, isKept) => {
      const catalogue = createCatalogue();
      run(catalogue, doings, 0);
      const texts = [...spell(drawAll(catalogue))].filter(() => isKept.next().value === true);
      const back = toPlain(read(new Map(texts)));
      const whole = toPlain(catalogue);
      const keys = new Set(texts.map(([key]) => key));
      expect(back.heads).toEqual(keys.has('heads-0000') ? whole.heads : []);
      expect(back.imports).toEqual(keys.has('imports-0000') ? whole.imports : []);
      expect(back.colours).toEqual(keys.has('colours') ? whole.colours : []);
    }),
  );
});

test('an import of very many files keeps them in parts of their own, of which only new ones are dirty', () => {
  const catalogue = createCatalogue();
  const files = Array.from({ length: 4100 }, (_, file) => ({ file: `${file}.txt`, original: null, encoding: null }));
  const part = toImported(catalogue, { step: 1, keys: [1], file: 0 });
  applyChange(catalogue, { ...part, files: files.slice(0, 4050) }, 1);
  codec.takeDirty(catalogue);
  applyChange(catalogue, { ...part, heads: [], known: [], files: files.slice(4050) }, 2);
  expect(codec.takeDirty(catalogue).toSorted()).toEqual([`files-${importOf(1)}-0002`, 'imports-0000']);
  const texts = spell(drawAll(catalogue));
  expect([...texts.keys()].filter((key) => key.startsWith('files-'))).toHaveLength(3);
  expect(texts.get('imports-0000')?.length).toBeLessThan(1000);
  expect(read(texts).imports.get(importOf(1))?.files).toEqual(files);
});

test('imports are grouped by hundreds, and a removed one keeps its group', () => {
  const catalogue = createCatalogue();
  for (let step = 1; step <= 150; step += 1) {
    applyChange(catalogue, toImported(catalogue, { step, keys: [step], file: 0 }), step);
  }
  codec.takeDirty(catalogue);
  applyChange(catalogue, { kind: 'import-removed', id: importOf(120) }, 151);
  expect(codec.takeDirty(catalogue)).toContain('imports-0001');
  applyChange(catalogue, { kind: 'import-restored', id: importOf(120) }, 152);
  const dirty = codec.takeDirty(catalogue);
  expect(dirty).toContain('imports-0001');
  expect(dirty).not.toContain('imports-0000');
  expect(toPlain(read(spell(drawAll(catalogue))))).toEqual(toPlain(catalogue));
});
