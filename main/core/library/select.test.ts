import { expect, test } from 'vitest';
import type { ArticleId, ImportId } from '../../../shared/model.ts';
import type { Query, Sort } from '../../../shared/query.ts';
import { applyChange } from './change.ts';
import { countOverview } from './overview.ts';
import { createSelection } from './select.ts';
import { createCatalogue, type Catalogue, type Head } from './state.ts';

const older = '000000001-aaaaaaaa' as ImportId;
const newer = '000000002-bbbbbbbb' as ImportId;

type Sample = Pick<Head, 'title' | 'source' | 'date' | 'words'> & {
  readonly found: readonly (readonly [ImportId, number])[];
};

const samples: readonly Sample[] = [
  { title: '“Élan” wins', source: 'Reuters', date: '2024-09-05', words: 300, found: [[older, 0]] },
  {
    title: 'zebra',
    source: null,
    date: null,
    words: 100,
    found: [
      [older, 1],
      [newer, 0],
    ],
  },
  { title: 'Apple', source: 'AFP', date: '2024-09-06T10:00', words: 200, found: [[older, 2]] },
  { title: 'mango', source: 'AFP', date: '2024-09-06', words: 300, found: [[newer, 2]] },
  { title: 'Banana', source: null, date: null, words: 50, found: [[newer, 1]] },
];

function makeCatalogue(): Catalogue {
  const catalogue = createCatalogue();
  for (const [index, { title, source, date, words, found }] of samples.entries()) {
    const id = String(index).padStart(24, '0') as ArticleId;
    catalogue.heads.set(id, {
      id,
      title,
      source,
      date,
      words,
      sourceInferred: false,
      language: 'en',
      direction: 'ltr',
      body: { pack: 'a-0', offset: 0, length: 1, sum: '00000000' },
      found: found.map(([importId, place]) => ({ importId, file: 0, place, lines: null })),
    });
  }
  for (const id of [older, newer]) {
    const counts = { found: 3, new: 3, known: 0, refused: 0, files: 1, tookMs: 1 };
    const summary = { id, name: id, importedAt: 1, ...counts, finished: true, cancelled: false };
    catalogue.imports.set(id, { summary, files: [], reports: [] });
  }
  const ids = [...catalogue.heads.values()].map(({ id }) => id);
  applyChange(catalogue, { kind: 'marked', marks: [{ ids: ids.slice(0, 2), state: { read: true } }] }, 0);
  applyChange(catalogue, { kind: 'marked', marks: [{ ids: ids.slice(1, 3), state: { starred: true } }] }, 0);
  applyChange(catalogue, { kind: 'tagged', edits: [{ name: 'fruit', add: true, ids: ids.slice(2) }] }, 0);
  return catalogue;
}

function titles(query: Query, sort: Sort): string[] {
  const catalogue = makeCatalogue();
  return createSelection(catalogue)
    .ids(query, sort)
    .map((id) => catalogue.heads.get(id)?.title ?? '');
}

test.each<[Sort, string[]]>([
  ['newest', ['Apple', 'mango', '“Élan” wins', 'Banana', 'zebra']],
  ['oldest', ['“Élan” wins', 'mango', 'Apple', 'Banana', 'zebra']],
  ['imported', ['Banana', 'mango', '“Élan” wins', 'zebra', 'Apple']],
  ['source', ['Apple', 'mango', '“Élan” wins', 'Banana', 'zebra']],
  ['title', ['Apple', 'Banana', '“Élan” wins', 'mango', 'zebra']],
  ['longest', ['mango', '“Élan” wins', 'Apple', 'zebra', 'Banana']],
])('sorts all articles by %s', (sort, expected) => {
  expect(titles({ kind: 'all' }, sort)).toEqual(expected);
});

test.each<[string, Query, string[]]>([
  ['unread', { kind: 'unread' }, ['Apple', 'Banana', 'mango']],
  ['starred', { kind: 'starred' }, ['Apple', 'zebra']],
  ['of a source', { kind: 'source', name: 'AFP' }, ['Apple', 'mango']],
  ['without a source', { kind: 'source', name: null }, ['Banana', 'zebra']],
  ['with a tag', { kind: 'tag', name: 'fruit' }, ['Apple', 'Banana', 'mango']],
  ['of an import, those found before too', { kind: 'import', id: newer }, ['Banana', 'mango', 'zebra']],
  ['of an import that is not there', { kind: 'import', id: '000000003-cccccccc' }, []],
])('selects articles %s', (_, query, expected) => {
  expect(titles(query, 'title')).toEqual(expected);
});

test('shows an import in the order of its own dump', () => {
  expect(titles({ kind: 'import', id: newer }, 'imported')).toEqual(['zebra', 'Banana', 'mango']);
});

test('counts what the sidebar shows', () => {
  const overview = countOverview(makeCatalogue(), { undo: 'star 2 articles', redo: null });
  expect(overview).toMatchObject({
    all: { total: 5, unread: 3 },
    starred: { total: 2, unread: 1 },
    sources: [
      { name: 'AFP', total: 2, unread: 2 },
      { name: 'Reuters', total: 1, unread: 0 },
      { name: null, total: 2, unread: 1 },
    ],
    tags: [{ name: 'fruit', total: 3, unread: 3, colour: 1 }],
    imports: [
      { id: newer, total: 3, unread: 2 },
      { id: older, total: 3, unread: 1 },
    ],
    undo: 'star 2 articles',
    redo: null,
  });
});
