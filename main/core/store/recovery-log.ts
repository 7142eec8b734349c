/* `recovery.log`: every repair of a library, one line of text each, for whoever wants to know later. */

import { join } from 'node:path';
import type { Repair } from '../../../shared/place.ts';
import type { Disk } from './disk.ts';

/** Adds the repairs to the end of the log. `at` is epoch milliseconds. */
export async function logRepairs(disk: Disk, folder: string, at: number, repairs: readonly Repair[]): Promise<void> {
  if (repairs.length === 0) return;
  const path = join(folder, 'recovery.log');
  const file = await disk.open(path, (await disk.find(path)) === undefined ? 'make' : 'change');
  try {
    const time = new Date(at).toISOString();
    const text = repairs.map(({ words, lost }) => `${time} ${lost ? 'lost' : 'kept'} ${words}\n`);
    await file.write(Buffer.from(text.join('')), await file.size());
    await file.sync();
  } finally {
    await file.close();
  }
}
