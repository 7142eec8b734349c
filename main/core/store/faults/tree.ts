/*
 * Names of a simulated disk. A new name, a rename and a removal are seen at once and durable only after a sync of their
 * folder, each of them wholly or not at all, as the journals of ext4, APFS and NTFS have it.
 */

import { posix } from 'node:path';
import { systemError, type SystemCall } from './errors.ts';
import { createFolder, type FileNode, type FolderNode, type Node } from './inodes.ts';

export type Place = { readonly folder: FolderNode; readonly name: string };

/** One change of names that is not durable yet: `node` appears at `to`, is gone from `from`, or both. */
export type NameChange = {
  readonly node: Node;
  readonly from?: Place;
  readonly to?: Place;
  /** The empty folder that stood at `to` and is gone. */
  readonly replaced?: FolderNode;
  /** Folders whose sync is still missing. A move between two folders needs both. */
  readonly waitsFor: Set<FolderNode>;
};

export type Tree = { readonly root: FolderNode; changes: NameChange[] };

export function createTree(): Tree {
  return { root: createFolder(), changes: [] };
}

/** What is at a path, as the process sees it; `ENOTDIR` where the path leads through a file. */
export function findAny(tree: Tree, path: string): Node | 'ENOTDIR' | undefined {
  let node: Node | undefined = tree.root;
  for (const name of path.split('/')) {
    if (name === '' || node === undefined) continue;
    if (node.kind !== 'folder') return 'ENOTDIR';
    node = node.names.get(name);
  }
  return node;
}

/** Like `findAny`, throwing `ENOTDIR`. */
export function findNode(tree: Tree, path: string, call: SystemCall): Node | undefined {
  const found = findAny(tree, path);
  if (found === 'ENOTDIR') throw systemError(found, call);
  return found;
}

/** Like `findNode`, throwing `ENOENT` where nothing is. */
export function getNode(tree: Tree, path: string, call: SystemCall): Node {
  const node = findNode(tree, path, call);
  if (node === undefined) throw systemError('ENOENT', call);
  return node;
}

/** The folder and name a path stands for. Throws `ENOENT` and `ENOTDIR` where there is no such folder. */
export function getPlace(tree: Tree, path: string, call: SystemCall): Place {
  const folder = getNode(tree, posix.dirname(path), call);
  if (folder.kind !== 'folder') throw systemError('ENOTDIR', call);
  return { folder, name: posix.basename(path) };
}

/** Makes a change of names that the process sees at once. */
export function changeNames(tree: Tree, change: Omit<NameChange, 'waitsFor'>): void {
  applyChange(change, ({ names }) => names);
  const folders = [change.from, change.to].flatMap((place) => (place === undefined ? [] : [place.folder]));
  tree.changes.push({ ...change, waitsFor: new Set(folders) });
}

/** Makes the changes of a folder's names durable, and those that they rest on. */
export function syncNames(tree: Tree, folder: FolderNode): void {
  for (const { waitsFor } of tree.changes) waitsFor.delete(folder);
  settleNames(tree, ({ waitsFor }) => waitsFor.size === 0);
}

/** Makes the changes that `isDue` names durable, and those that they rest on. */
export function settleNames(tree: Tree, isDue: (change: NameChange) => boolean): void {
  const due = new Set<NameChange>();
  for (const change of tree.changes.toReversed()) {
    if (isDue(change) || [...due].some((later) => restsOn(later, change))) due.add(change);
  }
  if (due.size === 0) return;
  for (const change of tree.changes) if (due.has(change)) applyChange(change, ({ durable }) => durable);
  tree.changes = tree.changes.filter((change) => !due.has(change));
}

/**
 * Whether a change cannot be kept without an earlier one: they share a name, or the earlier emptied the folder that the
 * later replaced, or both move folders, which could end in a ring of folders that hold each other.
 */
export function restsOn(later: NameChange, earlier: NameChange): boolean {
  if (isFolderMove(later) && isFolderMove(earlier)) return true;
  if (later.replaced !== undefined && [earlier.from, earlier.to].some((place) => place?.folder === later.replaced)) {
    return true;
  }
  return [later.from, later.to].some((place) => isSame(place, earlier.from) || isSame(place, earlier.to));
}

export function applyChange(
  { node, from, to }: Omit<NameChange, 'waitsFor'>,
  namesOf: (folder: FolderNode) => Map<string, Node>,
): void {
  if (from !== undefined) namesOf(from.folder).delete(from.name);
  if (to !== undefined) namesOf(to.folder).set(to.name, node);
}

/** Every file that the process can reach by a name, with its path. */
export function* walkFiles(folder: FolderNode, path = '/'): Generator<readonly [string, FileNode]> {
  for (const [name, node] of folder.names) {
    const at = posix.join(path, name);
    if (node.kind === 'file') yield [at, node];
    else yield* walkFiles(node, at);
  }
}

function isFolderMove({ node, from, to }: NameChange): boolean {
  return node.kind === 'folder' && from !== undefined && to !== undefined;
}

function isSame(a: Place | undefined, b: Place | undefined): boolean {
  return a !== undefined && b !== undefined && a.folder === b.folder && a.name === b.name;
}
