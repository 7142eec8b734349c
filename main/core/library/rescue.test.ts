import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Article, Sha256 } from '../../../shared/model.ts';
import { openBodies } from '../store/bodies.ts';
import { createFaultDisk } from '../store/faults/fault-disk.ts';
import { openOriginals } from '../store/originals.ts';
import { applyChange } from './change.ts';
import { catalogueCodec } from './codec.ts';
import { rescueArticles } from './rescue.ts';
import { createCatalogue, type Catalogue } from './state.ts';
import { idOf, importOf, toImported } from './test-changes.ts';

const importId = importOf(1);
const pack = `${importId}-0`;

function makeArticle(key: number): Article {
  const none = { subtitle: null, byline: null, agency: null, dateline: null, place: null, section: null, url: null };
  const fields = { ...none, title: `Title ${key}`, date: null, source: null, language: 'en', inferred: [] };
  return { ...fields, id: idOf(key), media: [], blocks: [], words: key, direction: 'ltr' };
}

/** A pack with two articles and, where it is whole, the report that says where they were found. */
async function makeTexts(records: readonly object[]) {
  const { disk, putFolder } = createFaultDisk();
  for (const folder of ['/bodies', '/originals']) putFolder(folder);
  const bodies = openBodies(disk, '/bodies');
  await bodies.write(pack, [{ article: makeArticle(1) }, { article: makeArticle(2) }, ...records]);
  return { texts: { bodies, originals: openOriginals(disk, '/originals') } };
}

/** An import that the catalogue knows, of which it lost all heads. */
function knowImport(): Catalogue {
  const catalogue = createCatalogue();
  const change = toImported(catalogue, { step: 1, keys: [1, 2], file: 0 });
  applyChange(catalogue, { ...change, heads: [] }, 1);
  return catalogue;
}

test.each([true, false])(
  'heads that were lost come back with a place, known import %s, though its report is damaged',
  async (isKnown) => {
    const { texts } = await makeTexts([]);
    const catalogue = isKnown ? knowImport() : createCatalogue();
    const { changes, repairs } = await rescueArticles(texts, catalogue, true);
    expect(changes.map(({ kind }) => kind)).toEqual([isKnown ? 'taken-over' : 'imported']);
    expect(repairs).toEqual([{ words: expect.stringContaining('2 articles of'), lost: false }]);
    for (const change of changes) applyChange(catalogue, change, 2);
    expect([...catalogue.heads.values()].map(({ id, found }) => [id, found.length])).toEqual([
      [idOf(1), 1],
      [idOf(2), 1],
    ]);
    // A head without a place could not be written.
    expect(catalogueCodec.draw(catalogue, 'heads-0000')()).toContain(idOf(2));
  },
);

test('an article that its import found twice comes back with both places', async () => {
  const lines = [1, 2];
  const articles = [1, 2, 1].map((key) => ({ id: idOf(key), title: '', lines, confidence: 1, known: false }));
  const { texts } = await makeTexts([{ reports: [{ file: 'a.txt', sha256: null, encoding: null, articles }] }]);
  for (const catalogue of [knowImport(), createCatalogue()]) {
    const { changes } = await rescueArticles(texts, catalogue, true);
    for (const change of changes) applyChange(catalogue, change, 2);
    expect(catalogue.heads.get(idOf(1))?.found.map(({ place }) => place)).toEqual([0, 2]);
  }
});

test('packs that an import names are read only where something is lost', async () => {
  const { texts } = await makeTexts([]);
  expect((await rescueArticles(texts, knowImport(), false)).changes).toEqual([]);
});

test('nothing is brought back of an import that was undone', async () => {
  const { texts } = await makeTexts([]);
  const catalogue = knowImport();
  applyChange(catalogue, { kind: 'import-removed', id: importId }, 2);
  expect(await rescueArticles(texts, catalogue, true)).toEqual({ changes: [], repairs: [], hasMore: false });
});

test('says that there is more where only dropped files are left, one of them whole', async () => {
  const { disk, putFolder, put } = createFaultDisk();
  for (const folder of ['/bodies', '/originals']) putFolder(folder);
  const texts = { bodies: openBodies(disk, '/bodies'), originals: openOriginals(disk, '/originals') };
  expect((await rescueArticles(texts, createCatalogue(), true)).hasMore).toBe(false);
  put(`/originals/ab/${'c'.repeat(62)}.gz`, 'x');
  expect((await rescueArticles(texts, createCatalogue(), true)).hasMore).toBe(false);
  const bytes = Buffer.from('The harbour is open again.');
  await texts.originals.put(hash('sha256', bytes) as Sha256, bytes);
  expect((await rescueArticles(texts, createCatalogue(), true)).hasMore).toBe(true);
});
