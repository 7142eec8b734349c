/* The journal: every line of every file as it was written, numbered from 1 without a gap. */

import { join } from 'node:path';

import { writeAtomic } from '../store/atomic-file.ts';
import { putAside } from '../store/damaged.ts';
import { findJournalFiles } from '../store/journal-files.ts';
import { readJournal, type JournalLine } from '../store/journal-read.ts';
import { openSealed } from '../store/sealed-line.ts';
import { tryRepair, type Context, type Task } from './context.ts';
import { findOwnJournals, type OwnJournal } from './journal-own.ts';
import { readLines } from './lines.ts';

type Gap = { readonly first: number; readonly last: number; readonly name: string | null };
type Found = { readonly damaged: readonly OwnJournal[]; readonly gaps: readonly Gap[] };

export async function checkJournal(context: Context, task: Task): Promise<void> {
  await reportOthers(context, task);
  const { damaged, gaps } = await context.store.adapter.whileStill(() => look(context, task));
  const failed = task.repair && damaged.length > 0 ? await tryRepair(() => mend(context, damaged)) : '';
  const repaired = failed === undefined;
  for (const { name } of damaged) {
    const then = repaired
      ? 'The file as it was is kept in the folder damaged, and its good lines stay in place.'
      : 'The catalogue holds what they did. A repair leaves only the good lines in place.';
    const words = `Lines of journal/${name} are not as they were written. ${then}`;
    task.report({ code: 'journal-damaged', file: `journal/${name}`, words, repaired });
  }
  for (const { first, last, name } of gaps) {
    const which = first === last ? `Change ${first} is` : `Changes ${first} to ${last} are`;
    const words = `${which} missing from the journal. The catalogue holds everything; only older steps of undo are affected.`;
    task.report({ code: 'journal-gap', file: name === null ? null : `journal/${name}`, words, repaired: false });
  }
}

async function look(context: Context, task: Task): Promise<Found> {
  const { adapter, readOnly } = context.store;
  const due = adapter.sequence();
  const damaged: OwnJournal[] = [];
  const gaps: Gap[] = [];
  let sequence = 0;
  for (const file of await findOwnJournals(context)) {
    const { isDamaged, sequences } = await readFile(context, file, task);
    if (isDamaged) damaged.push(file);
    for (const seq of sequences) {
      if (seq > sequence + 1) gaps.push({ first: sequence + 1, last: seq - 1, name: file.name });
      sequence = Math.max(sequence, seq);
    }
  }
  if (sequence < due && readOnly === null) gaps.push({ first: sequence + 1, last: due, name: null });
  return { damaged, gaps };
}

type FileRead = { readonly isDamaged: boolean; readonly sequences: readonly number[] };

async function readFile({ store }: Context, { path, size }: OwnJournal, { breathe }: Task): Promise<FileRead> {
  const sequences: number[] = [];
  let read = 0;
  for await (const { bytes, isEnded } of readLines(store.disk, path, size)) {
    await breathe();
    const line = isEnded ? (openSealed(bytes)?.value as JournalLine | undefined) : undefined;
    // One that is damaged is looked at as a whole: a lost line break costs no line.
    if (line === undefined) return readDamaged(await store.disk.readFile(path), size);
    sequences.push(line.seq);
    read += bytes.length + 1;
  }
  return { isDamaged: read < size, sequences };
}

function readDamaged(bytes: Buffer, size: number): FileRead {
  const { lines } = readJournal(bytes.subarray(0, size));
  return { isDamaged: true, sequences: Array.from(lines, ({ seq }) => seq) };
}

/** The file in use is put aside first, as after a new generation: nobody writes to it any more. */
async function mend(context: Context, damaged: readonly OwnJournal[]): Promise<void> {
  const { disk, folder, adapter } = context.store;
  if (damaged.some(({ last }) => last === null)) await adapter.compact(context.library.catalogue);
  await adapter.whileStill(async () => {
    for (const { path, last } of await findOwnJournals(context)) {
      if (last === null) continue;
      const bytes = await disk.readFile(path);
      const { damages, kept } = readJournal(bytes);
      if (damages.length === 0) continue;
      await putAside(disk, folder, path, bytes);
      await writeAtomic(disk, path, kept());
    }
  });
}

/** Files that a library with one device does not have: left alone, only named. */
async function reportOthers({ store }: Context, { report }: Task): Promise<void> {
  const { disk, folder, identity } = store;
  for (const { name, device } of await findJournalFiles(disk, join(folder, 'journal'))) {
    if (device === identity.device) continue;
    const words = `journal/${name} was written by another device and is not part of this library. It was left alone.`;
    report({ code: 'stray-file', file: `journal/${name}`, words, repaired: false });
  }
}
