/* Folders that look like a library's, for tests. */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type Tree = Readonly<Record<string, Uint8Array | string>>;

export const identity = '{ "format": 1, "library": "b0a7", "device": "d1" }\n';

/** A small library: what every backup has to carry, and what none may. */
export const smallLibrary: Tree = {
  'library.json': identity,
  'settings.json': '{}',
  'originals/ab/cdef.gz': Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]),
  'bodies/import-0.pack': '{"article":"a"}\n'.repeat(20),
  'catalogue/7.chunk': '{"head":1}\n',
  'journal/d1.ndjson': '{"seq":1}\n{"seq":2}\n',
  'damaged/settings.json': '',
};

export const leftOut: Tree = {
  lock: '',
  'lock.json': '{}',
  'lock-journal': 'x',
  'index/words.db': 'x',
  'backups/older.zip': 'x',
  'bodies/import-1.pack.0a1b2c.tmp': 'x',
  'README.txt': 'of a backup that was unpacked by hand',
  'MANIFEST.json': '{}',
};

export async function writeTree(folder: string, tree: Tree): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [path, content] of Object.entries(tree)) {
    const file = join(folder, ...path.split('/'));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/** Every file with its content as base64, so that a difference is a short one to read. */
export async function readTree(folder: string): Promise<Record<string, string>> {
  const tree: Record<string, string> = {};
  for (const found of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!found.isFile()) continue;
    const file = join(found.parentPath, found.name);
    const path = file.slice(folder.length + 1).replaceAll('\\', '/');
    tree[path] = (await readFile(file)).toString('base64');
  }
  return tree;
}

/** What `readTree` answers for a tree that was written. */
export function toContents(tree: Tree): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).map(([path, content]) => [path, Buffer.from(content as string).toString('base64')]),
  );
}
