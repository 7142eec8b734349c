/* The store's view of a simulated disk: every method asks for its turn, passes the faults, and does its work at once. */

import { posix } from 'node:path';
import { errorCode, type Disk, type DiskFile, type OpenFor } from '../disk.ts';
import { systemError } from './errors.ts';
import type { Action, Faults } from './faults.ts';
import type { FileNode } from './inodes.ts';
import { describeNode, listNames, makeFolder, openNode, readNode, removeNode, renameNode, syncPath } from './names.ts';
import { createOpenFile } from './open-file.ts';
import type { Schedule, Touched } from './schedule.ts';
import { findAny, walkFiles, type Tree } from './tree.ts';

export type DiskState = {
  /** Another one once the disk was gone and came back without what was not durable. */
  tree: Tree;
  /** In bytes of content. */
  capacity: number;
  readonly faults: Faults;
  readonly schedule: Schedule;
  /** The content of each file that is open, as often as it is. */
  readonly open: Set<{ readonly file: FileNode }>;
};

export function createDiskInMemory(state: DiskState): Disk {
  const { faults, schedule, open } = state;

  function ask<Value>(action: Action<Value>, touches: () => Touched): Promise<Value> {
    return schedule(touches, () => faults.perform(action));
  }

  /** An operation by paths; `call` is the system's name for it. */
  async function act<Value>(
    { kind, call, ...where }: Pick<Action<Value>, 'kind'> & { call: string; path: string; dest?: string },
    run: (tree: Tree, path: string, dest: string) => Value,
  ): Promise<Value> {
    const path = toPath(where.path);
    const dest = where.dest === undefined ? undefined : toPath(where.dest);
    const paths = dest === undefined ? [path] : [path, dest];
    const action = {
      kind,
      path,
      call: dest === undefined ? { call, path } : { call, path, dest },
      changes: () => changing.has(kind),
      run: () => run(state.tree, path, dest ?? path),
    };
    return ask(action, () => [...paths, ...paths.flatMap((each) => findFile(state.tree, each))]);
  }

  function openFile(tree: Tree, path: string, how: OpenFor): DiskFile {
    const opened = { file: openNode(tree, path, how) };
    open.add(opened);
    return createOpenFile(opened.file, {
      path,
      how,
      ask: (action) => ask(action, () => [opened.file]),
      room: () => (state.capacity === Infinity ? Infinity : state.capacity - measureContent(state)),
      isThere: () => state.tree === tree,
      onClose: () => open.delete(opened),
    });
  }

  return {
    async open(path, how) {
      if (how === 'make') return act({ kind: 'make', call: 'open', path }, (tree, at) => openFile(tree, at, how));
      return act({ kind: 'open', call: 'open', path }, (tree, at) => {
        if (how === 'change' && faults.isReadOnly()) throw systemError('EROFS', { call: 'open', path: at });
        return openFile(tree, at, how);
      });
    },
    readFile: (path) => act({ kind: 'readFile', call: 'open', path }, readNode),
    list: (path) => act({ kind: 'list', call: 'scandir', path }, listNames),
    makeFolder: (path) => act({ kind: 'makeFolder', call: 'mkdir', path }, makeFolder),
    rename: (path, dest) => act({ kind: 'rename', call: 'rename', path, dest }, renameNode),
    remove: (path) => act({ kind: 'remove', call: 'unlink', path }, removeNode),
    syncFolder: (path) => act({ kind: 'syncFolder', call: 'fsync', path }, syncPath),
    async find(path) {
      try {
        return await act({ kind: 'find', call: 'lstat', path }, describeNode);
      } catch (error) {
        // As on the real disk: where the way to a path is gone, nothing is there.
        if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
        throw error;
      }
    },
  };
}

const changing: ReadonlySet<string> = new Set(['make', 'makeFolder', 'rename', 'remove']);

/** Absolute, without a slash at the end. Windows' own functions put a drive and backslashes into what they join. */
export function toPath(path: string, platform = process.platform): string {
  const plain = platform === 'win32' ? path.replace(/^[A-Za-z]:/, '').replaceAll('\\', '/') : path;
  if (!posix.isAbsolute(plain)) throw new Error(`A simulated disk knows absolute paths only, not '${path}'.`);
  return posix.resolve(plain);
}

/** All content the process can reach, by name or because it is open. */
function measureContent({ tree, open }: DiskState): number {
  const files = new Set([...open].map(({ file }) => file));
  for (const [, file] of walkFiles(tree.root)) files.add(file);
  return [...files].reduce((sum, { size }) => sum + size, 0);
}

function findFile(tree: Tree, path: string): readonly FileNode[] {
  const found = findAny(tree, path);
  return typeof found === 'object' && found.kind === 'file' ? [found] : [];
}
