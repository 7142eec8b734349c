/*
 * Libraries of any size for the benchmarks of the store: written as an import writes, without splitting text first. And
 * the same articles as plain lowdb would hold them.
 */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { hash } from 'node:crypto';
import type { Article, ArticleId, FileReport, ImportId, Sha256 } from '../../../shared/model.ts';
import { writeBodies } from '../../../main/core/intake/write-bodies.ts';
import { catalogueCodec } from '../../../main/core/library/codec.ts';
import { openLibrary, type Library } from '../../../main/core/library/library.ts';
import { rescueArticles } from '../../../main/core/library/rescue.ts';
import type { Change } from '../../../main/core/library/change.ts';
import type { Catalogue, Found, Head } from '../../../main/core/library/state.ts';
import { openStore, type Store } from '../../../main/core/store/store.ts';
import { makeArticles, type MadeArticle } from '../corpus.ts';

export type Opened = {
  readonly library: Library;
  readonly store: Store<Catalogue, Change>;
  readonly close: () => Promise<void>;
};

/** Opens store and library as the reader does, without its worker. */
export async function openForBench(folder: string): Promise<Opened> {
  const store = await openStore({
    folder,
    clock: Date.now,
    codec: catalogueCodec,
    rescue: rescueArticles,
    migrations: [],
    beforeMigration: async () => undefined,
    notice: (line) => console.error(line),
  });
  const library = await openLibrary({
    store,
    keepPending: false,
    onWaiting: () => undefined,
    emit: () => undefined,
    log: (line, error) => console.error(line, error ?? ''),
  });
  const close = async (): Promise<void> => {
    await library.close();
    await store.close();
  };
  return { library, store, close };
}

const PART = 2000;

/** A library of `count` articles in imports of 2,000, its catalogue in a generation as after a few days of use. */
export async function makeLibrary(folder: string, count: number): Promise<void> {
  const { library, store, close } = await openForBench(folder);
  let part: MadeArticle[] = [];
  let parts = 0;
  const write = async (): Promise<void> => {
    const id = `${(Date.now() + parts).toString(36).padStart(9, '0')}-${'0'.repeat(8)}` as ImportId;
    const articles = part.map(toArticle);
    const origin = { id, name: `dump ${parts}`, firstFile: 0 };
    const places = await writeBodies(store.bodies, `${id}-0`, { articles, reports: [report], import: origin });
    const heads = articles.map((article, place): Head => {
      const body = places.bodies[place];
      if (body === undefined) throw new Error('a body without a place');
      const found: Found = { importId: id, file: 0, place, lines: [place * 40 + 1, place * 40 + 38] };
      return Object.assign(toHead(article), { body, found: [found] });
    });
    const summary = { id, name: `dump ${parts}`, importedAt: Date.now() + parts, tookMs: 1, finished: true };
    await library.addPart({
      kind: 'imported',
      ...summary,
      cancelled: false,
      refused: 0,
      files: [file],
      report: places.report,
      heads,
      known: [],
    });
    part = [];
    parts += 1;
  };
  for (const article of makeArticles(count)) {
    part.push(article);
    if (part.length === PART) await write();
  }
  if (part.length > 0) await write();
  await library.compact();
  await close();
}

/** The store looks at none of it. */
const report: FileReport = {
  file: 'dump.txt',
  sha256: null,
  format: null,
  encoding: null,
  confidence: null,
  found: 0,
  new: 0,
  known: 0,
  refused: null,
  warnings: [],
  ledger: null,
  separatorLines: 0,
  articles: [],
  dropped: [],
};
const file = { file: 'dump.txt', original: '0'.repeat(64) as Sha256, encoding: 'utf-8' };

/** All articles in one JSON file, streamed, because one string cannot hold 300,000 of them. */
export async function makePlain(path: string, count: number): Promise<void> {
  const out = createWriteStream(path);
  out.write('{"articles":[');
  let first = true;
  for (const article of makeArticles(count)) {
    const text = JSON.stringify({ ...toArticle(article), read: false, starred: false, tags: [] });
    if (!out.write(`${first ? '' : ','}${text}`)) await once(out, 'drain');
    first = false;
  }
  out.end(']}');
  await once(out, 'close');
}

function toHead({ id, title, source, date, language, direction, words }: Article): Omit<Head, 'body' | 'found'> {
  return { id, title, source, sourceInferred: false, date, language, direction, words };
}

function toArticle({ title, caption, paragraphs }: MadeArticle): Article {
  const id = hash('sha256', title, 'hex').slice(0, 24) as ArticleId;
  const number = Number.parseInt(id.slice(0, 6), 16);
  return {
    id,
    title,
    subtitle: null,
    byline: null,
    agency: null,
    dateline: null,
    place: null,
    date: `2024-${String((number % 12) + 1).padStart(2, '0')}-${String((number % 28) + 1).padStart(2, '0')}`,
    source: `The Harbour Courier ${number % 40}`,
    section: null,
    language: 'en',
    url: null,
    inferred: [],
    media: [{ caption, credit: null, qualifier: null, line: 3 }],
    blocks: paragraphs.map((text, index) => ({ kind: 'paragraph', line: 5 + 2 * index, text })),
    words: paragraphs.join(' ').split(' ').length,
    direction: 'ltr',
  };
}
