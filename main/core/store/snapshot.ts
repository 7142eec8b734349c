/*
 * lowdb's adapter over generations and journal. `read` gives what load.ts made of the disk; `write` appends the changes
 * that `update` recorded, and only then applies them: memory is never ahead of the disk.
 */

import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import { ReaderError } from '../../../shared/errors.ts';
import type { Repair } from '../../../shared/place.ts';
import { toRefusal } from './atomic-file.ts';
import { createCompaction, type Compaction } from './compaction.ts';
import type { Disk } from './disk.ts';
import { clearBadFiles, healJournals, isDamaged, isIncomplete, untold, wordDamage } from './heal.ts';
import { openJournalPath } from './journal-files.ts';
import { openJournal, type Journal } from './journal.ts';
import { loadCatalogue, type CatalogueDamage, type Codec, type Loaded } from './load.ts';
import { createTurns } from './turns.ts';

/** What lowdb holds in memory: the document, and the changes that are recorded but not on disk yet. */
export type Held<Document, Change> = { readonly document: Document; readonly pending: Change[] };

/** What of the library the catalogue does not know though its texts are there. */
export type Rescue<Change> = {
  readonly changes: readonly Change[];
  readonly repairs: readonly Repair[];
  /** Dropped files are there that could be read again: an empty catalogue is a beginning, not a loss. */
  readonly hasMore: boolean;
};

export type SnapshotOptions<Document, Change> = {
  readonly disk: Disk;
  readonly folder: string;
  readonly library: string;
  readonly device: string;
  readonly clock: () => number;
  readonly codec: Codec<Document, Change>;
  /** False: nothing on disk may be changed. */
  readonly mayWrite: boolean;
  /** A library of an older format that may only be read, as changes: then nothing else is read from disk. */
  readonly told: readonly Change[] | undefined;
  /** The journal is long and the generation old: write a new one. */
  readonly compactAtOnce: boolean;
  /** `thorough`: something of the catalogue is lost, look everywhere. */
  readonly rescue: (document: Document, thorough: boolean) => Promise<Rescue<Change>>;
  /** Called before anything is written, once it is known that the library can be opened. */
  readonly beforeWriting: () => Promise<void>;
  /** Says what was repaired. */
  readonly onRepairs: (repairs: readonly Repair[]) => Promise<void>;
};

export type JournalSize = { readonly bytes: number; readonly lines: number };

export type SnapshotAdapter<Document, Change> = Adapter<Held<Document, Change>> & {
  readonly read: () => Promise<Held<Document, Change>>;
  /** Sequence of the last change that is on disk and applied. */
  readonly sequence: () => number;
  readonly journalSize: () => JournalSize;
  /** What the journal has that the last generation has not, wherever it lies: about what a start would have to replay. */
  readonly behind: () => JournalSize;
  /** An earlier change as the journal has it; undefined when that line is damaged. */
  readonly readChange: (sequence: number) => Promise<Change | undefined>;
  /** Writes a new generation and begins a new journal file. Changes may be written meanwhile. */
  readonly compact: (document: Document) => Promise<void>;
  /** Like `compact`, with every part written anew: what lies on disk is not trusted. */
  readonly rewrite: (document: Document) => Promise<void>;
  /** Does work while no generation is written and no file of one removed. */
  readonly whileStill: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readonly close: () => Promise<void>;
};

export function createSnapshotAdapter<Document, Change extends object>(
  options: SnapshotOptions<Document, Change>,
): SnapshotAdapter<Document, Change> {
  const { disk, folder, codec, library, device } = options;
  const inTurn = createTurns();
  let journal: Journal | undefined;
  let compaction: Compaction<Document> | undefined;
  /** Sequence of the last change that the document holds; the journal may be one step ahead. */
  let applied = 0;
  /** Sequence of the last change that is in a generation. */
  let drawn = 0;
  /** Bytes that later changes have in files that were put aside. */
  let asideBytes = 0;

  function opened(): { readonly journal: Journal; readonly compaction: Compaction<Document> } {
    if (journal === undefined || compaction === undefined) {
      throw new ReaderError('read-only', 'This library is open for reading only.');
    }
    return { journal, compaction };
  }

  async function append(document: Document, changes: readonly Change[]): Promise<void> {
    await opened().journal.append(changes);
    for (const change of changes) codec.apply(document, change, (applied += 1));
  }

  async function compact(document: Document): Promise<void> {
    const moment = { library, device, sequence: applied, time: opened().journal.time() };
    const { bytes } = opened().journal.size();
    await opened().compaction.write(document, moment);
    drawn = moment.sequence;
    // Changes went on while the parts were written.
    asideBytes = opened().journal.size().bytes - bytes;
    await opened().journal.rotate();
    await opened().compaction.clear();
  }

  async function begin({ sequence, drawn: from, time, parts, damage }: Loaded<Document>): Promise<void> {
    drawn = from;
    const inUse = openJournalPath(join(folder, 'journal'), device);
    const aside = damage.journals.filter(({ path }) => path !== inUse);
    asideBytes = aside.reduce((sum, { bytes }) => sum + bytes.length, 0);
    await healJournals(disk, folder, damage.journals);
    await clearBadFiles(disk, folder, damage.bad);
    journal = await openJournal({ ...options, folder: join(folder, 'journal'), sequence, time });
    compaction = createCompaction({ disk, catalogue: join(folder, 'catalogue'), codec }, parts);
  }

  async function read(): Promise<Held<Document, Change>> {
    if (options.told !== undefined) {
      const told = codec.empty();
      for (const change of options.told) codec.apply(told, change, (applied += 1));
      await options.onRepairs([]);
      return { document: told, pending: [] };
    }
    const loaded = await loadCatalogue<Document, Change>(options);
    const { document, damage } = loaded;
    const rescue = await options.rescue(document, isIncomplete(damage));
    if (options.mayWrite && isNothingLeft(loaded, rescue, codec)) throw nothingLeft(folder);
    applied = loaded.sequence;
    if (options.mayWrite) {
      await options.beforeWriting();
      await begin(loaded);
      if (rescue.changes.length > 0) await append(document, rescue.changes);
      if (isDamaged(damage) || rescue.changes.length > 0 || options.compactAtOnce) await compact(document);
    } else for (const change of rescue.changes) codec.apply(document, change, (applied += 1));
    const repairs = isUntold(loaded, rescue) ? [untold] : wordDamage(folder, damage);
    await options.onRepairs([...repairs, ...rescue.repairs]);
    return { document, pending: [] };
  }

  return {
    async read() {
      try {
        return await read();
      } catch (error) {
        await journal?.close();
        throw toRefusal(folder, error);
      }
    },
    async write({ document, pending }) {
      await append(document, pending.splice(0));
    },
    sequence: () => applied,
    journalSize: () => journal?.size() ?? nothingWritten,
    behind: () => ({ lines: applied - drawn, bytes: asideBytes + (journal?.size().bytes ?? 0) }),
    readChange: async (sequence) => (await opened().journal.read(sequence))?.change as Change | undefined,
    compact: (document) => inTurn(() => compact(document)),
    rewrite: (document) =>
      inTurn(async () => {
        opened().compaction.distrust();
        await compact(document);
      }),
    whileStill: (work) => inTurn(work),
    close: () => inTurn(async () => journal?.close()),
  };
}

const nothingWritten: JournalSize = { bytes: 0, lines: 0 };

/** Whether texts are there, or files, and not one change that tells what was done to them. */
function isUntold<Document, Change>(
  { sequence, damage }: Loaded<Document>,
  { changes, hasMore }: Rescue<Change>,
): boolean {
  return sequence === 0 && damage.from === 'pieces' && (changes.length > 0 || hasMore);
}

/** Whether nothing but an empty catalogue would be shown in place of what was there. */
function isNothingLeft<Document, Change>(
  { document, damage }: Loaded<Document>,
  { changes, hasMore }: Rescue<Change>,
  codec: Codec<Document, Change>,
): boolean {
  const isEmpty = codec.isEmpty(document) && changes.length === 0 && !hasMore;
  return isEmpty && isDamaged(damage) && !isFirstLineTorn(damage);
}

/** The first line of a new library that a crash cut short: never acknowledged, so nothing is lost with it. */
function isFirstLineTorn({ from, bad, gap, journals }: CatalogueDamage): boolean {
  const start = '{"v":2,"device":"';
  const damages = journals.flatMap(({ read }) => read.damages);
  const areTorn = damages.every(
    ({ torn, bytes }) => torn && start.startsWith(bytes.toString('latin1', 0, start.length)),
  );
  return from === 'generation' && bad.length === 0 && !gap && areTorn;
}

function nothingLeft(folder: string): ReaderError {
  return new ReaderError(
    'damaged',
    `The library in ${folder} is damaged: no part of its catalogue can be read. Nothing was changed; the files that were imported are in its folder "originals".`,
  );
}
