/*
 * Files and folders of a simulated disk, each with two truths: what the running process sees, and what is durable.
 * A file's content follows the file and not its name, so that an open file goes on working after a rename or removal.
 */

/**
 * `dirty`: the next sync makes it durable. `durable`: certain, but kept apart because something before it is not.
 * `lost`: dirty when a sync failed. The system marked it clean then, so that no later sync writes it (Linux, 2018:
 * "fsyncgate"); it may be on the disk or not.
 */
export type Standing = 'dirty' | 'durable' | 'lost';

export type ContentChange =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer; standing: Standing }
  | { readonly kind: 'truncate'; readonly length: number; standing: Standing };

export type FileNode = {
  readonly kind: 'file';
  /** What the process sees: the first `size` bytes of `room`. */
  room: Buffer;
  size: number;
  /** Bytes of `room` below this are seen by others, and are copied before they change. */
  shared: number;
  /** What is durable, before `changes`. */
  base: Buffer;
  /** In the order in which they were made; all of them applied to `base` give what the process sees. */
  changes: ContentChange[];
};

export type FolderNode = {
  readonly kind: 'folder';
  readonly names: Map<string, FileNode | FolderNode>;
  /** The names that are durable, before the tree's `changes`. */
  durable: Map<string, FileNode | FolderNode>;
};

export type Node = FileNode | FolderNode;

/** A file whose content is durable. `bytes` are not copied and must not change. */
export function createFile(bytes: Buffer): FileNode {
  return { kind: 'file', room: bytes, size: bytes.length, shared: Infinity, base: bytes, changes: [] };
}

export function createFolder(): FolderNode {
  return { kind: 'folder', names: new Map(), durable: new Map() };
}

/** What the process sees, never to be changed by whoever gets it. */
export function shareContent(file: FileNode): Buffer {
  file.shared = Math.max(file.shared, file.size);
  return file.room.subarray(0, file.size);
}

/** A copy of what the process sees. */
export function readContent(file: FileNode): Buffer {
  return Buffer.from(file.room.subarray(0, file.size));
}

export function writeFile(file: FileNode, bytes: Uint8Array, at: number): void {
  if (bytes.length === 0) return;
  const end = at + bytes.length;
  makeRoom(file, Math.min(at, file.size), Math.max(end, file.size));
  file.room.set(bytes, at);
  file.size = Math.max(file.size, end);
  file.changes.push({ kind: 'write', at, bytes: Buffer.from(bytes), standing: 'dirty' });
}

export function truncateFile(file: FileNode, length: number): void {
  if (length === file.size) return;
  if (length > file.size) makeRoom(file, file.size, length);
  else if (length >= file.shared) file.room.fill(0, length, file.size);
  file.size = length;
  file.changes.push({ kind: 'truncate', length, standing: 'dirty' });
}

/** Makes all durable but what a failed sync lost. */
export function syncFile(file: FileNode): void {
  if (file.changes.some(({ standing }) => standing === 'lost')) {
    for (const change of file.changes) if (change.standing === 'dirty') change.standing = 'durable';
    return;
  }
  if (file.changes.length === 0) return;
  file.base = shareContent(file);
  file.changes = [];
}

/** What a failed sync does: nothing that was dirty is ever written any more. */
export function loseDirty(file: FileNode): void {
  for (const change of file.changes) if (change.standing === 'dirty') change.standing = 'lost';
}

/** Makes `bytes` the content, durable at once. */
export function settleFile(file: FileNode, bytes: Buffer): void {
  Object.assign(file, createFile(bytes));
}

/** A file of the same two truths; bytes are shared until either changes. */
export function copyFile(file: FileNode): FileNode {
  shareContent(file);
  return { ...file, shared: Infinity, changes: file.changes.map((change) => ({ ...change })) };
}

/** Room of our own for `size` bytes, of which those from `start` on may change; what is new is zero. */
function makeRoom(file: FileNode, start: number, size: number): void {
  if (start >= file.shared && size <= file.room.length) return;
  // A file that grows is likely to grow on.
  const room = Buffer.alloc(size > file.size ? size + (size >> 2) + 64 : size);
  file.room.copy(room, 0, 0, file.size);
  file.room = room;
  file.shared = 0;
}
