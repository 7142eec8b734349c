/*
 * The journal: one sealed line per change, appended and synced before the change is acknowledged. Nothing of it is ever
 * deleted: it is the whole story of the library, from which the catalogue can be told again, and the memory of undo.
 */

import { join } from 'node:path';
import { renameDurably, unwritable } from './atomic-file.ts';
import type { Disk, DiskFile } from './disk.ts';
import { closedJournalPath, findJournalFiles, openJournalPath } from './journal-files.ts';
import { findLine, type JournalLine } from './journal-read.ts';
import { sealLine } from './sealed-line.ts';
import { nextTime, type HybridTime } from './time.ts';
import { createTurns } from './turns.ts';

export type JournalOptions = {
  readonly disk: Disk;
  readonly folder: string;
  readonly device: string;
  /** Those of the last change that is on disk. */
  readonly sequence: number;
  readonly time: HybridTime;
  readonly clock: () => number;
};

export type Journal = {
  readonly sequence: () => number;
  readonly time: () => HybridTime;
  /** Size of the file in use: what a start would have to replay, roughly. */
  readonly size: () => { readonly bytes: number; readonly lines: number };
  /**
   * Writes the changes as one line each with one durable write. Refuses with `unwritable` and leaves no trace of
   * any of them when that fails; the same call may be made again.
   */
  readonly append: (changes: readonly object[]) => Promise<void>;
  /** The line of an earlier change; undefined when it is damaged. */
  readonly read: (sequence: number) => Promise<JournalLine | undefined>;
  /** Puts the file in use aside and begins a new one with the next change. */
  readonly rotate: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens the journal of a device for appending. It must have been read and repaired before. */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { disk, folder, device, clock } = options;
  const path = openJournalPath(folder, device);
  const inTurn = createTurns();
  let file: DiskFile | undefined;
  /** What of the file is known to be whole and on disk. */
  let bytes = (await disk.find(path))?.size ?? 0;
  let isSettled = bytes === 0;
  let lines = 0;
  let { sequence, time } = options;

  async function ready(): Promise<DiskFile> {
    return (file ??= bytes === 0 ? await begin(disk, path) : await goOn(disk, path, bytes));
  }

  /**
   * Lines that a killed process wrote and did not sync were read as good, and must outlive what is built on them. They are
   * written once more: after a sync that failed, a system may take what it holds for clean and never write it.
   */
  async function settle(): Promise<void> {
    if (isSettled) return;
    const out = await ready();
    await out.writeDurably((await disk.readFile(path)).subarray(0, bytes), 0);
    isSettled = true;
  }

  async function append(changes: readonly object[]): Promise<void> {
    let last = time;
    const text = changes.map((change, index) => {
      last = nextTime(last, clock());
      return `${sealLine({ v: 2, device, seq: sequence + 1 + index, time: last, change }).text}\n`;
    });
    const written = Buffer.from(text.join(''));
    try {
      await settle();
      const out = await ready();
      await out.writeDurably(written, bytes);
    } catch (error) {
      await giveUp();
      throw unwritable('The change could not be written to disk', error);
    }
    bytes += written.length;
    lines += changes.length;
    sequence += changes.length;
    time = last;
  }

  /** A handle that failed once is not trusted again: the next change opens the file anew and cuts off what was half written. */
  async function giveUp(): Promise<void> {
    const failed = file;
    file = undefined;
    try {
      await failed?.truncate(bytes);
      await failed?.datasync();
    } catch {
      // Then it is cut when it is opened again, by us or by the next start.
    }
    await failed?.close().catch(() => undefined);
  }

  async function rotate(): Promise<void> {
    if (bytes === 0) return;
    await file?.close();
    file = undefined;
    await renameDurably(disk, path, closedJournalPath(folder, device, sequence));
    bytes = 0;
    lines = 0;
  }

  async function read(wanted: number): Promise<JournalLine | undefined> {
    const own = (await findJournalFiles(disk, folder)).filter(({ device: writer }) => writer === device);
    const holder = own.find(({ last }) => last === null || last >= wanted);
    return holder === undefined ? undefined : findLine(await disk.readFile(join(folder, holder.name)), wanted);
  }

  // A full disk does not keep anyone from reading; then it is done before the next change.
  await settle().catch(() => giveUp());
  return {
    sequence: () => sequence,
    time: () => time,
    size: () => ({ bytes, lines }),
    append: (changes) => inTurn(() => append(changes)),
    read: (wanted) => inTurn(() => read(wanted)),
    rotate: () => inTurn(() => rotate()),
    close: () => inTurn(async () => file?.close()),
  };
}

/** A new file, its name durable before anything in it is acknowledged. An empty one may be left from a start before. */
async function begin(disk: Disk, path: string): Promise<DiskFile> {
  const isThere = (await disk.find(path)) !== undefined;
  const file = await disk.open(path, isThere ? 'change' : 'make', 'durably');
  try {
    await file.truncate(0);
    await disk.syncFolder(join(path, '..'));
    return file;
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
}

/** The file as it was left, cut after what is known to be whole. */
async function goOn(disk: Disk, path: string, bytes: number): Promise<DiskFile> {
  const file = await disk.open(path, 'change', 'durably');
  try {
    const size = await file.size();
    if (size < bytes) throw new Error('the journal is shorter than what was written to it');
    if (size > bytes) {
      await file.truncate(bytes);
      await file.datasync();
    }
    return file;
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
}
