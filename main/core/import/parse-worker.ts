/* The worker's side of parser.ts: reads a file, parses it, hands the bytes back without a copy. */

import { open, type FileHandle } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import type { Corrections } from '../../../shared/split.ts';
import { wordRefusal } from '../../../shared/words.ts';
import { maxFileBytes, tooLarge } from './decode.ts';
import { identify } from './identity.ts';
import { parseFile } from './parse-file.ts';
import type { FileSource, ParseResult } from './parsed.ts';
import { wordSystemError } from './walk.ts';

export type Job = { readonly id: number; readonly source: Exclude<FileSource, { kind: 'refused' | 'stored' }> };
export type Done = { readonly id: number; readonly result: ParseResult };

/** Posted when nothing more will come. */
export type EndOfWork = 'end';

parentPort?.on('message', (message: Job | EndOfWork) => {
  // Without its port the worker has nothing to wait for and ends.
  if (message === 'end') parentPort?.close();
  else void answer(message);
});

async function answer({ id, source }: Job): Promise<void> {
  const result = await parseSource(source).catch((error: unknown): ParseResult => fail(source, error));
  const done: Done = { id, result };
  parentPort?.postMessage(done, 'bytes' in result ? [result.bytes.buffer] : []);
}

async function parseSource(source: Job['source']): Promise<ParseResult> {
  const read = source.kind === 'bytes' ? { bytes: source.bytes } : await readWhole(source.path);
  if ('refused' in read) return { outcome: { file: source.file, refused: read.refused } };
  const outcome = await parseFile(read.bytes, source.file, correctionsOf(source));
  if ('refused' in outcome) return { outcome };
  return { outcome, identities: outcome.articles.map(identify), bytes: read.bytes };
}

function correctionsOf(source: Job['source']): Partial<Corrections> | undefined {
  return source.kind === 'bytes' ? source.corrections : undefined;
}

/** Reads into an array of its own: a small Buffer shares its memory with others and cannot be handed over. */
async function readWhole(path: string) {
  try {
    const handle = await open(path);
    try {
      const { size } = await handle.stat();
      return size > maxFileBytes
        ? { refused: tooLarge({ length: size }) }
        : { bytes: await fill(handle, new Uint8Array(size)) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { refused: wordRefusal('unreadable', wordSystemError(error)) };
  }
}

/** A file may become shorter while it is read; what is added meanwhile is not waited for. */
async function fill(handle: FileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) return bytes.slice(0, length);
    length += bytesRead;
  }
  return bytes;
}

/** A fault of ours must not take the whole import down: this file is refused, and the log of the process has the stack. */
function fail({ file }: Job['source'], error: unknown): ParseResult {
  console.error(error);
  return { outcome: { file, refused: wordRefusal('failed', error instanceof Error ? error.message : String(error)) } };
}
