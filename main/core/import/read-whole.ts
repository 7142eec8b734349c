/* A dropped file as bytes, or why it cannot be read. */

import { open, type FileHandle } from 'node:fs/promises';
import type { Refusal } from '../../../shared/model.ts';
import { wordRefusal } from '../../../shared/words.ts';
import { maxFileBytes, tooLarge } from './decode.ts';
import { wordSystemError } from './walk.ts';

export type Read = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly refused: Refusal };

/** Never rejects: what cannot be read is refused, and so is what is too large to be decoded, before it is read. */
export async function readWhole(path: string): Promise<Read> {
  try {
    const handle = await open(path);
    try {
      const { size } = await handle.stat();
      return size > maxFileBytes
        ? { refused: tooLarge({ length: size }) }
        : { bytes: await fill(handle, new Uint8Array(size)) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { refused: wordRefusal('unreadable', wordSystemError(error)) };
  }
}

/** A file may become shorter while it is read; what is added meanwhile is not waited for. */
async function fill(handle: FileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) return bytes.slice(0, length);
    length += bytesRead;
  }
  return bytes;
}
