/*
 * Pack files: what is too big for memory, one sealed line of JSON per record, never changed once written. A record is
 * found by the place that the catalogue remembers.
 */

import { closeSync, openSync, read } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ReaderError } from '../../../shared/errors.ts';
import { errorCode, writeAtomicWith } from './atomic-file.ts';
import { openSealed, sealLine } from './sealed-line.ts';

/** Where a record lies: pack (file name without `.pack`), offset and length in bytes, checksum. */
export type RecordRef = {
  readonly pack: string;
  readonly offset: number;
  readonly length: number;
  readonly sum: string;
};

export type Bodies = {
  /** Writes a pack and answers the places of its records, in order, once all are on disk. */
  readonly write: (pack: string, records: Iterable<object>) => Promise<readonly RecordRef[]>;
  /** Reads one record. Throws `damaged` when it is not as it was written or not there. */
  readonly read: (ref: RecordRef) => Promise<unknown>;
  readonly close: () => void;
};

const readAt = promisify(read);
const WRITE_AT_ONCE = 1 << 20;
const CACHED_BYTES = 8 << 20;
const OPEN_FILES = 32;

export function openBodies(folder: string): Bodies {
  const files = createFiles(folder);
  const cache = createCache();
  return {
    write: (pack, records) => writePack(folder, pack, records),
    async read(ref) {
      const key = `${ref.pack}:${ref.offset}`;
      const cached = cache.get(key);
      if (cached !== undefined) return cached;
      const line = await files.read(ref);
      const opened = openSealed(line);
      if (opened?.sum !== ref.sum) throw damaged(ref);
      cache.set(key, opened.value, ref.length);
      return opened.value;
    },
    close: () => files.close(),
  };
}

async function writePack(folder: string, pack: string, records: Iterable<object>): Promise<readonly RecordRef[]> {
  const refs: RecordRef[] = [];
  await writeAtomicWith(join(folder, `${pack}.pack`), async (file) => {
    let offset = 0;
    let waiting: Buffer[] = [];
    let waitingBytes = 0;
    const flush = async (): Promise<void> => {
      await file.writeFile(Buffer.concat(waiting));
      waiting = [];
      waitingBytes = 0;
    };
    for (const record of records) {
      const { text, sum } = sealLine(record);
      const line = Buffer.from(`${text}\n`);
      refs.push({ pack, offset, length: line.length - 1, sum });
      offset += line.length;
      waiting.push(line);
      waitingBytes += line.length;
      if (waitingBytes >= WRITE_AT_ONCE) await flush();
    }
    await flush();
  });
  return refs;
}

type Files = { readonly read: (ref: RecordRef) => Promise<Buffer>; readonly close: () => void };
type OpenFile = { readonly fd: number; readers: number; dropped: boolean };

/** Keeps the packs read last open. A file that is pushed out is closed when its last reader is done. */
function createFiles(folder: string): Files {
  const files = new Map<string, OpenFile>();

  function take(pack: string): OpenFile {
    const file = files.get(pack) ?? { fd: openSync(join(folder, `${pack}.pack`), 'r'), readers: 0, dropped: false };
    files.delete(pack);
    files.set(pack, file);
    file.readers += 1;
    for (const oldest of files.keys()) {
      if (files.size <= OPEN_FILES) break;
      drop(oldest);
    }
    return file;
  }

  function drop(pack: string): void {
    const file = files.get(pack);
    if (file === undefined) return;
    files.delete(pack);
    file.dropped = true;
    if (file.readers === 0) closeSync(file.fd);
  }

  function give(file: OpenFile): void {
    file.readers -= 1;
    if (file.dropped && file.readers === 0) closeSync(file.fd);
  }

  return {
    async read(ref) {
      const file = takeOrRefuse(ref);
      try {
        const line = Buffer.allocUnsafe(ref.length);
        const { bytesRead } = await readAt(file.fd, line, 0, ref.length, ref.offset);
        if (bytesRead !== ref.length) throw damaged(ref);
        return line;
      } finally {
        give(file);
      }
    },
    close() {
      for (const pack of files.keys()) drop(pack);
    },
  };

  function takeOrRefuse(ref: RecordRef): OpenFile {
    try {
      return take(ref.pack);
    } catch (error) {
      throw errorCode(error) === 'ENOENT' ? damaged(ref, error) : error;
    }
  }
}

type Cache = {
  readonly get: (key: string) => unknown;
  readonly set: (key: string, value: unknown, bytes: number) => void;
};

/** The records read last, up to a number of bytes. */
function createCache(): Cache {
  const held = new Map<string, { readonly value: unknown; readonly bytes: number }>();
  let total = 0;
  return {
    get(key) {
      const found = held.get(key);
      if (found === undefined) return undefined;
      held.delete(key);
      held.set(key, found);
      return found.value;
    },
    set(key, value, bytes) {
      if (bytes > CACHED_BYTES / 4 || held.has(key)) return;
      held.set(key, { value, bytes });
      total += bytes;
      for (const [oldest, entry] of held) {
        if (total <= CACHED_BYTES) break;
        held.delete(oldest);
        total -= entry.bytes;
      }
    },
  };
}

function damaged(ref: RecordRef, cause?: unknown): ReaderError {
  return new ReaderError(
    'damaged',
    `A text in ${ref.pack}.pack is damaged on disk. The dropped file it came from is kept; import it again.`,
    { cause },
  );
}
