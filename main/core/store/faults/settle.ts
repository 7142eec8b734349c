/* What a test does to a simulated disk behind the back of whoever uses it: durable at once, and not an operation. */

import { posix } from 'node:path';
import { systemError } from './errors.ts';
import {
  createFile,
  createFolder,
  readContent,
  settleFile,
  type FileNode,
  type FolderNode,
  type Node,
} from './inodes.ts';
import { getNode, settleNames, type Place, type Tree } from './tree.ts';

/** Makes a folder and those above it where they are missing. */
export function putFolder(tree: Tree, path: string): FolderNode {
  if (path === '/') return tree.root;
  const place = { folder: putFolder(tree, posix.dirname(path)), name: posix.basename(path) };
  const node = settlePlace(tree, place) ?? putNode(place, createFolder());
  if (node.kind === 'file') throw systemError('ENOTDIR', { call: 'put', path });
  return node;
}

/** Makes a file, or gives the one that is there another content. */
export function putFile(tree: Tree, path: string, bytes: Buffer): void {
  const place = { folder: putFolder(tree, posix.dirname(path)), name: posix.basename(path) };
  const node = settlePlace(tree, place);
  if (node === undefined) putNode(place, createFile(bytes));
  else if (node.kind === 'file') settleFile(node, bytes);
  else throw systemError('EISDIR', { call: 'put', path });
}

/** Damages one byte of a file, which is durable with that damage. */
export function flipByte(tree: Tree, path: string, { at, mask }: { readonly at: number; readonly mask: number }): void {
  const file = getFile(tree, path);
  const bytes = readContent(file);
  if (at >= bytes.length) throw new RangeError(`${path} has no byte ${at}.`);
  bytes[at] = (bytes[at] ?? 0) ^ mask;
  settleFile(file, bytes);
}

/** Cuts a file off at a length, or fills it up with zeros to it. */
export function cutFile(tree: Tree, path: string, length: number): void {
  const file = getFile(tree, path);
  const bytes = Buffer.alloc(length);
  readContent(file).copy(bytes);
  settleFile(file, bytes);
}

function getFile(tree: Tree, path: string): FileNode {
  const node = getNode(tree, path, { call: 'open', path });
  if (node.kind === 'folder') throw systemError('EISDIR', { call: 'open', path });
  return node;
}

/** Makes everything durable that happened at a place, and answers what is there. */
function settlePlace(tree: Tree, { folder, name }: Place): Node | undefined {
  settleNames(tree, ({ from, to }) => [from, to].some((place) => place?.folder === folder && place.name === name));
  return folder.names.get(name);
}

function putNode<Kind extends Node>({ folder, name }: Place, node: Kind): Kind {
  folder.names.set(name, node);
  folder.durable.set(name, node);
  return node;
}
