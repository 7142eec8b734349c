/* A backup opened for reading: its directory and manifest checked, its files read with their sizes and hashes checked. */

import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { fromRandomAccessReaderPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import { displayName } from '../../../shared/display-name.ts';
import { ReaderError } from '../../../shared/errors.ts';
import { errorCode } from '../store/disk.ts';
import { FORMAT } from '../store/library-file.ts';
import { checkAgainst, checkEntries, type ZipEntry } from './check-entries.ts';
import { parseManifest, type BackupManifest, type ManifestFile } from './manifest.ts';
import { MANIFEST_NAME } from './names.ts';
import { ZipSource } from './zip-source.ts';

/** Beyond these no backup of ours goes, and a hostile one could fill the memory: about 1.5 million files. */
const MOST_MANIFEST_BYTES = 256 * 1024 * 1024;
const MOST_ENTRIES = 4_000_000;
const UTF8_FLAG = 1 << 11;

export type OpenBackup = {
  readonly manifest: BackupManifest;
  /** The content of a file of the manifest. Throws `damaged`, naming it, where it is not what was backed up. */
  readonly read: (file: ManifestFile) => AsyncGenerator<Buffer>;
  readonly close: () => Promise<void>;
};

/**
 * Reads and checks the manifest of a backup, and that the zip holds just the files it lists; their content is not read.
 * Throws `not-found`, `invalid-input` (no zip, no backup, or with something in it that has no place there), `damaged`
 * or `newer-format`.
 */
export async function readBackup(file: string): Promise<BackupManifest> {
  const backup = await openBackup(file);
  await backup.close();
  return backup.manifest;
}

/** Like `readBackup`, for reading on. */
export async function openBackup(file: string): Promise<OpenBackup> {
  const handle = await openFile(file);
  try {
    const { size } = await handle.stat();
    const zip = await openZip(handle, { file, size });
    const entries = checkEntries(await readEntries(zip, file), { file, size });
    const manifest = parseManifest(await readManifest(zip, entries.get(MANIFEST_NAME), file), { file, format: FORMAT });
    checkAgainst(entries, { manifest, file });
    return {
      manifest,
      async *read(listed) {
        const entry = entries.get(listed.path);
        if (entry === undefined) throw damaged(file, `“${displayName(listed.path)}” is missing`);
        yield* readChecked(zip, entry, { file, listed });
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

type FoundEntry = ZipEntry & { readonly entry: Entry };

async function openFile(file: string): Promise<FileHandle> {
  try {
    const handle = await open(file, 'r');
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
  } catch (error) {
    if (errorCode(error) === 'ENOENT')
      throw new ReaderError('not-found', `There is no file ${file}.`, { cause: error });
    // Windows does not open a folder as a file at all.
    if (errorCode(error) !== 'EISDIR') {
      throw new ReaderError('invalid-input', `${file} cannot be read: ${wordReason(error)}.`, { cause: error });
    }
  }
  throw new ReaderError('invalid-input', `${file} is not a file.`);
}

async function openZip(
  handle: FileHandle,
  { file, size }: { readonly file: string; readonly size: number },
): Promise<ZipFile> {
  try {
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: true };
    const zip = await fromRandomAccessReaderPromise(new ZipSource(handle, size), size, options);
    if (zip.entryCount > MOST_ENTRIES) throw new Error(`it claims ${zip.entryCount} files`);
    return zip;
  } catch (error) {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    // Its directory stands at the end of a zip: one that begins well and has none was cut off.
    if (buffer.toString('latin1').startsWith('PK')) {
      throw damaged(
        file,
        `its end is missing or makes no sense, as when a copy was cut off (${wordReason(error)})`,
        error,
      );
    }
    throw new ReaderError('invalid-input', `${file} is not a zip.`, { cause: error });
  }
}

async function readEntries(zip: ZipFile, file: string): Promise<readonly FoundEntry[]> {
  const entries: FoundEntry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push({
        entry,
        name: readName(entry),
        bytes: entry.uncompressedSize,
        packedBytes: entry.compressedSize,
        mode: entry.externalFileAttributes >>> 16,
        isEncrypted: entry.isEncrypted(),
        isReadable: entry.canDecodeFileData(),
      });
    }
  } catch (error) {
    throw damaged(file, `its list of files cannot be read (${wordReason(error)})`, error);
  }
  return entries;
}

/** Info-ZIP's `zip` writes names in UTF-8 under a locale of UTF-8 and does not set the flag that says so. */
function readName({ generalPurposeBitFlag: flags, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(isUtf8(fileNameRaw) ? flags | UTF8_FLAG : flags, fileNameRaw, extraFields, true);
}

/** The one part of a backup whose SHA-256 stands nowhere; the zip's own CRC-32 tells damage. */
async function readManifest(zip: ZipFile, found: FoundEntry | undefined, file: string): Promise<string> {
  if (found === undefined) throw new ReaderError('invalid-input', `${file} is not a backup of Broadsheet.`);
  if (found.bytes > MOST_MANIFEST_BYTES) throw damaged(file, `${MANIFEST_NAME} is too large`);
  const pieces: Buffer[] = [];
  for await (const piece of readEntry(zip, found, file)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (crc32(bytes) !== found.entry.crc32) throw damaged(file, `${MANIFEST_NAME} is not what was written`);
  return bytes.toString('utf8');
}

async function* readChecked(
  zip: ZipFile,
  found: FoundEntry,
  { file, listed }: { readonly file: string; readonly listed: ManifestFile },
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const piece of readEntry(zip, found, file)) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== listed.sha256) {
    throw damaged(file, `“${displayName(listed.path)}” is not what was backed up`);
  }
}

/** Ends after the size that the directory gives; yauzl stops where there is more or less. */
async function* readEntry(zip: ZipFile, { entry, name }: FoundEntry, file: string): AsyncGenerator<Buffer> {
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const piece of stream as AsyncIterable<Buffer>) yield piece;
  } catch (error) {
    throw damaged(file, `“${displayName(name)}” cannot be unpacked (${wordReason(error)})`, error);
  }
}

function damaged(file: string, why: string, cause?: unknown): ReaderError {
  return new ReaderError('damaged', `${file} is damaged: ${why}.`, { cause });
}

function wordReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
