/*
 * What a machine finds after its power was lost. All that was synced is there; of the rest, a chooser decides what is
 * kept, for each change of names and each file on its own. Choice 0 throughout keeps nothing that was not synced.
 */

import {
  createFile,
  createFolder,
  shareContent,
  truncateFile,
  writeFile,
  type ContentChange,
  type FileNode,
  type FolderNode,
  type Node,
} from './inodes.ts';
import { writeSectors } from './sectors.ts';
import type { Chooser } from './seeded.ts';
import { applyChange, restsOn, type NameChange, type Tree } from './tree.ts';

/** A tree in which everything is durable; the one it came from is left as it is. */
export function losePower(tree: Tree, choose: Chooser): Tree {
  const kept = chooseNames(tree.changes, choose);
  const names = new Map<FolderNode, Map<string, Node>>();
  function namesOf(folder: FolderNode): Map<string, Node> {
    const known = names.get(folder) ?? new Map(folder.durable);
    names.set(folder, known);
    return known;
  }
  for (const change of kept) applyChange(change, namesOf);

  function findFolder(folder: FolderNode): FolderNode {
    const found = createFolder();
    for (const [name, node] of namesOf(folder)) {
      const left = node.kind === 'folder' ? findFolder(node) : createFile(chooseContent(node, choose));
      found.names.set(name, left);
      found.durable.set(name, left);
    }
    return found;
  }
  return { root: findFolder(tree.root), changes: [] };
}

/**
 * None of the changes, all of them, or each for itself where all that it rests on is kept. A move rests on its new
 * folder too, or the file would be in neither.
 */
function chooseNames(changes: readonly NameChange[], choose: Chooser): readonly NameChange[] {
  if (changes.length === 0) return [];
  const way = choose(changes.length === 1 ? 2 : 3);
  if (way === 0) return [];
  if (way === 1) return changes;
  const dropped: NameChange[] = [];
  return changes.filter((change) => {
    const isKept =
      !dropped.some((earlier) => restsOn(change, earlier) || earlier.node === change.to?.folder) && choose(2) === 1;
    if (!isKept) dropped.push(change);
    return isKept;
  });
}

/** Puts what is kept of one change onto a file. `index` counts the changes that are not certain. */
type Keep = (file: FileNode, change: ContentChange, index: number) => void;

/**
 * Nothing, everything, the first changes with the last of them torn, any of the changes whole or torn, the sizes without
 * the bytes (a delayed allocation, or what NTFS has not marked as valid), or any sectors of any write.
 */
const ways: readonly ((unsure: number, choose: Chooser) => Keep)[] = [
  () => () => undefined,
  () => applyWhole,
  (unsure, choose) => {
    const last = choose(unsure);
    return (file, change, index) => {
      if (index < last) applyWhole(file, change);
      else if (index === last) applyTorn(file, change, choose);
    };
  },
  (_, choose) => (file, change) => {
    const part = choose(3);
    if (part === 1) applyWhole(file, change);
    else if (part === 2) applyTorn(file, change, choose);
  },
  () => applySize,
  (_, choose) => (file, change) => applySectors(file, change, () => choose(2) === 1),
];

/** What is left of a file's content. The file itself is not changed. */
function chooseContent(file: FileNode, choose: Chooser): Buffer {
  const unsure = file.changes.filter(({ standing }) => standing !== 'durable').length;
  const keep = unsure === 0 ? applyWhole : ways[choose(ways.length)]?.(unsure, choose);
  if (keep === undefined) throw new Error('A chooser answers a whole number below its bound.');
  if (keep === applyWhole) return shareContent(file);
  const left = createFile(file.base);
  let index = 0;
  for (const change of file.changes) {
    if (change.standing === 'durable') applyWhole(left, change);
    else {
      keep(left, change, index);
      index += 1;
    }
  }
  return shareContent(left);
}

function applyWhole(file: FileNode, change: ContentChange): void {
  if (change.kind === 'truncate') truncateFile(file, change.length);
  else writeFile(file, change.bytes, change.at);
}

function applyTorn(file: FileNode, change: ContentChange, choose: Chooser): void {
  if (change.kind === 'write') writeFile(file, change.bytes.subarray(0, choose(change.bytes.length + 1)), change.at);
  else if (choose(2) === 1) truncateFile(file, change.length);
}

function applySize(file: FileNode, change: ContentChange): void {
  if (change.kind === 'truncate') truncateFile(file, change.length);
  else truncateFile(file, Math.max(file.size, change.at + change.bytes.length));
}

function applySectors(file: FileNode, change: ContentChange, isKept: () => boolean): void {
  applySize(file, change);
  if (change.kind === 'write') writeSectors(file, change, isKept);
}
