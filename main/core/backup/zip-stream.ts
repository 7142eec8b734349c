/*
 * A library's files as the bytes of a zip, each read once and hashed on the way. Originals are gzipped already and are
 * stored as they are; the rest is deflated. yazl goes over to zip64 by itself where sizes or the count need it.
 */

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { displayName } from '../../../shared/display-name.ts';
import { ReaderError } from '../../../shared/errors.ts';
import { readIdentity, type LibraryFileSize } from './library-picture.ts';
import { BACKUP_VERSION, toManifestPieces, type ManifestFile } from './manifest.ts';
import { isBackedUp, isSafePath, MANIFEST_NAME, README_NAME } from './names.ts';
import { readPart } from './read-part.ts';
import { toReadme } from './readme-text.ts';

const GATHERED_BYTES = 128 * 1024;

export type ZipOptions = {
  /** The folder of the library. */
  readonly folder: string;
  /** What to take from it; what grew since is read only so far. What no backup holds is passed over. */
  readonly files: readonly LibraryFileSize[];
  /** Epoch milliseconds: the time of the backup. */
  readonly clock: () => number;
  /** Called for each piece of a file that was read. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
  /** Receives each file once it was read to its end. */
  readonly onFile?: ((file: ManifestFile) => void) | undefined;
  /** Zip64 where it is not needed, for tests. */
  readonly forceZip64?: boolean;
};

/** A backup as a stream, for a download. Fails as a stream does, with a `ReaderError` that names the file. */
export function streamBackup(options: Pick<ZipOptions, 'folder' | 'files' | 'clock'>): Readable {
  checkPicture(options.files);
  return Readable.from(zipPieces(options), { objectMode: false });
}

/**
 * The bytes of a backup, piece by piece; nothing is opened before the first is asked for. Throws `invalid-input` for a
 * picture that no zip can hold, and what `readPart` throws.
 */
export async function* zipPieces(options: ZipOptions): AsyncGenerator<Buffer> {
  checkPicture(options.files);
  const zip = new ZipFile();
  const output = zip.outputStream;
  if (!(output instanceof Readable)) throw new Error('yazl writes into no stream of Node');
  const fail = (error: unknown): void => void output.destroy(toError(error));
  zip.on('error', fail);
  const stop = addAll(zip, options, fail);
  try {
    yield* gather(output as AsyncIterable<Buffer>);
  } finally {
    stop();
  }
}

/** Small files come in pieces of some bytes; each piece on its own would cost a call of the system. */
async function* gather(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < GATHERED_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  yield Buffer.concat(waiting);
}

/** Answers a function that closes what is still open. */
function addAll(zip: ZipFile, options: ZipOptions, fail: (error: unknown) => void): () => void {
  const { folder, files, clock, forceZip64: forceZip64Format = false } = options;
  const madeAt = new Date(clock());
  const common = { mtime: madeAt, mode: 0o100600, forceZip64Format };
  const hashed: ManifestFile[] = [];
  let current: Readable | undefined;
  const add = (name: string, about: { readonly size?: number; readonly compress: boolean }, read: () => Pieces): void =>
    zip.addReadStreamLazy(name, { ...common, ...about }, (answer) => {
      current = Readable.from(read(), { objectMode: false }).on('error', fail);
      answer(null, current);
    });
  zip.addBuffer(Buffer.from(toReadme(madeAt.toISOString())), README_NAME, common);
  for (const file of files.filter(({ path }) => isBackedUp(path))) {
    add(file.path, { size: file.bytes, compress: !file.path.endsWith('.gz') }, () =>
      hashPart(options, file, (done) => {
        hashed.push(done);
        options.onFile?.(done);
      }),
    );
  }
  // Its stream is asked for only when all files before it were read, so that their hashes are known.
  add(MANIFEST_NAME, { compress: true }, () => manifestPieces(folder, madeAt, hashed));
  zip.end({ forceZip64Format, comment: '' });
  return () => void current?.destroy();
}

type Pieces = AsyncIterable<Buffer | string>;

async function* hashPart(
  { folder, onBytes }: ZipOptions,
  file: LibraryFileSize,
  onDone: (file: ManifestFile) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const piece of readPart(folder, file)) {
    hash.update(piece);
    onBytes?.(piece.length);
    yield piece;
  }
  onDone({ path: file.path, bytes: file.bytes, sha256: hash.digest('hex') });
}

async function* manifestPieces(folder: string, madeAt: Date, files: readonly ManifestFile[]): AsyncGenerator<string> {
  const identity = await readIdentity(folder);
  yield* toManifestPieces({
    broadsheet: 'backup',
    version: BACKUP_VERSION,
    ...identity,
    madeAt: madeAt.toISOString(),
    files,
  });
}

function checkPicture(files: readonly LibraryFileSize[]): void {
  const seen = new Set<string>();
  for (const { path } of files) {
    const name = displayName(path);
    if (!isSafePath(path)) {
      const advice = 'Rename it or move it out of the library’s folder';
      throw new ReaderError('invalid-input', `${name} has a name that not every system can restore. ${advice}.`);
    }
    if (seen.has(path)) throw new ReaderError('invalid-input', `${name} is named twice in what is to be backed up.`);
    seen.add(path);
  }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
