/* Copies between a simulated disk and the real one, so that a history can be looked at, or begin, in a real folder. */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { readContent } from './inodes.ts';
import { putFile, putFolder } from './settle.ts';
import { getNode, type Tree } from './tree.ts';

/** Copies all files and folders of a real folder to a path of the tree, durable at once. */
export async function copyFromFolder(tree: Tree, real: string, path: string): Promise<void> {
  putFolder(tree, path);
  for (const found of await readdir(real, { withFileTypes: true })) {
    const from = join(real, found.name);
    const to = posix.join(path, found.name);
    if (found.isDirectory()) await copyFromFolder(tree, from, to);
    else if (found.isFile()) putFile(tree, to, await readFile(from));
  }
}

/** Writes what the process sees below a path of the tree into a real folder, which is made where it is missing. */
export async function copyToFolder(tree: Tree, path: string, real: string): Promise<void> {
  const folder = getNode(tree, path, { call: 'scandir', path });
  await mkdir(real, { recursive: true });
  if (folder.kind === 'file') return writeFile(real, readContent(folder));
  for (const [name, node] of folder.names) {
    if (node.kind === 'folder') await copyToFolder(tree, posix.join(path, name), join(real, name));
    else await writeFile(join(real, name), readContent(node));
  }
}
