/*
 * Where yauzl reads a zip from. Its own reader passes a place that the zip claims on to the system unchecked, and a
 * place beyond 2^53 then throws where nobody can catch it; and it reads the directory in calls of 46 bytes.
 */

import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

const WINDOW_BYTES = 64 * 1024;
const PIECE_BYTES = 128 * 1024;

/** Reads an open file of `size` bytes. The file stays its opener's to close. */
export class ZipSource extends RandomAccessReader {
  readonly #file: FileHandle;
  readonly #size: number;
  #window: { readonly start: number; readonly bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };

  constructor(file: FileHandle, size: number) {
    super();
    this.#file = file;
    this.#size = size;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#pieces(start, end), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#fill(buffer.subarray(offset, offset + length), position).then(
      () => setImmediate(callback, null),
      (error: unknown) => setImmediate(callback, error instanceof Error ? error : new Error(String(error))),
    );
  }

  async #fill(into: Buffer, at: number): Promise<void> {
    this.#check(at, at + into.length);
    const { start, bytes } = this.#window;
    if (at < start || at + into.length > start + bytes.length) {
      const window = await this.#readExactly(at, Math.min(Math.max(WINDOW_BYTES, into.length), this.#size - at));
      this.#window = { start: at, bytes: window };
    }
    const from = at - this.#window.start;
    this.#window.bytes.copy(into, 0, from, from + into.length);
  }

  async *#pieces(start: number, end: number): AsyncGenerator<Buffer> {
    this.#check(start, end);
    for (let at = start; at < end; at += PIECE_BYTES) {
      yield await this.#readExactly(at, Math.min(PIECE_BYTES, end - at));
    }
  }

  async #readExactly(at: number, length: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await this.#file.read(buffer, done, length - done, at + done);
      if (bytesRead === 0) throw new Error('the file became shorter while it was read');
      done += bytesRead;
    }
    return buffer;
  }

  #check(start: number, end: number): void {
    if (!(start >= 0 && start <= end && end <= this.#size)) throw new Error('a part is said to lie beyond its end');
  }
}
