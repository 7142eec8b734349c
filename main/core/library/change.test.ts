import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleId, ImportId } from '../../../shared/model.ts';
import { applyChange, invertChange, type Change } from './change.ts';
import { catalogueCodec } from './codec.ts';
import { proposeMark, proposeTags } from './propose.ts';
import { createCatalogue, stateOf, type Catalogue, type Found } from './state.ts';

const idOf = (key: number): ArticleId => String(key).padStart(24, '0') as ArticleId;
const importOf = (key: number): ImportId => `${String(key).padStart(9, '0')}-0000000a` as ImportId;

/** What someone might do next; worked out against the catalogue as it is when its turn comes. */
type Deed =
  | { readonly do: 'import'; readonly articles: readonly number[]; readonly parts: 1 | 2 }
  | { readonly do: 'remove' | 'restore'; readonly which: number }
  | { readonly do: 'mark'; readonly articles: readonly number[]; readonly read?: boolean; readonly starred?: boolean }
  | { readonly do: 'tag'; readonly articles: readonly number[]; readonly add: string[]; readonly remove: string[] };

const articles = fc.array(fc.nat(9), { minLength: 1, maxLength: 6 });
const tagNames = fc.array(fc.constantFrom('war', 'peace', 'a/b', '第'), { maxLength: 3 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('import' as const), articles, parts: fc.constantFrom(1 as const, 2 as const) }),
  fc.record({ do: fc.constantFrom('remove' as const, 'restore' as const), which: fc.nat(5) }),
  fc.record(
    { do: fc.constant('mark' as const), articles, read: fc.boolean(), starred: fc.boolean() },
    { requiredKeys: ['do', 'articles'] },
  ),
  fc.record({ do: fc.constant('tag' as const), articles, add: tagNames, remove: tagNames }),
);

/** The changes a deed makes, in order; none when it would change nothing. */
function toChanges(catalogue: Catalogue, doing: Deed, step: number): Change[] {
  switch (doing.do) {
    case 'import': {
      const half = doing.parts === 1 ? doing.articles.length : Math.ceil(doing.articles.length / 2);
      const first = toImported(catalogue, { step, keys: doing.articles.slice(0, half), file: 0 });
      if (doing.parts === 1) return [first];
      const held = new Set([...catalogue.heads.keys(), ...first.heads.map((head) => head.id)]);
      return [first, toImported({ heads: held }, { step, keys: doing.articles.slice(half), file: 1 })];
    }
    case 'remove': {
      const id = [...catalogue.imports.keys()][doing.which];
      return id === undefined ? [] : [{ kind: 'import-removed', id }];
    }
    case 'restore': {
      const id = [...catalogue.removed.keys()][doing.which];
      return id === undefined ? [] : [{ kind: 'import-restored', id }];
    }
    case 'mark': {
      const { read, starred } = doing;
      const proposal = proposeMark(catalogue, { ids: doing.articles.map(idOf), read, starred });
      return proposal === null ? [] : [proposal.change];
    }
    case 'tag': {
      const proposal = proposeTags(catalogue, { ...doing, ids: doing.articles.map(idOf) });
      return proposal === null ? [] : [proposal.change];
    }
  }
}

type Part = { readonly step: number; readonly keys: readonly number[]; readonly file: number };

function toImported(catalogue: { heads: { has: (id: ArticleId) => boolean } }, { step, keys, file }: Part) {
  const importId = importOf(step);
  const seen = new Set<ArticleId>();
  const finds = keys.map((key, place) => {
    const found: Found = { importId, file, place, lines: key % 2 === 0 ? [place + 1, place + 2] : null };
    const id = idOf(key);
    const isNew = !catalogue.heads.has(id) && !seen.has(id);
    seen.add(id);
    return { key, id, found, isNew };
  });
  return {
    kind: 'imported' as const,
    id: importId,
    name: `import ${step}`,
    importedAt: step,
    tookMs: 1,
    finished: true,
    cancelled: false,
    refused: 0,
    files: [{ file: `file ${file}`, original: null, encoding: null }],
    report: { pack: `${importId}-${file}`, offset: 0, length: 1, sum: '00000000' },
    heads: finds
      .filter(({ isNew }) => isNew)
      .map(({ key, id, found }) => ({
        id,
        title: `Title ${key}`,
        source: key % 3 === 0 ? null : `Source ${key % 2}`,
        sourceInferred: key % 2 === 0,
        date: key % 4 === 0 ? null : `2024-09-0${(key % 9) + 1}`,
        language: 'en',
        direction: 'ltr' as const,
        words: key * 10,
        body: { pack: `${importId}-${file}`, offset: key, length: 1, sum: '00000000' },
        found: [found],
      })),
    known: finds.filter(({ isNew }) => !isNew).map(({ id, found }) => ({ id, found })),
  };
}

/** What a person can see of a catalogue, in one order. Removed imports and colours of unused tags cannot be seen. */
function visible(catalogue: Catalogue) {
  return {
    heads: byKey(catalogue.heads),
    states: byKey(catalogue.states),
    imports: byKey(catalogue.imports),
  };
}

function byKey<Value>(map: Map<string, Value>) {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function whole(catalogue: Catalogue) {
  const removed = [...catalogue.removed].map(([id, { record, heads }]) => ({
    id,
    record,
    heads: heads.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }));
  return { ...visible(catalogue), colours: [...catalogue.colours], removed };
}

const deeds = fc.array(deed, { maxLength: 25 });

test('every change is taken back by its inverse', () => {
  fc.assert(
    fc.property(deeds, (doings) => {
      const catalogue = createCatalogue();
      for (const [step, doing] of doings.entries()) {
        const before = structuredClone(visible(catalogue));
        const changes = toChanges(catalogue, doing, step);
        for (const change of changes) applyChange(catalogue, change);
        const [change] = changes;
        if (change === undefined) continue;
        const after = structuredClone(visible(catalogue));
        const inverse = invertChange(change);
        applyChange(catalogue, inverse);
        expect(visible(catalogue)).toEqual(before);
        applyChange(catalogue, invertChange(inverse));
        expect(visible(catalogue)).toEqual(after);
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
          applyChange(catalogue, change);
        }
      }
      const replayed = createCatalogue();
      for (const line of journal) applyChange(replayed, JSON.parse(line) as Change);
      expect(whole(replayed)).toEqual(whole(catalogue));
    }),
  );
});

test('a snapshot holds the catalogue as it was when it was begun', () => {
  fc.assert(
    fc.property(deeds, deeds, (doings, later) => {
      const catalogue = createCatalogue();
      const run = (all: readonly Deed[], from: number): void => {
        for (const [step, doing] of all.entries()) {
          for (const change of toChanges(catalogue, doing, from + step)) applyChange(catalogue, change);
        }
      };
      run(doings, 0);
      const then = structuredClone(whole(catalogue));
      const chunks = catalogueCodec.toChunks(catalogue);
      run(later, 100);
      const read = catalogueCodec.fromChunks([...chunks].map((chunk): unknown => JSON.parse(chunk)));
      expect(whole(read)).toEqual(then);
    }),
  );
});

test('an article that two imports found stays when one of them is removed', () => {
  const catalogue = createCatalogue();
  applyChange(catalogue, toImported(catalogue, { step: 1, keys: [1, 2], file: 0 }));
  applyChange(catalogue, toImported(catalogue, { step: 2, keys: [2, 3], file: 0 }));
  applyChange(catalogue, { kind: 'import-removed', id: importOf(1) });
  expect([...catalogue.heads.keys()].toSorted()).toEqual([idOf(2), idOf(3)]);
  expect(catalogue.heads.get(idOf(2))?.found.map(({ importId }) => importId)).toEqual([importOf(2)]);
});

test('a star outlives the article and is there when it comes back', () => {
  const catalogue = createCatalogue();
  applyChange(catalogue, toImported(catalogue, { step: 1, keys: [1], file: 0 }));
  applyChange(catalogue, { kind: 'marked', marks: [{ ids: [idOf(1)], state: { starred: true } }] });
  applyChange(catalogue, { kind: 'import-removed', id: importOf(1) });
  const again = toImported(catalogue, { step: 2, keys: [1], file: 0 });
  expect(again.heads).toHaveLength(1);
  applyChange(catalogue, again);
  expect(stateOf(catalogue, idOf(1))).toEqual({ read: false, starred: true, tags: [] });
});

test('tags get the colours 1 to 8 in the order in which they are first used, and keep them', () => {
  const catalogue = createCatalogue();
  const names = ['i', 'h', 'g', 'f', 'e', 'd', 'c', 'b', 'a'];
  for (const name of names) applyChange(catalogue, { kind: 'tagged', edits: [{ name, add: true, ids: [idOf(1)] }] });
  applyChange(catalogue, { kind: 'tagged', edits: [{ name: 'i', add: false, ids: [idOf(1)] }] });
  applyChange(catalogue, { kind: 'tagged', edits: [{ name: 'i', add: true, ids: [idOf(2)] }] });
  expect(names.map((name) => catalogue.colours.get(name))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1]);
  expect(stateOf(catalogue, idOf(1)).tags).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
});
