/*
 * Pack files: what is too big for memory, one sealed line of JSON per record, never changed once written. A record is
 * found by the place that the catalogue remembers.
 */

import { join } from 'node:path';
import { ReaderError } from '../../../shared/errors.ts';
import { writeAtomicWith } from './atomic-file.ts';
import { createCache } from './cache.ts';
import { errorCode, type Disk } from './disk.ts';
import { createOpenFiles } from './open-files.ts';
import { cutAtSeals, isSealed, openSealed, sealLine } from './sealed-line.ts';

/** Where a record lies: pack (file name without `.pack`), offset and length in bytes, checksum. */
export type RecordRef = {
  readonly pack: string;
  readonly offset: number;
  readonly length: number;
  readonly sum: string;
};

/**
 * A line of a pack as it was found. `value` is undefined when it is not as it was written; one of length 0 is the line
 * break after the line before, which was lost.
 */
export type Scanned = { readonly ref: RecordRef; readonly value: unknown };

export type Bodies = {
  /** Writes a pack and answers the places of its records, in order, once all are on disk. */
  readonly write: (pack: string, records: Iterable<object>) => Promise<readonly RecordRef[]>;
  /** Reads one record. Throws `damaged` when it is not as it was written or not there. */
  readonly read: (ref: RecordRef) => Promise<unknown>;
  /** Names of the packs, without `.pack`. */
  readonly list: () => Promise<readonly string[]>;
  /** Reads a pack line by line. */
  readonly scan: (pack: string) => AsyncIterable<Scanned>;
  /** Makes durable what a killed process may have left with its last step undone. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const SUFFIX = '.pack';
const WRITE_AT_ONCE = 1 << 20;
const CACHED_BYTES = 8 << 20;

export function openBodies(disk: Disk, folder: string): Bodies {
  const pathOf = (pack: string): string => join(folder, `${pack}${SUFFIX}`);
  const files = createOpenFiles(disk);
  const cache = createCache(CACHED_BYTES);
  return {
    write: (pack, records) => writePack(disk, { path: pathOf(pack), pack }, records),
    async read(ref) {
      const key = `${ref.pack}:${ref.offset}`;
      const cached = cache.get(key);
      if (cached !== undefined) return cached;
      const opened = openSealed(await readLine(ref));
      if (opened?.sum !== ref.sum) throw damaged(ref);
      cache.set(key, opened.value, ref.length);
      return opened.value;
    },
    list: async () =>
      (await disk.list(folder)).filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length)),
    scan: (pack) => scanPack(disk, pathOf(pack), pack),
    settle: () => disk.syncFolder(folder),
    close: () => files.close(),
  };

  async function readLine(ref: RecordRef): Promise<Buffer> {
    const line = Buffer.allocUnsafe(ref.length);
    try {
      const length = await files.use(pathOf(ref.pack), (file) => file.read(line, ref.offset));
      if (length === ref.length) return line;
    } catch (error) {
      if (!['ENOENT', 'EISDIR'].includes(errorCode(error))) throw error;
      throw damaged(ref, error);
    }
    throw damaged(ref);
  }
}

type PackPlace = { readonly path: string; readonly pack: string };

async function writePack(
  disk: Disk,
  { path, pack }: PackPlace,
  records: Iterable<object>,
): Promise<readonly RecordRef[]> {
  const refs: RecordRef[] = [];
  await writeAtomicWith(disk, path, async (append) => {
    let offset = 0;
    let waiting: Buffer[] = [];
    let waitingBytes = 0;
    const flush = async (): Promise<void> => {
      await append(Buffer.concat(waiting));
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

const LINE_BREAK = 0x0a;

/** One line in memory at a time, and the block that it came in. */
async function* scanPack(disk: Disk, path: string, pack: string): AsyncGenerator<Scanned> {
  const file = await disk.open(path, 'read');
  try {
    let offset = 0;
    let rest = Buffer.alloc(0);
    for (;;) {
      const block = Buffer.allocUnsafe(WRITE_AT_ONCE);
      const length = await file.read(block, offset + rest.length);
      const bytes = Buffer.concat([rest, block.subarray(0, length)]);
      let start = 0;
      for (let end = bytes.indexOf(LINE_BREAK); end >= 0; end = bytes.indexOf(LINE_BREAK, start)) {
        yield* toScanned(pack, offset + start, bytes.subarray(start, end));
        start = end + 1;
      }
      rest = bytes.subarray(start);
      offset += start;
      if (length < block.length) break;
    }
    // The last line ends with a break; what has none was cut short.
    if (rest.length === 0) return;
    yield* toScanned(pack, offset, rest);
    yield { ref: { pack, offset: offset + rest.length, length: 0, sum: '' }, value: undefined };
  } finally {
    await file.close();
  }
}

/** A line, or what can be read of one that lost its line break to its neighbour. */
function* toScanned(pack: string, offset: number, line: Buffer): Generator<Scanned> {
  let at = offset;
  for (const piece of isSealed(line, { start: 0, end: line.length }) ? [line] : cutAtSeals(line)) {
    if (at > offset) yield { ref: { pack, offset: at - 1, length: 0, sum: '' }, value: undefined };
    const opened = openSealed(piece);
    yield { ref: { pack, offset: at, length: piece.length, sum: opened?.sum ?? '' }, value: opened?.value };
    at += piece.length + 1;
  }
}

function damaged(ref: RecordRef, cause?: unknown): ReaderError {
  return new ReaderError(
    'damaged',
    `A text in ${ref.pack}.pack is damaged on disk. The dropped file it came from is kept; import it again.`,
    { cause },
  );
}
