/* A second disk that is in every respect as the first: what is seen, what is durable, and what lies between. */

import { copyFile, createFolder, type FolderNode, type Node } from './inodes.ts';
import type { NameChange, Place, Tree } from './tree.ts';

/** A tree that shares nothing with the first but bytes that are copied before they change. */
export function copyTree(tree: Tree): Tree {
  const copies = new Map<Node, Node>();

  function copyNode(node: Node): Node {
    return copies.get(node) ?? (node.kind === 'folder' ? copyFolder(node) : copyInto(node, copyFile(node)));
  }

  function copyFolder(folder: FolderNode): FolderNode {
    const known = copies.get(folder);
    if (known?.kind === 'folder') return known;
    const copy = createFolder();
    copies.set(folder, copy);
    for (const [name, node] of folder.names) copy.names.set(name, copyNode(node));
    for (const [name, node] of folder.durable) copy.durable.set(name, copyNode(node));
    return copy;
  }

  function copyInto(node: Node, copy: Node): Node {
    copies.set(node, copy);
    return copy;
  }

  function copyPlace({ folder, name }: Place): Place {
    return { folder: copyFolder(folder), name };
  }

  function copyChange({ node, from, to, replaced, waitsFor }: NameChange): NameChange {
    return {
      node: copyNode(node),
      ...(from === undefined ? {} : { from: copyPlace(from) }),
      ...(to === undefined ? {} : { to: copyPlace(to) }),
      ...(replaced === undefined ? {} : { replaced: copyFolder(replaced) }),
      waitsFor: new Set([...waitsFor].map(copyFolder)),
    };
  }

  return { root: copyFolder(tree.root), changes: tree.changes.map(copyChange) };
}
