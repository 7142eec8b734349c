/* The files of the journal by name: `DEVICE.ndjson` is in use, `DEVICE.upto-N.ndjson` are closed, N being their last sequence. */

import { join } from 'node:path';
import type { Disk } from './disk.ts';

export type JournalName = { readonly name: string; readonly device: string; readonly last: number | null };

const SUFFIX = '.ndjson';
const CLOSED = /^(.+)\.upto-(\d+)\.ndjson$/;

/** The journal files of a folder in the order in which they were written; `last` is null for one in use. */
export async function findJournalFiles(disk: Disk, folder: string): Promise<readonly JournalName[]> {
  const names = (await disk.list(folder)).filter((name) => name.endsWith(SUFFIX));
  return names.map(toJournalName).sort((a, b) => (a.last ?? Infinity) - (b.last ?? Infinity));
}

export function openJournalPath(folder: string, device: string): string {
  return join(folder, `${device}${SUFFIX}`);
}

export function closedJournalPath(folder: string, device: string, last: number): string {
  return join(folder, `${device}.upto-${last}${SUFFIX}`);
}

function toJournalName(name: string): JournalName {
  const [, device, last] = CLOSED.exec(name) ?? [];
  return device === undefined || last === undefined
    ? { name, device: name.slice(0, -SUFFIX.length), last: null }
    : { name, device, last: Number(last) };
}
