/*
 * The reader under plain Node: opens a library and wires store, library and the reading of dumps. It knows no host;
 * Electron and the server carry the same calls to it.
 */

import { resolve } from 'node:path';
import type { ReaderEvent, Reply } from '../../shared/contract.ts';
import { ReaderError, type ErrorReply } from '../../shared/errors.ts';
import type { Recovery, Waiting } from '../../shared/place.ts';
import type { FileReport, ImportId, Sha256 } from '../../shared/model.ts';
import type { Query, Sort } from '../../shared/query.ts';
import { createHandlers } from './api.ts';
import { backupBeforeMigration } from './backup/before-migration.ts';
import { createChecker, type Checker } from './check/checker.ts';
import { createDumpReader } from './dumps.ts';
import { createEvents } from './events.ts';
import type { ImportSource } from './import/parsed.ts';
import type { StartParser } from './import/parser-process.ts';
import { catalogueCodec } from './library/codec.ts';
import { createImporter, type ImportTicket } from './intake/importing.ts';
import { createReread } from './intake/reread.ts';
import { createSplitter } from './intake/resplit.ts';
import { createHeld } from './intake/held.ts';
import { createHeldSplitter } from './intake/held-split.ts';
import { createProfiles } from './intake/profiles.ts';
import { createParseAgain } from './intake/read-original.ts';
import { createRereport } from './intake/rereport.ts';
import { readStrays } from './intake/strays.ts';
import { openLibrary } from './library/library.ts';
import { listArticles, type ListedArticle } from './library/listing.ts';
import { createArticleReader, type HeldLines } from './library/read-articles.ts';
import { fromFormat1 } from './library/migrations/format-1.ts';
import { rescueArticles } from './library/rescue.ts';
import { createRouter, toErrorReply } from './router.ts';
import type { Disk } from './store/disk.ts';
import type { Lock } from './store/lock.ts';
import type { Picture } from './store/picture.ts';
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
  /** What became of each file of an import, part by part. Throws `not-found`, or `damaged`. */
  readonly reports: (id: ImportId) => AsyncGenerator<FileReport>;
  readonly status: () => ReaderStatus;
  /** Calls when the status is another one. Answers how to stop listening. */
  readonly onStatus: (listener: () => void) => () => void;
  /** Tries now to write what the disk did not take. */
  readonly retry: () => void;
  /** The notice of what was repaired was seen. */
  readonly acknowledge: () => void;
  /** Does work with all files of the library as they are at one moment; one that grows counts up to the size given. */
  readonly withPicture: <Value>(work: (files: Picture) => Promise<Value>) => Promise<Value>;
  /** Looks through the whole library; `repair` mends what can be mended. */
  readonly check: Checker;
  /** Stops a running import after its file, writes what is to be written and lets go of the library. May be called twice. */
  readonly close: () => Promise<void>;
};

export type ReaderStatus = {
  /** Why nothing can be changed; null when everything can. */
  readonly readOnly: ErrorReply | null;
  /** What was repaired when the library was opened, until it was acknowledged. */
  readonly recovery: Recovery | null;
  /** Changes that the disk did not take yet. */
  readonly waiting: Waiting | null;
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
  /** Opens what can be read of a library that cannot be opened; nothing on disk is changed. */
  readonly readOnly?: 'readable';
  /** For a host that shows changes at once: those that the disk does not take are kept and tried again. */
  readonly keepPending?: boolean;
  /** For a host with a window: the only file of an import waits until a person has seen its split, where that is doubtful. */
  readonly holdDoubtful?: boolean;
  /** For a host that stays open: checks the library slowly while nothing else happens. */
  readonly checkWhenIdle?: boolean;
  /** How a host that is not plain Node starts the process that parses. */
  readonly startParser?: StartParser;
  /** For tests: a disk that fails, and a lock for it. */
  readonly disk?: Disk;
  readonly lock?: (folder: string, at: number) => Promise<Lock>;
};

/**
 * Opens a library. Throws ReaderError `locked` (the message names the process that has it), `damaged` or `unwritable`;
 * nothing on disk is changed then. A library of a newer format, or on a disk that takes nothing, opens read-only.
 */
export async function openReader(options: ReaderOptions): Promise<Reader> {
  const {
    clock = Date.now,
    log = logToConsole,
    sample,
    warm = false,
    keepPending = false,
    holdDoubtful = false,
    startParser,
    disk,
    lock,
  } = options;
  const folder = resolve(options.directory);
  const store = await openStore({
    folder,
    clock,
    codec: catalogueCodec,
    rescue: rescueArticles,
    migrations: [fromFormat1],
    beforeMigration: async (library, format) => {
      const file = await backupBeforeMigration({ folder: library, format, clock });
      log(`Before the library is brought to a new format, all of it was saved to ${file}.`);
    },
    readable: options.readOnly === 'readable',
    notice: (line) => log(line),
    ...(disk === undefined ? {} : { disk }),
    ...(lock === undefined ? {} : { lock }),
  });
  try {
    const events = createEvents(log);
    const statusListeners = new Set<() => void>();
    const onStatus = (): void => statusListeners.forEach((listener) => listener());
    let isAcknowledged = false;
    const { bodies, originals, settings, readOnly } = store;
    const library = await openLibrary({ store, keepPending, onWaiting: onStatus, emit: events.emit, log });
    const dumps = createDumpReader(startParser);
    if (warm) dumps.warm();
    const shared = { library, catalogue: library.catalogue, bodies, originals, clock, log };
    const held = createHeld();
    const findHeld = (sha256: Sha256): HeldLines | undefined => {
      const read = held.find(sha256)?.read;
      return read === undefined ? undefined : { ...read.outcome, content: read.bytes };
    };
    const parseAgain = createParseAgain({ originals, parser: dumps.parser, profiles: library.catalogue.profiles });
    const reread = createReread({ ...shared, parseAgain, mayWrite: readOnly === null });
    const articles = createArticleReader({ ...shared, toLines: dumps.toLines, reread: reread.body, findHeld });
    const importer = createImporter({
      ...shared,
      dumps,
      held,
      holdDoubtful,
      readOnly,
      emit: events.emit,
      report: articles.report,
      toErrorReply: (error) => toErrorReply(error, log),
    });
    const rereport = createRereport({ ...shared, parseAgain });
    const splitter = createSplitter({ ...shared, parseAgain });
    const profiles = createProfiles({ ...shared, parseAgain });
    const check = await createChecker({ ...shared, store, reread, rereport, importer, emit: events.emit });
    const heldSplitter = createHeldSplitter({ held, parser: dumps.parser, profiles: library.catalogue.profiles });
    const handlers = createHandlers({
      library,
      articles,
      importer,
      settings,
      sample,
      check,
      splitter,
      held,
      heldSplitter,
      profiles,
    });
    const route = createRouter(handlers, log);
    // Nothing but dropped files is left of the library: they are taken in again.
    const isLost = store.recovery() !== null && catalogueCodec.isEmpty(library.catalogue);
    if (isLost && readOnly === null) {
      const { finished } = importer.start(readStrays(originals, library.catalogue), 'Recovered files');
      // A window shows how far it is; whoever has none waits for it. The importer logs what fails.
      if (!keepPending) await finished.catch(() => undefined);
    }
    if (options.checkWhenIdle === true && readOnly === null) check.goOnWhenIdle();

    let closing: Promise<void> | undefined;
    async function closeAll(): Promise<void> {
      try {
        await check.close();
        await importer.close();
        await library.close();
      } finally {
        await dumps.parser.close();
        await store.close();
      }
    }

    return {
      async call(method, input) {
        if (closing !== undefined) return refuseClosed();
        // To look how far the check is must not make it wait.
        if (!method.startsWith('check.')) check.touch();
        return route(method, input);
      },
      onEvent: events.on,
      importFiles: (sources, { name } = {}) => importer.start(sources, name),
      list: async (query = { kind: 'all' }, sort = 'newest') =>
        listArticles(library.catalogue, library.ids(query, sort)),
      reports: articles.reports,
      status: () => ({ readOnly, recovery: isAcknowledged ? null : store.recovery(), waiting: library.waiting() }),
      onStatus(listener) {
        statusListeners.add(listener);
        return () => void statusListeners.delete(listener);
      },
      retry: library.retry,
      acknowledge() {
        isAcknowledged = true;
        onStatus();
      },
      withPicture: store.withPicture,
      check,
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
