/*
 * A library on a disk of a test, without parser and host: what an import writes is written as intake does it, in the same
 * order. Shows itself as the model does.
 */

import { hash } from 'node:crypto';
import type { Article, ArticleId, FileReport, ImportId, Sha256 } from '../../../shared/model.ts';
import { writeBodies } from '../intake/write-bodies.ts';
import { catalogueCodec } from '../library/codec.ts';
import { openLibrary, type Library } from '../library/library.ts';
import { rescueArticles } from '../library/rescue.ts';
import type { Head } from '../library/state.ts';
import type { BodyRecord } from '../library/body.ts';
import type { Disk } from '../store/disk.ts';
import { openStore, type Store } from '../store/store.ts';
import type { Change } from '../library/change.ts';
import type { Catalogue } from '../library/state.ts';
import type { Model } from './model.ts';

export const folder = '/library';

export type OpenedLibrary = {
  readonly library: Library;
  readonly store: Store<Catalogue, Change>;
  readonly notices: readonly string[];
  readonly import: (id: ImportId, name: string, ids: readonly ArticleId[]) => Promise<void>;
  /** What can be seen, to be compared with a model. Reads every text; one that is not what it was fails. */
  readonly show: () => Promise<Shown>;
  readonly close: () => Promise<void>;
};

export type Shown = Omit<Model, 'done' | 'undone'> & {
  readonly done: readonly string[];
  readonly undone: readonly string[];
};

let now = 1_700_000_000_000;

/** Opens the library on a disk. Nothing is locked: the process of before is dead. */
export async function openOn(disk: Disk): Promise<OpenedLibrary> {
  const notices: string[] = [];
  const store = await openStore({
    folder,
    disk,
    clock: () => (now += 1),
    codec: catalogueCodec,
    rescue: rescueArticles,
    migrations: [],
    beforeMigration: async () => undefined,
    notice: (line) => notices.push(line),
    lock: async () => ({ release: () => undefined }),
  });
  const library = await openLibrary({
    store,
    keepPending: false,
    onWaiting: () => undefined,
    emit: () => undefined,
    log: () => undefined,
  });
  const { bodies, originals } = store;
  return {
    library,
    store,
    notices,
    async import(id, name, ids) {
      const text = new TextEncoder().encode(`${name} ${ids.join(' ')}`);
      const sha256 = hash('sha256', text, 'hex') as Sha256;
      await originals.put(sha256, text);
      await library.inTurn(async () => {
        const added = ids.filter((article) => !library.catalogue.heads.has(article));
        const origin = { id, name, firstFile: 0 };
        const places = await writeBodies(bodies, `${id}-0`, {
          articles: added.map(makeArticle),
          reports: [makeReport(name, sha256, ids)],
          import: origin,
        });
        const placeOf = (article: ArticleId) => ({ importId: id, file: 0, place: ids.indexOf(article), lines: null });
        await library.addPart({
          kind: 'imported',
          id,
          name,
          importedAt: Number.parseInt(id, 36),
          tookMs: 1,
          finished: true,
          cancelled: false,
          refused: 0,
          files: [{ file: name, original: sha256, encoding: 'utf-8' }],
          report: places.report,
          heads: added.map((article, index) => ({
            ...makeHead(article),
            body: places.bodies[index] ?? fail(article),
            found: [placeOf(article)],
          })),
          known: ids
            .filter((article) => !added.includes(article))
            .map((article) => ({ id: article, found: placeOf(article) })),
        });
      });
    },
    show: () => show(library, store),
    async close() {
      await library.close();
      await store.close();
    },
  };
}

async function show({ catalogue }: Library, { bodies, originals }: Store<Catalogue, Change>): Promise<Shown> {
  const articles: Record<string, readonly ImportId[]> = {};
  for (const head of catalogue.heads.values()) {
    const { article } = (await bodies.read(head.body)) as BodyRecord;
    if (article.blocks[0]?.text !== makeArticle(head.id).blocks[0]?.text)
      throw new Error(`${head.id} has another text`);
    articles[head.id] = [...new Set(head.found.map(({ importId }) => importId))].sort();
  }
  for (const { files, reports } of catalogue.imports.values()) {
    for (const { original } of files) if (original !== null) await originals.get(original);
    for (const ref of reports) await bodies.read(ref);
  }
  return {
    articles,
    states: Object.fromEntries(catalogue.states.entries()),
    imports: [...catalogue.imports.keys()].sort(),
    done: catalogue.history.done.map(({ label }) => label),
    undone: catalogue.history.undone.map(({ label }) => label),
  };
}

function makeHead(id: ArticleId): Omit<Head, 'body' | 'found'> {
  const { title, source, date, language, direction, words } = makeArticle(id);
  return { id, title, source, sourceInferred: false, date, language, direction, words };
}

function makeArticle(id: ArticleId): Article {
  return {
    id,
    title: `Report ${id}`,
    subtitle: null,
    byline: null,
    agency: null,
    dateline: null,
    place: null,
    date: '2024-08-03',
    source: 'The Harbour Courier',
    section: null,
    language: 'en',
    url: null,
    inferred: [],
    media: [],
    blocks: [{ kind: 'paragraph', line: 1, text: `The text of ${id}.` }],
    words: 4,
    direction: 'ltr',
  };
}

function makeReport(file: string, sha256: Sha256, ids: readonly ArticleId[]): FileReport {
  return {
    file,
    sha256,
    format: 'plain-dump',
    encoding: 'utf-8',
    confidence: 1,
    found: ids.length,
    new: ids.length,
    known: 0,
    refused: null,
    warnings: [],
    ledger: { bytes: 1, articles: 1, dropped: 0, separators: 0, unassigned: 0 },
    separatorLines: 0,
    articles: ids.map((id) => ({ id, title: `Report ${id}`, lines: null, confidence: 1, known: false })),
    dropped: [],
  };
}

function fail(article: ArticleId): never {
  throw new Error(`${article} has no place`);
}
