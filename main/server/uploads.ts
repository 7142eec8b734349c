/*
 * Files of a browser on their way into an import. Each is streamed to a temporary file of its own, which only this
 * user may read; its name is for the screen and never part of a path. The files go when the import is finished.
 */

import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ImportId } from '../../shared/model.ts';
import { wordRefusal } from '../../shared/words.ts';
import type { ImportSource } from '../core/import/parsed.ts';
import type { ImportTicket, Reader } from '../core/reader.ts';
import { HttpRefusal } from './answer.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

const batchLimit = 32;
const fileLimit = 4 * 1024 ** 3;
const idleMs = 10 * 60_000;

export type Refused = { readonly name: string; readonly detail: string };
export type Finish = {
  readonly batch: string;
  readonly refused: readonly Refused[];
  readonly name?: string | undefined;
};

export type Uploads = {
  readonly add: (batch: string, name: string, request: IncomingMessage) => Promise<void>;
  /** Starts the import of a batch, in the order its files came. Null when there is nothing in it. */
  readonly finish: (finish: Finish) => Promise<ImportId | null>;
  readonly abandon: (batch: string) => Promise<void>;
  /** Cancels imports of uploaded files, waits for them and removes the files. */
  readonly close: () => Promise<void>;
};

type Batch = { readonly folder: string; readonly sources: ImportSource[]; arriving: number; idle?: NodeJS.Timeout };

export type UploadOptions = {
  readonly reader: Pick<Reader, 'importFiles'>;
  readonly log: (line: string, error?: unknown) => void;
  readonly fileLimit?: number;
  readonly idleMs?: number;
};

export async function openUploads(options: UploadOptions): Promise<Uploads> {
  const { reader, log } = options;
  const folder = await createTemporaryFolder(log);
  const batches = new Map<string, Batch>();
  const tickets = new Map<ImportTicket, Promise<void>>();
  let made = 0;

  const remove = async (id: string): Promise<void> => {
    const batch = batches.get(id);
    if (batch === undefined) return;
    batches.delete(id);
    clearTimeout(batch.idle);
    await rm(batch.folder, { recursive: true, force: true });
  };
  const touch = (id: string, batch: Batch): void => {
    clearTimeout(batch.idle);
    batch.idle = setTimeout(() => {
      if (batch.arriving > 0) return;
      remove(id).catch((error: unknown) => log('An abandoned upload could not be removed', error));
    }, options.idleMs ?? idleMs).unref();
  };
  const open = async (id: string): Promise<Batch> => {
    const known = batches.get(id);
    if (known !== undefined) return known;
    if (batches.size >= batchLimit) throw new HttpRefusal(429, 'busy', 'Too many imports are being sent at once.');
    made += 1;
    const batch: Batch = { folder: path.join(folder, String(made)), sources: [], arriving: 0 };
    batches.set(id, batch);
    await mkdir(batch.folder, { recursive: true, mode: 0o700 });
    return batch;
  };
  const follow = async (ticket: ImportTicket, batch: Batch): Promise<void> => {
    try {
      await ticket.finished;
    } catch (error) {
      log('An import of uploaded files broke off', error);
    } finally {
      tickets.delete(ticket);
      await rm(batch.folder, { recursive: true, force: true });
    }
  };

  return {
    add: async (id, name, request) => {
      const limit = options.fileLimit ?? fileLimit;
      if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
      const batch = await open(id);
      made += 1;
      const file = path.join(batch.folder, String(made));
      batch.arriving += 1;
      try {
        await pipeline(request, createLimit(limit), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
        batch.sources.push({ kind: 'path', path: file, name });
      } catch (error) {
        await rm(file, { force: true });
        throw toRefusal(error);
      } finally {
        batch.arriving -= 1;
        touch(id, batch);
      }
    },
    finish: async ({ batch: id, refused, name }) => {
      const batch = batches.get(id);
      if (batch !== undefined && batch.arriving > 0)
        throw new HttpRefusal(409, 'busy', 'Files of this import are still arriving.');
      const sources = [...(batch?.sources ?? []), ...refused.map(toRefusedSource)];
      if (sources.length === 0) {
        await remove(id);
        return null;
      }
      const taken = batch ?? (await open(id));
      batches.delete(id);
      clearTimeout(taken.idle);
      const ticket = reader.importFiles(sources, name === undefined ? {} : { name });
      tickets.set(
        ticket,
        follow(ticket, taken).catch((error: unknown) => log('Uploaded files could not be removed', error)),
      );
      return ticket.id;
    },
    abandon: remove,
    close: async () => {
      for (const ticket of tickets.keys()) ticket.cancel();
      await Promise.all(tickets.values());
      batches.forEach(({ idle }) => clearTimeout(idle));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function toRefusedSource({ name, detail }: Refused): ImportSource {
  return { kind: 'refused', name, refused: wordRefusal('unreadable', detail) };
}

function createLimit(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      size += part.length;
      done(size > limit ? tooLarge(limit) : null, part);
    },
  });
}

function tooLarge(limit: number): HttpRefusal {
  return new HttpRefusal(413, 'invalid-input', `The file is larger than ${Math.floor(limit / 1024 ** 3)} GB.`);
}

function toRefusal(error: unknown): HttpRefusal {
  if (error instanceof HttpRefusal) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC')
    return new HttpRefusal(507, 'unwritable', 'The disk is full: the file could not be taken over.', { cause: error });
  if (code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET') {
    return new HttpRefusal(400, 'invalid-input', 'The file broke off on its way.', { cause: error });
  }
  return new HttpRefusal(500, 'unwritable', 'The file could not be put into the temporary folder.', { cause: error });
}
