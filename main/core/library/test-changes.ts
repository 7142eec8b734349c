/* Things that may happen to a catalogue, made up at random, for tests. */

import * as fc from 'fast-check';
import type { ArticleId, ImportId } from '../../../shared/model.ts';
import type { KeptProfile, ProfileId } from '../../../shared/profile.ts';
import type { Happening, ImportedChange } from './change.ts';
import { proposeProfiles } from './profiles.ts';
import { proposeMark, proposeTags } from './propose.ts';
import type { Catalogue, Found } from './state.ts';
import { toResplit } from './test-resplit.ts';

export const idOf = (key: number): ArticleId => String(key).padStart(24, '0') as ArticleId;
export const importOf = (key: number): ImportId => `${String(key).padStart(9, '0')}-0000000a` as ImportId;

/** What someone might do next; worked out against the catalogue as it is when its turn comes. */
export type Deed =
  | { readonly do: 'import'; readonly articles: readonly number[]; readonly parts: 1 | 2 }
  | { readonly do: 'remove' | 'restore'; readonly which: number }
  | {
      readonly do: 'mark';
      readonly articles: readonly number[];
      readonly read?: boolean;
      readonly starred?: boolean;
      readonly trashed?: boolean;
    }
  | { readonly do: 'resplit'; readonly which: number; readonly articles: readonly number[] }
  | { readonly do: 'profile'; readonly key: number; readonly name: string; readonly removed: boolean }
  | { readonly do: 'tag'; readonly articles: readonly number[]; readonly add: string[]; readonly remove: string[] };

const articles = fc.array(fc.nat(9), { minLength: 1, maxLength: 6 });
const tagNames = fc.array(fc.constantFrom('war', 'peace', 'a/b', '第'), { maxLength: 3 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('import' as const), articles, parts: fc.constantFrom(1 as const, 2 as const) }),
  fc.record({ do: fc.constantFrom('remove' as const, 'restore' as const), which: fc.nat(5) }),
  fc.record(
    { do: fc.constant('mark' as const), articles, read: fc.boolean(), starred: fc.boolean(), trashed: fc.boolean() },
    { requiredKeys: ['do', 'articles'] },
  ),
  fc.record({ do: fc.constant('resplit' as const), which: fc.nat(5), articles }),
  fc.record({
    do: fc.constant('profile' as const),
    key: fc.nat(3),
    name: fc.constantFrom('Monitor', 'Echo'),
    removed: fc.boolean(),
  }),
  fc.record({ do: fc.constant('tag' as const), articles, add: tagNames, remove: tagNames }),
);

/** The changes a deed makes, in order; none when it would change nothing. */
export function toChanges(catalogue: Catalogue, doing: Deed, step: number): Happening[] {
  switch (doing.do) {
    case 'import': {
      const half = doing.parts === 1 ? doing.articles.length : Math.ceil(doing.articles.length / 2);
      const first = toImported(catalogue, { step, keys: doing.articles.slice(0, half), file: 0 });
      if (doing.parts === 1) return [first];
      const held = new Set([...catalogue.heads.values(), ...first.heads].map((head) => head.id));
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
    case 'resplit': {
      const id = [...catalogue.imports.keys()][doing.which];
      return id === undefined
        ? []
        : [
            toResplit(
              catalogue,
              id,
              toImported({ heads: { has: () => false } }, { step, keys: doing.articles, file: 0 }),
            ),
          ];
    }
    case 'mark': {
      const { read, starred, trashed } = doing;
      const proposal = proposeMark(catalogue, { ids: doing.articles.map(idOf), read, starred, trashed });
      return proposal === null ? [] : [proposal.change];
    }
    case 'profile': {
      const proposal = proposeProfiles(catalogue, [toProfile(doing.key, doing)], 'set a profile');
      return proposal === null ? [] : [proposal.change];
    }
    case 'tag': {
      const proposal = proposeTags(catalogue, { ...doing, ids: doing.articles.map(idOf) });
      return proposal === null ? [] : [proposal.change];
    }
  }
}

/** The rules of a profile are the same whatever becomes of it. */
export function toProfile(key: number, kept: Pick<KeptProfile, 'name' | 'removed'>): KeptProfile {
  return {
    id: String(key).padStart(32, '0') as ProfileId,
    name: kept.name,
    createdAt: key,
    fingerprint: { texts: [key], shapes: [] },
    rules: { encoding: null, borders: [], lines: [], places: [], restore: [], fields: [] },
    removed: kept.removed,
  };
}

type Part = { readonly step: number; readonly keys: readonly number[]; readonly file: number };

export function toImported(
  catalogue: { heads: { has: (id: ArticleId) => boolean } },
  { step, keys, file }: Part,
): ImportedChange {
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
    kind: 'imported',
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
        direction: 'ltr',
        words: key * 10,
        body: { pack: `${importId}-${file}`, offset: key, length: 1, sum: '00000000' },
        found: [found],
      })),
    known: finds.filter(({ isNew }) => !isNew).map(({ id, found }) => ({ id, found })),
  };
}

export const deeds = fc.array(deed, { maxLength: 25 });
