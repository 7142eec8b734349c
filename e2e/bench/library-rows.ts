/* Import, open and one durable star, beside plain lowdb with one JSON file and a bare fdatasync. */

import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { openReader, type Reader } from '../../main/core/reader.ts';
import type { ArticleId } from '../../shared/model.ts';
import { makeArticles, makeDumps } from './corpus.ts';
import { type Bench, type Row, ms, quantile, time, times } from './measure.ts';

type PlainArticle = { id: number; title: string; caption: string; paragraphs: readonly string[]; starred: boolean };
type PlainLibrary = { articles: PlainArticle[] };

/** Everything plain lowdb would do: all articles in one JSON file, written once. */
export async function measureImport(bench: Bench): Promise<readonly Row[]> {
  const ours = await fill(bench);
  const plain = await fillPlain(bench);
  return [
    {
      what: `import ${bench.articles} articles, durable, originals kept`,
      value: `${(ours / 1000).toFixed(2)} s, ${Math.round(bench.articles / (ours / 1000))} articles/s`,
      against: `plain lowdb, not split, not synced ${(plain / 1000).toFixed(2)} s`,
      ratio: times(ours / plain),
    },
  ];
}

export async function measureOpen(bench: Bench): Promise<readonly Row[]> {
  await prepare(bench);
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    ours.push(await time(async () => (await openLibrary(bench)).close()));
    plain.push(await time(() => openPlain(bench)));
  }
  const [one, other] = [quantile(ours, 0.5), quantile(plain, 0.5)];
  return [
    {
      what: `open and close ${bench.articles}`,
      value: ms(one),
      against: `plain lowdb, open ${ms(other)}`,
      ratio: times(one / other),
    },
  ];
}

/**
 * Each star is followed by one bare append + fdatasync of as many bytes. Plain lowdb writes 20 times, afterwards: what it
 * leaves unsynced would be paid for by the next sync of the others.
 */
export async function measureStar(bench: Bench): Promise<readonly Row[]> {
  await prepare(bench);
  const reader = await openLibrary(bench);
  const ids = await idsOf(reader);
  const bare = openSync(path.join(bench.folder, 'bare'), 'a');
  const line = Buffer.alloc(200, 'x');
  const [stars, syncs, writes]: [number[], number[], number[]] = [[], [], []];
  for (const id of ids.slice(0, 1000)) {
    stars.push(await time(() => call(reader, 'articles.mark', { ids: [id], starred: true })));
    syncs.push(await time(() => appendSynced(bare, line)));
  }
  closeSync(bare);
  await reader.close();
  const low = await openPlain(bench);
  for (let index = 0; index < 20; index += 1)
    writes.push(await time(() => low.update(({ articles }) => star(articles[index]))));
  return [0.5, 0.99].map((share) => ({
    what: `one durable star at ${bench.articles}, p${share * 100}`,
    value: ms(quantile(stars, share)),
    against: `bare fdatasync ${ms(quantile(syncs, share))}; plain lowdb, not synced ${ms(quantile(writes, share))}`,
    ratio: `${times(quantile(stars, share) / quantile(syncs, share))}; ${times(quantile(stars, share) / quantile(writes, share))}`,
  }));
}

function appendSynced(file: number, line: Buffer): void {
  writeSync(file, line);
  fdatasyncSync(file);
}

function star(article: PlainArticle | undefined): void {
  if (article !== undefined) article.starred = true;
}

const libraryFolder = ({ folder }: Bench) => path.join(folder, 'library');
const plainFile = ({ folder }: Bench) => path.join(folder, 'plain.json');

async function prepare(bench: Bench): Promise<void> {
  if (!existsSync(libraryFolder(bench))) await fill(bench);
  if (!existsSync(plainFile(bench))) await fillPlain(bench);
}

/** Imports the corpus into a new library; milliseconds from the first file to all of it durable and closed. */
async function fill(bench: Bench): Promise<number> {
  const paths = [...makeDumps(bench.articles, 50)].map((text, index) => {
    const file = path.join(bench.folder, `dump-${index}.txt`);
    writeFileSync(file, text);
    return { kind: 'path', path: file } as const;
  });
  const reader = await openLibrary(bench);
  return time(async () => {
    const report = await reader.importFiles(paths).report();
    await reader.close();
    if (report.new !== bench.articles) throw new Error(`imported ${report.new} of ${bench.articles}`);
  });
}

function openLibrary(bench: Bench): Promise<Reader> {
  return openReader({ directory: libraryFolder(bench) });
}

async function fillPlain(bench: Bench): Promise<number> {
  const articles: PlainArticle[] = [];
  for (const article of makeArticles(bench.articles))
    articles.push({ id: articles.length, ...article, starred: false });
  return time(() => new Low<PlainLibrary>(new JSONFile(plainFile(bench)), { articles }).write());
}

async function openPlain(bench: Bench): Promise<Low<PlainLibrary>> {
  const low = new Low<PlainLibrary>(new JSONFile(plainFile(bench)), { articles: [] });
  await low.read();
  if (low.data.articles.length !== bench.articles)
    throw new Error(`plain lowdb holds ${readFileSync(plainFile(bench)).length} bytes`);
  return low;
}

async function idsOf(reader: Reader): Promise<readonly ArticleId[]> {
  return (await call(reader, 'articles.ids', { query: { kind: 'all' }, sort: 'newest' })) as readonly ArticleId[];
}

async function call(reader: Reader, method: string, input: unknown): Promise<unknown> {
  const reply = await reader.call(method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
  return reply.value;
}
