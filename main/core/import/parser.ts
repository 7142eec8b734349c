/* Parses in a process of its own, one file at a time. A process that dies costs one file, not the import. */

import type { Refusal } from '../../../shared/model.ts';
import type { DumpProfile } from '../../../shared/profile.ts';
import { wordRefusal } from '../../../shared/words.ts';
import type { Answer, Job } from './parse-process.ts';
import type { FileSource, ParseResult, Parser, Reading } from './parsed.ts';
import { forkParser, parserModule, type ParserProcess, type StartParser } from './parser-process.ts';
import { readWhole, type Read } from './read-whole.ts';

type Asked = { readonly id: number; readonly answer: (answer: Answer | { readonly reason: string }) => void };

type ToRead = { readonly source: FileSource; readonly reading: Reading | undefined };

const stopped = 'the import was stopped';

/**
 * Creates a parser. `parse` may be called many times at once: calls are answered in their order, and while one file is
 * parsed the next is read. It never rejects; what goes wrong is a refusal. A signal ends the parse at once, also one
 * that is under way. The process starts with the first file and does not keep this one alive while it has nothing to do.
 */
export function createParser(start: StartParser = (listeners) => forkParser(parserModule(), listeners)): Parser {
  let running: ParserProcess | undefined;
  let asked: Asked | undefined;
  let began: Promise<unknown> = Promise.resolve();
  let done: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  let nextId = 1;

  const parse: Parser['parse'] = (source, signal, profiles) => {
    const isStopped = (): boolean => isClosed || signal?.aborted === true;
    const read = began.then(() => (isStopped() ? refusedAs(stopped) : fetch(source)));
    began = Promise.all([read, done]);
    const wanted = { source, reading: readingOf(source, profiles) };
    const result = began.then(async () => parseRead(wanted, isStopped() ? refusedAs(stopped) : await read, signal));
    done = result;
    return result;
  };

  async function parseRead({ source, reading }: ToRead, read: Read, signal?: AbortSignal): Promise<ParseResult> {
    const { file } = source;
    if ('refused' in read) return { outcome: { file, refused: read.refused } };
    const corrections = source.kind === 'bytes' ? source.corrections : undefined;
    const window = source.kind === 'window' ? source.window : undefined;
    nextId += 1;
    const answer = await ask({ id: nextId, file, bytes: read.bytes, corrections, reading, window }, signal);
    if ('reason' in answer) return { outcome: { file, ...refusedAs(answer.reason) } };
    return 'identities' in answer ? { ...answer, bytes: read.bytes } : answer;
  }

  /** Posts a job and waits for its answer, or for the end of the process. */
  async function ask(job: Job, signal?: AbortSignal): Promise<Answer | { readonly reason: string }> {
    const { promise, resolve } = Promise.withResolvers<Answer | { readonly reason: string }>();
    asked = { id: job.id, answer: resolve };
    signal?.addEventListener('abort', stop);
    try {
      running ??= startProcess();
      running.hold(true);
      running.post(job);
      return await promise;
    } catch (error) {
      // A process that cannot start must not stop the files that wait.
      return { reason: error instanceof Error ? error.message : String(error) };
    } finally {
      signal?.removeEventListener('abort', stop);
      running?.hold(false);
      asked = undefined;
    }
  }

  function stop(): void {
    const last = running;
    running = undefined;
    last?.kill();
    asked?.answer({ reason: stopped });
  }

  function startProcess(): ParserProcess {
    const started = start({
      onDone: ({ id, answer }) => {
        if (running === started && asked?.id === id) asked.answer(answer);
      },
      // It may end between two jobs as well; the next job gets a new one.
      onEnd: (reason) => {
        if (running !== started) return;
        running = undefined;
        asked?.answer({ reason });
      },
    });
    return started;
  }

  async function close(): Promise<void> {
    isClosed = true;
    stop();
    await done;
  }

  return { parse, close };
}

/** The source's own; else it is to be found among the profiles. */
function readingOf(source: FileSource, profiles: readonly DumpProfile[] = []): Reading | undefined {
  if (source.kind === 'bytes' && source.reading !== undefined) return source.reading;
  return profiles.length === 0 ? undefined : { profiles };
}

/** Never rejects: what cannot be fetched is refused. What is kept somewhere is fetched when its turn comes. */
async function fetch(source: FileSource): Promise<Read> {
  if (source.kind === 'file') return readWhole(source.path);
  if (source.kind !== 'stored') return source;
  try {
    return { bytes: await source.load() };
  } catch (error) {
    return refusedAs(error instanceof Error ? error.message : String(error));
  }
}

function refusedAs(reason: string): { readonly refused: Refusal } {
  return { refused: wordRefusal('failed', reason) };
}
