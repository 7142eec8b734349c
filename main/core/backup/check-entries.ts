/*
 * What a zip says it holds, against what its manifest says. A zip from elsewhere is a stranger: nothing of it is
 * unpacked before every one of its entries is known to be a plain file of the manifest.
 */

import { displayName } from '../../../shared/display-name.ts';
import { ReaderError } from '../../../shared/errors.ts';
import type { BackupManifest } from './manifest.ts';
import { isBackedUp, isSafePath, MANIFEST_NAME, README_NAME } from './names.ts';

/** The part of yauzl's entry that is looked at. */
export type ZipEntry = {
  readonly name: string;
  readonly bytes: number;
  readonly packedBytes: number;
  /** Unix file type and permissions where the packing system knew them. */
  readonly mode: number;
  readonly isEncrypted: boolean;
  /** Stored or deflated. */
  readonly isReadable: boolean;
};

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

/**
 * The entries that are files, by name, without looking at the manifest yet. Throws `invalid-input`, naming the entry,
 * for a name that leads elsewhere, a name given twice, a link or device, encryption or another way of packing.
 */
export function checkEntries<Entry extends ZipEntry>(
  entries: readonly Entry[],
  { file, size }: { readonly file: string; readonly size: number },
): ReadonlyMap<string, Entry> {
  const byName = new Map<string, Entry>();
  let packed = 0;
  for (const entry of entries) {
    const problem = findProblem(entry);
    if (problem !== undefined) throw refused(file, `“${displayName(entry.name)}” ${problem}`);
    packed += entry.packedBytes;
    if (entry.name.endsWith('/')) continue;
    if (byName.has(entry.name)) throw refused(file, `“${displayName(entry.name)}” is in it twice`);
    byName.set(entry.name, entry);
  }
  // Entries that share their bytes can claim any size: https://www.bamsoftware.com/hacks/zipbomb/
  if (packed > size) throw refused(file, 'its files overlap each other');
  return byName;
}

/**
 * Compares the files of a zip with its manifest. Throws `invalid-input` for a file that the manifest does not list or
 * that no library has, and `damaged` for one that is missing or has another size, naming it.
 */
export function checkAgainst(
  byName: ReadonlyMap<string, ZipEntry>,
  { manifest, file }: { readonly manifest: BackupManifest; readonly file: string },
): void {
  const listed = new Set<string>();
  for (const { path, bytes } of manifest.files) {
    const name = displayName(path);
    if (listed.has(path)) throw refused(file, `“${name}” is listed twice`);
    if (!isSafePath(path) || !isBackedUp(path)) throw refused(file, `“${name}” is no file of a library`);
    listed.add(path);
    const entry = byName.get(path);
    if (entry === undefined) throw damaged(file, `“${name}” is missing`);
    if (entry.bytes !== bytes) throw damaged(file, `“${name}” has ${entry.bytes} bytes where ${bytes} were backed up`);
  }
  for (const name of byName.keys()) {
    if (listed.has(name) || name === README_NAME || name === MANIFEST_NAME) continue;
    throw refused(file, `“${displayName(name)}” is in it and was not backed up`);
  }
}

function findProblem({ name, bytes, mode, isEncrypted, isReadable }: ZipEntry): string | undefined {
  const isFolder = name.endsWith('/');
  const type = mode & FILE_TYPE;
  if (!isSafePath(isFolder ? name.slice(0, -1) : name)) return 'is no safe name of a file';
  if (type !== 0 && type !== (isFolder ? FOLDER : REGULAR)) return 'is a link or no plain file';
  if (isFolder && bytes > 0) return 'is a folder with content of its own';
  if (isEncrypted) return 'is encrypted';
  if (!isReadable) return 'is packed in a way that Broadsheet does not read; pack it again as a common zip';
  return undefined;
}

function refused(file: string, why: string): ReaderError {
  return new ReaderError('invalid-input', `${file} is not restored: ${why}.`);
}

function damaged(file: string, why: string): ReaderError {
  return new ReaderError('damaged', `${file} is damaged: ${why}.`);
}
