/* Parses away from the main thread, one file at a time. A worker that dies costs one file, not the import. */

import { Worker } from 'node:worker_threads';
import { wordRefusal } from '../../../shared/words.ts';
import type { Done, EndOfWork, Job } from './parse-worker.ts';
import type { FileSource, ParseResult, Parser } from './parsed.ts';

/** Nearly all that a parse makes lives until its end: with room for it, V8 copies it about less (measured: a fifth faster). */
const maxYoungGenerationSizeMb = 256;
/** How long a file that is being read is waited for when the parser is closed. */
const patienceMs = 10_000;

/** From source the worker is TypeScript; a bundle has it as JavaScript beside itself. Not written as a literal, so that no bundler moves it. */
function workerUrl(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./parse-worker.${extension}`, import.meta.url);
}

/**
 * Creates a parser. `parse` may be called many times at once: calls are answered in their order. It never rejects;
 * what goes wrong is a refusal. The bytes of a `bytes` source are handed over and are empty afterwards. The worker
 * starts with the first file and does not keep the process alive while it has nothing to do.
 */
export function createParser(url: URL = workerUrl()): Parser {
  let worker: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  let nextId = 1;

  function parse(source: FileSource): Promise<ParseResult> {
    const result = queue.then(() => parseNow(source));
    queue = result;
    return result;
  }

  async function parseNow(source: FileSource): Promise<ParseResult> {
    if (source.kind === 'refused') return { outcome: { file: source.file, refused: source.refused } };
    if (isClosed) return refuse(source, 'the import was stopped');
    try {
      worker ??= startWorker();
      nextId += 1;
      const reply = await ask(worker, { id: nextId, source: toOwned(await fetch(source)) });
      return 'result' in reply ? reply.result : refuse(source, reply.reason);
    } catch (error) {
      // Neither a worker that cannot start nor bytes that cannot be handed over may stop the files that wait.
      return refuse(source, wordDeath(error));
    }
  }

  function startWorker(): Worker {
    const started = new Worker(url, { resourceLimits: { maxYoungGenerationSizeMb } });
    started.unref();
    // It may die between two jobs as well; the next job gets a new one.
    const forget = () => {
      if (worker === started) worker = undefined;
    };
    started.on('error', forget).on('exit', forget);
    return started;
  }

  async function close(): Promise<void> {
    isClosed = true;
    const last = worker;
    if (last !== undefined) await endWorker(last, queue);
    await queue;
  }

  return { parse, close };
}

type InHand = Job['source'];

/** What is kept somewhere is fetched when its turn comes. */
async function fetch(source: Exclude<FileSource, { kind: 'refused' }>): Promise<InHand> {
  return source.kind === 'stored' ? { kind: 'bytes', file: source.file, bytes: await source.load() } : source;
}

/**
 * Lets a worker finish and leave by itself. To terminate one that loads its modules or reads a file can bring the whole
 * process down (seen on Node 24: SIGSEGV about once in thirty times), so that is only for one that does not answer.
 */
async function endWorker(worker: Worker, work: Promise<unknown>): Promise<void> {
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const timer = setTimeout(() => void worker.terminate(), patienceMs);
  worker.ref();
  await Promise.race([work, exited]);
  worker.postMessage('end' satisfies EndOfWork, []);
  await exited;
  clearTimeout(timer);
}

/** Only a whole buffer can be handed over; a part of one is copied first. */
function toOwned(source: Job['source']): Job['source'] {
  if (source.kind === 'file' || source.bytes.length === source.bytes.buffer.byteLength) return source;
  return { ...source, bytes: new Uint8Array(source.bytes) };
}

type Answer = Done | { readonly reason: string };

/** Posts one job and waits for its answer, or for the death of the worker. */
async function ask(worker: Worker, job: Job): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const onMessage = (done: Done) => (done.id === job.id ? resolve(done) : undefined);
  const onError = (error: unknown) => resolve({ reason: wordDeath(error) });
  const onExit = () => resolve({ reason: 'reading it was stopped' });
  worker.ref();
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  try {
    worker.postMessage(job, job.source.kind === 'bytes' ? [job.source.bytes.buffer] : []);
    return await promise;
  } finally {
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    worker.unref();
  }
}

function wordDeath(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'it needs more memory than there is';
  return error instanceof Error ? error.message : String(error);
}

function refuse({ file }: FileSource, reason: string): ParseResult {
  return { outcome: { file, refused: wordRefusal('failed', reason) } };
}
