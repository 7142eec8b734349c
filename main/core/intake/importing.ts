/*
 * From dumps to the library: the one folder that knows both the reading of dumps and what is kept of them.
 * Imports, one at a time. Each file is parsed, its original stored, and every 2,000 articles or two seconds what is
 * finished is written as one part: bodies and reports to a pack, then one change. A crash or a cancel keeps the parts.
 */

import { ReaderError, type ErrorReply } from '../../../shared/errors.ts';
import type { ReaderEvent } from '../../../shared/contract.ts';
import type { ArticleId, ImportId, ImportReport, ImportSummary } from '../../../shared/model.ts';
import { isCorrected } from '../../../shared/is-corrected.ts';
import type { Corrections } from '../../../shared/split.ts';
import { wordRefusal } from '../../../shared/words.ts';
import type { ParseResult } from '../import/parsed.ts';
import { unwritable } from '../store/atomic-file.ts';
import type { Bodies, RecordRef } from '../store/bodies.ts';
import type { Originals } from '../store/originals.ts';
import { createTurns } from '../store/turns.ts';
import type { DumpReader } from './dump-reader.ts';
import { createImportIds } from './ids.ts';
import { gatherSources } from './import-name.ts';
import { isWorthHolding, type Decision, type Held } from './held.ts';
import type { Library } from '../library/library.ts';
import { listProfiles } from '../library/profiles.ts';
import type { Head } from '../library/state.ts';
import { createRun, type Job, type Run, type Sources } from './import-run.ts';
import { parseAll } from './parse-all.ts';
import { createProgress } from './progress.ts';
import { takeIn, toArticles, type NewArticle, type ReadFile } from './take-in.ts';
import { writeBodies, type PackContents, type PackPlaces } from './write-bodies.ts';

export type ImportTicket = {
  readonly id: ImportId;
  /** Null when its file was held and not accepted. Rejects when the import broke off or the reader was closed before it began. */
  readonly finished: Promise<ImportSummary | null>;
  /** What became of each file, once it is finished; rejects as `finished` does. */
  readonly report: () => Promise<ImportReport>;
  readonly cancel: () => void;
};

export type Importer = {
  readonly start: (sources: Sources, name?: string) => ImportTicket;
  /** False when there is no such import under way. */
  readonly cancel: (id: ImportId) => boolean;
  readonly isUnderWay: (id: ImportId) => boolean;
  /** Whether any import is under way or waits for its turn. */
  readonly isBusy: () => boolean;
  /** Resolves when the imports that were begun before are over. */
  readonly settled: () => Promise<void>;
  /** Stops the import under way after the file at hand, or without it where that takes long; imports that have not begun are refused with `closed`. */
  readonly close: () => Promise<void>;
};

export type ImporterOptions = {
  readonly library: Library;
  readonly bodies: Bodies;
  readonly originals: Originals;
  readonly dumps: DumpReader;
  readonly held: Held;
  /** Holds the only file of an import where its split is doubtful, until a person has seen it. */
  readonly holdDoubtful: boolean;
  readonly clock: () => number;
  readonly emit: (event: ReaderEvent) => void;
  readonly log: (line: string, error?: unknown) => void;
  readonly toErrorReply: (error: unknown) => ErrorReply;
  /** Why nothing can be imported; null when it can. */
  readonly readOnly: ErrorReply | null;
  readonly report: (id: ImportId) => Promise<ImportReport>;
};

const PART_ARTICLES = 2000;
const PART_MS = 2000;
/** Storing an original is mostly waiting for the disk. A large one is waited for at once: its bytes are in memory till then. */
const STORING_AT_ONCE = 8;
const LARGE_BYTES = 8 << 20;
/** How long closing waits for the file at hand. */
const PATIENCE_MS = 5000;

export function createImporter(options: ImporterOptions): Importer {
  const { library, bodies, originals, dumps, held, clock, emit, log } = options;
  const jobs = new Map<ImportId, Job>();
  const inTurn = createTurns();
  const newest = Math.max(0, ...[...library.catalogue.imports.values()].map(({ summary }) => summary.importedAt));
  const nextId = createImportIds(clock, newest);
  let closed = false;

  async function runJob(job: Job): Promise<ImportSummary | null> {
    const run = await inTurn(() => begin(job));
    if (run.held === undefined) return finish(run);
    const { importId, name, read } = run.held;
    const waiting = held.hold(run.held, job.stop.signal);
    emit({ kind: 'import-held', held: { id: importId, name, file: read.outcome.file } });
    // Others are imported meanwhile.
    const decision = await waiting;
    if (decision !== null) return inTurn(() => storeHeld(run, decision));
    emit({ kind: 'import-dismissed', id: job.id });
    return null;
  }

  async function begin(job: Job): Promise<Run> {
    if (options.readOnly !== null) throw new ReaderError('read-only', options.readOnly.message);
    if (closed) throw new ReaderError('closed', 'The library was closed before this import began.');
    const { name, sources } = await gatherSources(job.sources, job.name);
    const run = createRun(job, name, clock());
    emit({ kind: 'import-started', id: job.id, name });
    await orFail(run, async () => {
      await readFiles(run, sources);
      if (run.held === undefined) await writeLast(run);
    });
    return run;
  }

  async function storeHeld(run: Run, { read, corrections }: Decision): Promise<ImportSummary> {
    await orFail(run, async () => {
      run.gathered.push(keep(read, isCorrected(corrections) ? corrections : undefined));
      await writeLast(run);
    });
    return finish(run);
  }

  /** What is being written is waited for; what goes wrong is said to all who listen. */
  async function orFail(run: Run, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      emit({ kind: 'import-failed', id: run.job.id, name: run.name, error: options.toErrorReply(error) });
      throw error;
    } finally {
      await run.writing;
    }
  }

  function finish({ job, first }: Run): ImportSummary {
    const summary = library.catalogue.imports.get(job.id)?.summary;
    if (summary === undefined) throw new Error('an import that was written is not in the library');
    emit({ kind: 'import-finished', summary, firstArticle: first });
    return summary;
  }

  async function readFiles(run: Run, sources: Sources): Promise<void> {
    const { signal } = run.job.stop;
    const isEnding = (): boolean => run.job.isEnding;
    const progress = createProgress({ id: run.job.id, name: run.name, clock, emit });
    const profiles = listProfiles(library.catalogue);
    const parsing = { dumps, originals, progress, profiles, signal, isEnding };
    for await (const { result, isLast, isOnly } of parseAll(sources, parsing)) {
      if (options.holdDoubtful && isOnly && 'bytes' in result && isWorthHolding(result)) {
        run.held = { importId: run.job.id, name: run.name, read: result };
        return;
      }
      run.gathered.push(keep(result));
      await run.gathered.at(('bytes' in result ? result.bytes.length : 0) > LARGE_BYTES ? -1 : -STORING_AT_ONCE);
      run.articles += 'refused' in result.outcome ? 0 : result.outcome.articles.length;
      // What is left at the end is the last part, however long the only file took: a small drop is one change.
      if (!isLast && (run.articles >= PART_ARTICLES || clock() - run.since >= PART_MS)) await writePart(run);
    }
  }

  /** Stores the original. Never rejects: what cannot be stored is refused. */
  async function keep(result: ParseResult, corrections?: Corrections): Promise<ReadFile> {
    if (!('bytes' in result)) return result;
    const { outcome, identities, bytes } = result;
    try {
      // A part of a large file is read from its stored original.
      if (outcome.span === undefined) await originals.put(outcome.sha256, bytes);
      const articles = toArticles(outcome, identities);
      return corrections === undefined ? { outcome, articles } : { outcome, articles, corrections };
    } catch (error) {
      log(`${outcome.file} could not be stored.`, error);
      const reason = error instanceof Error ? error.message : String(error);
      return { outcome: { file: outcome.file, refused: wordRefusal('failed', `it could not be stored: ${reason}`) } };
    }
  }

  /** Writes what was gathered while the next files are read; waits for the part before it. */
  async function writePart(run: Run): Promise<void> {
    const { gathered } = run;
    run.gathered = [];
    run.articles = 0;
    run.since = clock();
    await settle(run);
    const write = async (): Promise<void> => {
      const read = await Promise.all(gathered);
      await library.inTurn(() => commitPart(run, read, false));
    };
    run.writing = write().then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
  }

  async function writeLast(run: Run): Promise<void> {
    await settle(run);
    const read = await Promise.all(run.gathered);
    await library.inTurn(() => commitPart(run, read, true));
  }

  async function commitPart(run: Run, read: readonly ReadFile[], isLast: boolean): Promise<void> {
    const { id, importedAt, stop, isEnding } = run.job;
    const isHeld = (article: ArticleId): boolean => library.catalogue.heads.has(article);
    const { files, reports, added, known } = takeIn(read, run.files, { importId: id, isHeld });
    const origin = { id, name: run.name, firstFile: run.files };
    const contents = { articles: added.map(({ article }) => article), reports, import: origin };
    const places = await writePack(`${id}-${run.parts}`, contents);
    const heads = toHeads(added, places.bodies);
    await library.addPart({
      kind: 'imported',
      id,
      name: run.name,
      importedAt,
      tookMs: clock() - run.startedAt,
      finished: isLast,
      cancelled: isLast && (isEnding || stop.signal.aborted),
      refused: reports.filter((report) => report.refused !== null).length,
      files,
      report: places.report,
      heads,
      known,
    });
    run.parts += 1;
    run.files += files.length;
    run.first ??= reports.flatMap((report) => report.articles)[0]?.id ?? null;
  }

  async function writePack(pack: string, contents: PackContents): Promise<PackPlaces> {
    try {
      return await writeBodies(bodies, pack, contents);
    } catch (error) {
      throw unwritable('The articles could not be written to disk and were not imported', error);
    }
  }

  return {
    start(sources, name) {
      const job: Job = { ...nextId(), sources, name, stop: new AbortController(), isEnding: false };
      jobs.set(job.id, job);
      const finished = runJob(job).finally(() => jobs.delete(job.id));
      // A host need not wait for the end; a failure is an event too.
      finished.catch((error: unknown) => log(`The import ${job.id} did not finish.`, error));
      const report = async (): Promise<ImportReport> => finished.then(() => options.report(job.id));
      return { id: job.id, finished, report, cancel: () => job.stop.abort() };
    },
    cancel(id) {
      const job = jobs.get(id);
      job?.stop.abort();
      return job !== undefined;
    },
    isUnderWay: (id) => jobs.has(id),
    isBusy: () => jobs.size > 0,
    settled: () => inTurn(async () => undefined),
    async close() {
      closed = true;
      const underWay = [...jobs.values()];
      for (const job of underWay) job.isEnding = true;
      held.dismissAll();
      const timer = setTimeout(() => underWay.forEach((job) => job.stop.abort()), PATIENCE_MS);
      await inTurn(async () => undefined);
      clearTimeout(timer);
    },
  };
}

/** Each new article with the place of its body; one without would be lost, so the whole part is refused. */
function toHeads(added: readonly NewArticle[], bodies: readonly RecordRef[]): readonly Head[] {
  return added.map(({ head }, index) => {
    const body = bodies[index];
    if (body === undefined) throw new Error(`"${head.title}" has no place in its pack`);
    return Object.assign(head, { body });
  });
}

/** Waits for the part that is being written. Throws what it failed with. */
async function settle(run: Run): Promise<void> {
  const failed = await run.writing;
  if (failed !== undefined) throw failed.error;
}
