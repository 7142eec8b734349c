/* Lines of a file, one in memory at a time. */

import type { Disk } from '../store/disk.ts';

/** A line without its break; `isEnded` is false for a last one that has none. */
export type Line = { readonly bytes: Buffer; readonly isEnded: boolean };

const BLOCK = 1 << 20;
const LINE_BREAK = 0x0a;

/** Reads the first `size` bytes of a file, or all of it where it is shorter. */
export async function* readLines(disk: Disk, path: string, size: number): AsyncGenerator<Line> {
  const file = await disk.open(path, 'read');
  try {
    let at = 0;
    let rest: Buffer[] = [];
    while (at < size) {
      const block = Buffer.allocUnsafe(Math.min(BLOCK, size - at));
      const length = await file.read(block, at);
      if (length === 0) break;
      at += length;
      let start = 0;
      for (let end = block.indexOf(LINE_BREAK); end >= 0 && end < length; end = block.indexOf(LINE_BREAK, start)) {
        yield { bytes: Buffer.concat([...rest, block.subarray(start, end)]), isEnded: true };
        rest = [];
        start = end + 1;
      }
      if (start < length) rest.push(block.subarray(start, length));
    }
    if (rest.length > 0) yield { bytes: Buffer.concat(rest), isEnded: false };
  } finally {
    await file.close();
  }
}
