/*
 * The journal: one sealed line per change, appended and synced before the change is acknowledged. The file in use is
 * `DEVICE.ndjson`; rotated ones are `DEVICE.upto-N.ndjson`, N being the sequence of their last line.
 */

import { constants } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { renameDurably, syncFolder, unwritable } from './atomic-file.ts';
import { sealLine } from './sealed-line.ts';
import { createTurns } from './turns.ts';

/** What the journal needs of an open file; a test hands in one that fails. */
export type JournalFile = {
  readonly write: (bytes: Buffer, offset: number, length: number, at: number) => Promise<{ bytesWritten: number }>;
  readonly datasync: () => Promise<void>;
  readonly truncate: (length: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type JournalOptions = {
  readonly folder: string;
  readonly device: string;
  /** Sequence of the last change that is on disk. */
  readonly sequence: number;
  readonly clock: () => number;
  readonly openFile?: (path: string) => Promise<JournalFile & { readonly stat: () => Promise<{ size: number }> }>;
};

export type Journal = {
  readonly sequence: () => number;
  /** Size of the file in use: what a start would have to replay, roughly. */
  readonly size: () => { readonly bytes: number; readonly lines: number };
  /**
   * Writes the changes as one line each with one write and one sync. Refuses with `unwritable` and leaves no trace of
   * any of them when that fails.
   */
  readonly append: (changes: readonly object[]) => Promise<void>;
  /** Puts the file in use aside and begins a new one; `oldest` is the sequence before which nothing is needed. */
  readonly rotate: (oldest: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

const ROTATED = /^(.+)\.upto-(\d+)\.ndjson$/;

/** The journal files of a folder in the order in which they were written; `last` is null for the one in use. */
export async function findJournalFiles(
  folder: string,
): Promise<readonly { readonly name: string; readonly device: string; readonly last: number | null }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ndjson'));
  const files = names.map((name) => {
    const [, device, last] = ROTATED.exec(name) ?? [];
    return device === undefined || last === undefined
      ? { name, device: name.slice(0, -'.ndjson'.length), last: null }
      : { name, device, last: Number(last) };
  });
  return files.sort((a, b) => (a.last ?? Infinity) - (b.last ?? Infinity));
}

/** Opens the journal in use for appending, making it where it is missing. It must have been read and repaired before. */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { folder, device, clock, openFile = (name) => open(name, openFlags, 0o600) } = options;
  const path = join(folder, `${device}.ndjson`);
  const inTurn = createTurns();
  let file: JournalFile | undefined;
  let bytes = 0;
  let lines = 0;
  let { sequence } = options;
  /** Set when a failed line could not be cut back: the file is longer than `bytes` says. */
  let overhang = false;

  async function ready(): Promise<JournalFile> {
    if (file !== undefined) return file;
    const opened = await openFile(path);
    await syncFolder(folder);
    bytes = (await opened.stat()).size;
    file = opened;
    return opened;
  }

  async function append(changes: readonly object[]): Promise<void> {
    const at = clock();
    const text = changes.map(
      (change, index) => `${sealLine({ v: 1, device, seq: sequence + 1 + index, at, change }).text}\n`,
    );
    const written = Buffer.from(text.join(''));
    try {
      const out = await ready();
      if (overhang) await cutBack();
      await writeWhole(out, written, bytes);
      await out.datasync();
    } catch (error) {
      await cutBack().catch(() => {
        overhang = true;
      });
      throw unwritable('The change could not be written to disk and was not made', error);
    }
    bytes += written.length;
    lines += changes.length;
    sequence += changes.length;
  }

  async function cutBack(): Promise<void> {
    if (file === undefined) return;
    overhang = true;
    await file.truncate(bytes);
    await file.datasync();
    overhang = false;
  }

  async function rotate(oldest: number): Promise<void> {
    if (bytes > 0) {
      if (overhang) await cutBack();
      await file?.close();
      file = undefined;
      await renameDurably(path, join(folder, `${device}.upto-${sequence}.ndjson`));
      lines = 0;
      await ready();
    }
    for (const { name, last } of await findJournalFiles(folder)) {
      if (last !== null && last <= oldest) await rm(join(folder, name));
    }
  }

  await ready();
  return {
    sequence: () => sequence,
    size: () => ({ bytes, lines }),
    append: (changes) => inTurn(() => append(changes)),
    rotate: (oldest) => inTurn(() => rotate(oldest)),
    close: () => inTurn(async () => file?.close()),
  };
}

/** Made where it is missing; read and written at places we name, never appended by the system. */
const openFlags = constants.O_RDWR | constants.O_CREAT;

async function writeWhole(file: JournalFile, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    if (bytesWritten === 0) throw new Error('the disk took no more bytes');
    done += bytesWritten;
  }
}
