/* The operations by path, with the refusals of a POSIX system. Each does its work in one go. */

import { isFolderError, systemError, type SystemCall } from './errors.ts';
import { createFile, createFolder, readContent, syncFile, type FileNode } from './inodes.ts';
import type { Found, OpenFor } from '../disk.ts';
import { changeNames, findAny, findNode, getNode, getPlace, syncNames, type Tree } from './tree.ts';

/** A folder is refused at once, where a system might wait for the first read of it. */
export function openNode(tree: Tree, path: string, how: OpenFor): FileNode {
  const call = { call: 'open', path };
  if (how === 'make') return makeFile(tree, path, call);
  const node = getNode(tree, path, call);
  if (node.kind === 'folder') throw systemError('EISDIR', call);
  return node;
}

function makeFile(tree: Tree, path: string, call: SystemCall): FileNode {
  if (findNode(tree, path, call) !== undefined) throw systemError('EEXIST', call);
  const node = createFile(Buffer.alloc(0));
  changeNames(tree, { node, to: getPlace(tree, path, call) });
  return node;
}

export function readNode(tree: Tree, path: string): Buffer {
  const node = getNode(tree, path, { call: 'open', path });
  if (node.kind === 'folder') throw systemError('EISDIR', { call: 'read' });
  return readContent(node);
}

export function listNames(tree: Tree, path: string): readonly string[] {
  const call = { call: 'scandir', path };
  const node = getNode(tree, path, call);
  if (node.kind === 'file') throw systemError('ENOTDIR', call);
  return [...node.names.keys()];
}

export function makeFolder(tree: Tree, path: string): void {
  const call = { call: 'mkdir', path };
  if (findNode(tree, path, call) !== undefined) throw systemError('EEXIST', call);
  changeNames(tree, { node: createFolder(), to: getPlace(tree, path, call) });
}

export function renameNode(tree: Tree, path: string, dest: string): void {
  const call = { call: 'rename', path, dest };
  const from = getPlace(tree, path, call);
  const to = getPlace(tree, dest, call);
  const node = getNode(tree, path, call);
  const replaced = to.name === '' ? tree.root : to.folder.names.get(to.name);
  if (dest.startsWith(`${path}/`) || path === '/') throw systemError('EINVAL', call);
  if (path.startsWith(`${dest}/`) || dest === '/') throw systemError('ENOTEMPTY', call);
  if (node === replaced) return;
  if (replaced !== undefined && replaced.kind !== node.kind) {
    throw systemError(replaced.kind === 'folder' ? 'EISDIR' : 'ENOTDIR', call);
  }
  if (replaced?.kind !== 'folder') return changeNames(tree, { node, from, to });
  if (replaced.names.size > 0) throw systemError('ENOTEMPTY', call);
  changeNames(tree, { node, from, to, replaced });
}

export function removeNode(tree: Tree, path: string): void {
  const call = { call: 'lstat', path };
  const node = getNode(tree, path, call);
  if (node.kind === 'folder') throw isFolderError(path);
  changeNames(tree, { node, from: getPlace(tree, path, call) });
}

/** Given a file it syncs the file, as opening and syncing it does. */
export function syncPath(tree: Tree, path: string): void {
  const node = getNode(tree, path, { call: 'open', path });
  if (node.kind === 'folder') syncNames(tree, node);
  else syncFile(node);
}

/** What is at a path; undefined where nothing is, also because a file is where a folder would have to be. */
export function describeNode(tree: Tree, path: string): Found | undefined {
  const found = findAny(tree, path);
  if (found === undefined || found === 'ENOTDIR') return undefined;
  return { kind: found.kind, size: found.kind === 'file' ? found.size : 0 };
}
