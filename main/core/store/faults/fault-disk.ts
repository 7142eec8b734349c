/*
 * A whole disk in memory that fails as told and forgets as a real one may, to prove that what the store does is safe.
 * It is test equipment: nothing but tests may import this folder. Times are counted in operations, which begin at 1.
 */

import type { Disk } from '../disk.ts';
import { copyTree } from './copy-tree.ts';
import { createDiskInMemory, toPath, type DiskState } from './disk-in-memory.ts';
import type { SystemCode } from './errors.ts';
import { createFaults, type Failure, type Operation, type Stop } from './faults.ts';
import { readContent } from './inodes.ts';
import { losePower } from './power-loss.ts';
import { copyFromFolder, copyToFolder } from './real-folder.ts';
import { createSchedule, type ScheduleOptions } from './schedule.ts';
import type { Chooser } from './seeded.ts';
import { cutFile, flipByte, putFile, putFolder } from './settle.ts';
import { createTree, walkFiles, type Tree } from './tree.ts';

export type FaultDisk = {
  /** What the store is given. */
  readonly disk: Disk;
  /**
   * The world stops at an operation: before it, after it, or when the disk has taken a part of it, which only a write
   * has. This operation and all later ones throw `WorldStopped`.
   */
  readonly stopAt: (number: number, when: Stop) => void;
  readonly isStopped: () => boolean;
  /**
   * A disk of its own with what is found after the process was killed (all it did, none of it more durable than it was)
   * or the power was lost (what was synced, and of the rest what the chooser keeps).
   */
  readonly crash: (kind: 'kill' | 'power', choose?: Chooser) => FaultDisk;
  /** A second disk like this one, without its open files, its failures to come and its log. */
  readonly clone: () => FaultDisk;
  /** Makes operations fail. A failing sync leaves what was dirty to chance for good, unless it is written again. */
  readonly failNext: (failure: Failure) => void;
  /** The disk holds so many bytes of content; a write beyond takes what fits and throws `ENOSPC`. */
  readonly setCapacity: (bytes: number) => void;
  /** Every change throws `EROFS`, and so does a sync where there is something to make durable. */
  readonly setReadOnly: (isReadOnly: boolean) => void;
  /** The disk is pulled out. Paths fail with `code`, `ENOENT` where none is given; open files with `EIO`. */
  readonly vanish: (code?: SystemCode) => void;
  /** It is there again: as it was, or with what was durable and what the chooser keeps; then open files stay dead. */
  readonly comeBack: (what: 'all' | 'durable', choose?: Chooser) => void;
  /** The files the process sees, by path. */
  readonly files: () => Map<string, Buffer>;
  /** Makes a file with this content and the folders above it, durable at once. */
  readonly put: (path: string, bytes: Uint8Array | string) => void;
  readonly putFolder: (path: string) => void;
  /** Damages a byte of a file, for good. */
  readonly flip: (path: string, byte: number, mask: number) => void;
  /** Cuts a file to a length, for good. */
  readonly cut: (path: string, length: number) => void;
  /** How many operations there were. */
  readonly operations: () => number;
  readonly log: () => readonly Operation[];
  readonly openFiles: () => number;
  /** Copies a real folder to a path, durable at once. */
  readonly fromFolder: (real: string, path?: string) => Promise<void>;
  /** Copies what the process sees at a path into a real folder. */
  readonly toFolder: (real: string, path?: string) => Promise<void>;
};

export type FaultDiskOptions = ScheduleOptions;

/** An empty disk. Paths are absolute with `/`; on Windows also as its own path functions write them. */
export function createFaultDisk(options: FaultDiskOptions = {}): FaultDisk {
  return createAround(createTree(), options, Infinity);
}

function createAround(tree: Tree, options: FaultDiskOptions, capacity: number): FaultDisk {
  const faults = createFaults();
  const state: DiskState = { tree, capacity, faults, schedule: createSchedule(options), open: new Set() };
  return {
    disk: createDiskInMemory(state),
    ...createCrashes(state, options),
    ...createTools(state),
    stopAt: faults.stopAt,
    isStopped: faults.isStopped,
    failNext: faults.failNext,
    setReadOnly: faults.setReadOnly,
    setCapacity(bytes) {
      state.capacity = bytes;
    },
    operations: () => faults.log().length,
    log: faults.log,
  };
}

/** Keeps nothing that was not synced. */
const dropAll: Chooser = () => 0;

function createCrashes(state: DiskState, options: FaultDiskOptions) {
  const { faults } = state;

  function clone(): FaultDisk {
    const copy = createAround(copyTree(state.tree), options, state.capacity);
    copy.setReadOnly(faults.isReadOnly());
    return copy;
  }

  return {
    clone,
    crash(kind, choose = dropAll) {
      return kind === 'kill' ? clone() : createAround(losePower(state.tree, choose), options, state.capacity);
    },
    vanish: (code = 'ENOENT') => faults.setGone(code),
    comeBack(what, choose = dropAll) {
      if (what === 'durable') {
        state.tree = losePower(state.tree, choose);
        state.open.clear();
      }
      faults.setGone(undefined);
    },
  } satisfies Partial<FaultDisk>;
}

function createTools(state: DiskState) {
  return {
    files: () => new Map([...walkFiles(state.tree.root)].map(([path, file]) => [path, readContent(file)])),
    put: (path, bytes) => putFile(state.tree, toPath(path), Buffer.from(bytes)),
    putFolder(path) {
      putFolder(state.tree, toPath(path));
    },
    flip: (path, byte, mask) => flipByte(state.tree, toPath(path), { at: byte, mask }),
    cut: (path, length) => cutFile(state.tree, toPath(path), length),
    openFiles: () => state.open.size,
    fromFolder: (real, path = '/') => copyFromFolder(state.tree, real, toPath(path)),
    toFolder: (real, path = '/') => copyToFolder(state.tree, toPath(path), real),
  } satisfies Partial<FaultDisk>;
}
