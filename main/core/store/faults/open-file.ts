/* An open file of a simulated disk. It belongs to the content and not to the name by which it was opened. */

import type { DiskFile, OpenFor } from '../disk.ts';
import { systemError } from './errors.ts';
import type { Action, Part } from './faults.ts';
import { loseDirty, syncFile, truncateFile, writeFile, type FileNode } from './inodes.ts';
import { writeSectors } from './sectors.ts';

export type OpenFileOptions = {
  readonly path: string;
  readonly how: OpenFor;
  /** Does an action in its turn, unless something goes wrong. */
  readonly ask: <Value>(action: Action<Value>) => Promise<Value>;
  /** How many bytes the disk still has room for. */
  readonly room: () => number;
  /** Whether the disk on which the file was opened is still the one that is there. */
  readonly isThere: () => boolean;
  readonly onClose: () => void;
};

type Rest<Value> = Omit<Action<Value>, 'path' | 'call' | 'whenGone'>;

export function createOpenFile(file: FileNode, options: OpenFileOptions): DiskFile {
  const { path, how, ask, room, isThere, onClose } = options;
  let isOpen = true;

  function act<Value>(call: string, action: Rest<Value>): Promise<Value> {
    const run = () => {
      if (!isOpen) throw systemError('EBADF', { call });
      if (!isThere()) throw systemError('EIO', { call });
      return action.run();
    };
    return ask({ ...action, run, path, call: { call }, whenGone: 'EIO' });
  }

  function close(): void {
    if (isOpen) onClose();
    isOpen = false;
  }

  function write(bytes: Uint8Array, at: number): void {
    if (how === 'read') throw systemError('EBADF', { call: 'write' });
    const missing = Math.max(0, at + bytes.length - file.size) - room();
    if (missing <= 0) return writeFile(file, bytes, at);
    writeFile(file, bytes.subarray(0, Math.max(0, bytes.length - missing)), at);
    throw systemError('ENOSPC', { call: 'write' });
  }

  function truncate(length: number): void {
    if (how === 'read') throw systemError('EINVAL', { call: 'ftruncate' });
    if (length - file.size > Math.max(0, room())) throw systemError('ENOSPC', { call: 'ftruncate' });
    truncateFile(file, length);
  }

  const flush = {
    run: () => syncFile(file),
    fail: () => loseDirty(file),
    changes: () => file.changes.some(({ standing }) => standing === 'dirty'),
  };
  const disk = {
    // Nothing to write is no operation: the real disk is not asked either, whatever the file was opened for.
    async write(bytes, at) {
      if (bytes.length === 0) return;
      await act('write', {
        kind: 'write',
        run: () => write(bytes, at),
        runPart: (part) => writePart(file, { bytes, at }, part),
        changes: () => true,
      });
    },
    datasync: () => act('fdatasync', { kind: 'datasync', ...flush }),
  } satisfies Partial<DiskFile>;
  return {
    ...disk,
    // Nothing to read is no operation either.
    read: async (into, at) =>
      into.length === 0 ? 0 : act('read', { kind: 'read', run: () => readFile(file, into, at) }),
    // Two operations also where a system makes it one call: it may stop or fail between them, or in either.
    async writeDurably(bytes, at) {
      if (bytes.length === 0) return;
      await disk.write(bytes, at);
      await disk.datasync();
    },
    sync: () => act('fsync', { kind: 'sync', ...flush }),
    truncate: (length) => act('ftruncate', { kind: 'truncate', run: () => truncate(length), changes: () => true }),
    size: () => act('fstat', { kind: 'size', run: () => file.size }),
    close: () => ask({ kind: 'close', path, call: { call: 'close' }, run: close, fail: close, whenGone: 'EIO' }),
  };
}

function readFile(file: FileNode, into: Buffer, at: number): number {
  return file.room.copy(into, 0, Math.min(at, file.size), file.size);
}

function writePart(file: FileNode, write: { readonly bytes: Uint8Array; readonly at: number }, part: Part): void {
  if ('bytes' in part) writeFile(file, write.bytes.subarray(0, part.bytes), write.at);
  else writeSectors(file, write, (sector) => part.sectors.includes(sector));
}
