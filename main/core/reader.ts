/*
 * The reader under plain Node: opens a library and wires store, library and the reading of dumps. It knows no host;
 * Electron and the server carry the same calls to it.
 */

import { resolve } from 'node:path';
import type { ReaderEvent, Reply } from '../../shared/contract.ts';
import { ReaderError } from '../../shared/errors.ts';
import type { Query, Sort } from '../../shared/query.ts';
import { createHandlers } from './api.ts';
import { createDumpReader } from './dumps.ts';
import { createEvents } from './events.ts';
import type { ImportSource } from './import/parsed.ts';
import { catalogueCodec } from './library/codec.ts';
import { createImporter, type ImportTicket } from './intake/importing.ts';
import { openLibrary } from './library/library.ts';
import { listArticles, type ListedArticle } from './library/listing.ts';
import { createArticleReader } from './library/read-articles.ts';
import { createRouter, toErrorReply } from './router.ts';
import { openStore } from './store/store.ts';

export type { ImportTicket } from './intake/importing.ts';
export type { ListedArticle } from './library/listing.ts';

export type Reader = {
  /** Carries a call of the contract. Never throws. */
  readonly call: (method: string, input: unknown) => Promise<Reply<unknown>>;
  /** Answers how to stop listening. */
  readonly onEvent: (listener: (event: ReaderEvent) => void) => () => void;
  /** Begins an import, or queues it behind the one under way. Without `name` it is named after what is imported. */
  readonly importFiles: (
    sources: Iterable<ImportSource> | AsyncIterable<ImportSource>,
    options?: { readonly name?: string },
  ) => ImportTicket;
  /** The articles of a query (default: all, newest first) as the command line prints them. */
  readonly list: (query?: Query, sort?: Sort) => Promise<readonly ListedArticle[]>;
  /** Stops a running import after its file, writes what is to be written and lets go of the library. May be called twice. */
  readonly close: () => Promise<void>;
};

export type ReaderOptions = {
  /** The library's folder; it is made where it is missing. */
  readonly directory: string;
  readonly clock?: () => number;
  readonly log?: (line: string, error?: unknown) => void;
  /** Path of the welcome dump. */
  readonly sample?: string;
  /** For a host with a window: gets ready for the first import while nobody waits for it. */
  readonly warm?: boolean;
};

/**
 * Opens a library. Throws ReaderError `locked` (the message names the process that has it), `damaged`, `newer-format`
 * or `unwritable`; nothing on disk is changed then.
 */
export async function openReader(options: ReaderOptions): Promise<Reader> {
  const { clock = Date.now, log = logToConsole, sample, warm = false } = options;
  const folder = resolve(options.directory);
  const store = await openStore({ folder, clock, codec: catalogueCodec, notice: (line) => log(line) });
  try {
    const events = createEvents(log);
    const { bodies, originals, settings } = store;
    const library = await openLibrary({ store, emit: events.emit, log });
    const dumps = createDumpReader();
    if (warm) dumps.warm();
    const shared = { library, catalogue: library.catalogue, bodies, originals, clock, log };
    const articles = createArticleReader({ ...shared, toLines: dumps.toLines });
    const importer = createImporter({
      ...shared,
      dumps,
      emit: events.emit,
      report: articles.report,
      toErrorReply: (error) => toErrorReply(error, log),
    });
    const route = createRouter(createHandlers({ library, articles, importer, settings, sample }), log);

    let closing: Promise<void> | undefined;
    async function closeAll(): Promise<void> {
      try {
        await importer.close();
        await library.close();
      } finally {
        await dumps.parser.close();
        await store.close();
      }
    }

    return {
      call: async (method, input) => (closing === undefined ? route(method, input) : refuseClosed()),
      onEvent: events.on,
      importFiles: (sources, { name } = {}) => importer.start(sources, name),
      list: async (query = { kind: 'all' }, sort = 'newest') =>
        listArticles(library.catalogue, library.ids(query, sort)),
      close: () => (closing ??= closeAll()),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function refuseClosed(): Reply<never> {
  const { code, message } = new ReaderError('closed', 'The library is closed.');
  return { ok: false, error: { code, message } };
}

function logToConsole(line: string, error?: unknown): void {
  if (error === undefined) console.warn(line);
  else console.warn(line, error);
}
