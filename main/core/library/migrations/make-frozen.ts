/*
 * Makes the frozen libraries in `fixtures/`, each with the code that wrote its format:
 *
 *   git worktree add ../old COMMIT && ln -s "$PWD/node_modules" ../old/node_modules
 *   node main/core/library/migrations/make-frozen.ts ../old main/core/library/migrations/fixtures/format-N
 *
 * Format 1 was made from commit 1a2bcf0, format 2 from this checkout (`.`). A folder that was released is never made
 * again: every later version must open it as it is. frozen.test.ts says what is in it.
 */

import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Low } from 'lowdb';
import type { ArticleId, ImportReport } from '../../../../shared/model.ts';

/** What every version's reader can do. */
type AnyReader = {
  readonly call: (method: string, input: unknown) => Promise<{ readonly ok: boolean }>;
  readonly importFiles: (sources: Iterable<{ kind: 'text'; name: string; text: string }>) => {
    readonly finished: Promise<ImportReport>;
  };
  readonly close: () => Promise<void>;
};
type Modules = {
  readonly openReader: (options: object) => Promise<AnyReader>;
  readonly openStore: (options: object) => Promise<{
    readonly adapter: ConstructorParameters<typeof Low<{ readonly document: object }>>[0] & {
      readonly compact: (document: object) => Promise<void>;
    };
    readonly close: () => Promise<void>;
  }>;
  readonly catalogueCodec: { readonly empty: () => object };
  readonly makeDump: (keys: readonly number[]) => string;
};

const START = Date.UTC(2024, 8, 5, 6, 0, 0);

async function load(checkout: string): Promise<Modules> {
  const from = async (path: string): Promise<object> =>
    (await import(pathToFileURL(resolve(checkout, 'main/core', path)).href)) as object;
  const paths = ['reader.ts', 'store/store.ts', 'library/codec.ts', 'test-dumps.ts'];
  return Object.assign({}, ...(await Promise.all(paths.map(from)))) as Modules;
}

/** Makes a library in a new folder: three imports with overlap, one of them undone; states in snapshots and journal. */
async function makeFrozen({ openReader, openStore, catalogueCodec, makeDump }: Modules, folder: string): Promise<void> {
  let now = START;
  const clock = (): number => (now += 1000);

  async function withReader(work: (ask: Ask, take: Take) => Promise<void>): Promise<void> {
    const reader = await openReader({ directory: folder, clock, log: () => undefined });
    const ask: Ask = async (method, input) => {
      if (!(await reader.call(method, input)).ok) throw new Error(`${method} was refused`);
    };
    await work(ask, async (name, keys) => reader.importFiles([{ kind: 'text', name, text: makeDump(keys) }]).finished);
    await reader.close();
  }

  async function compact(): Promise<void> {
    const store = await openStore({
      folder,
      clock,
      codec: catalogueCodec,
      rescue: async () => ({ changes: [], repairs: [], hasMore: false }),
      migrations: [],
      beforeMigration: async () => undefined,
      notice: () => undefined,
    });
    const low = new Low(store.adapter, { document: catalogueCodec.empty() });
    await low.read();
    await store.adapter.compact(low.data.document);
    await store.close();
  }

  const ids: ArticleId[] = [];
  const id = (key: number): ArticleId => ids[key] ?? ('' as ArticleId);
  const note = ({ reports }: ImportReport, keys: readonly number[]): void => {
    const found = reports.flatMap(({ articles }) => articles);
    for (const [index, key] of keys.entries()) ids[key] = found[index]?.id ?? id(key);
  };
  await withReader(async (_, take) => note(await take('first.txt', [1, 2, 3, 4]), [1, 2, 3, 4]));
  await compact();
  await withReader(async (ask) => {
    await ask('articles.mark', { ids: [id(1), id(2)], read: true });
    await ask('articles.mark', { ids: [id(3)], starred: true });
    await ask('articles.tag', { ids: [id(4)], add: ['war'], remove: [] });
    await ask('articles.tag', { ids: [id(1), id(4)], add: ['peace', '第'], remove: [] });
  });
  await compact();
  await withReader(async (_, take) => note(await take('second.txt', [3, 4, 5, 6]), [3, 4, 5, 6]));
  await compact();
  await withReader(async (ask, take) => {
    const third = await take('third.txt', [7, 1]);
    note(third, [7, 1]);
    await ask('articles.mark', { ids: [id(7)], starred: true });
    await ask('imports.undo', { id: third.id });
  });
  await compact();
  await withReader(async (ask) => {
    await ask('articles.mark', { ids: [id(6)], starred: true });
    await ask('articles.mark', { ids: [id(2)], read: false });
    await ask('articles.tag', { ids: [id(5)], add: ['war'], remove: [] });
    await ask('articles.tag', { ids: [id(1)], add: [], remove: ['peace'] });
    await ask('settings.set', { patch: { density: 'compact' } });
  });
  for (const name of ['lock', 'lock.json']) await rm(join(folder, name), { force: true });
}

type Ask = (method: string, input: unknown) => Promise<void>;
type Take = (name: string, keys: readonly number[]) => Promise<ImportReport>;

const [checkout, folder] = process.argv.slice(2);
if (checkout === undefined || folder === undefined) throw new Error('usage: make-frozen.ts CHECKOUT FOLDER');
await makeFrozen(await load(checkout), resolve(folder));
