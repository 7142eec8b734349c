/* `MANIFEST.json`, the last entry of a backup: what the backup holds, with the SHA-256 of each file. */

import { z } from 'zod';
import { ReaderError } from '../../../shared/errors.ts';

export const BACKUP_VERSION = 1;

const fileSchema = z.object({
  path: z.string().min(1),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
const kindSchema = z.object({ broadsheet: z.literal('backup'), version: z.number().int().min(1) });
const manifestSchema = z.object({
  broadsheet: z.literal('backup'),
  version: z.literal(BACKUP_VERSION),
  /** Null where the library's own `library.json` could not be read: a damaged library is backed up as it is. */
  format: z.number().int().min(1).nullable(),
  library: z.string().nullable(),
  madeAt: z.iso.datetime(),
  files: z.array(fileSchema).readonly(),
});

export type ManifestFile = Readonly<z.infer<typeof fileSchema>>;
export type BackupManifest = Readonly<z.infer<typeof manifestSchema>>;

/** The manifest as JSON, a line for each file, in pieces. */
export function* toManifestPieces({ files, ...about }: BackupManifest): Generator<string> {
  yield JSON.stringify(about, null, 2).replace(/\n\}$/, ',\n  "files": [');
  for (const [index, { path, bytes, sha256 }] of files.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${JSON.stringify({ path, bytes, sha256 })}`;
  }
  yield '\n  ]\n}\n';
}

/**
 * Reads a manifest. `file` is the zip, for the words. Throws `newer-format` for a backup, or a library in it, that only
 * a later Broadsheet can read (`format` is the latest known here), `invalid-input` for what is no backup.
 */
export function parseManifest(text: string, { file, format }: { readonly file: string; readonly format: number }) {
  const json = parseJson(text);
  const kind = kindSchema.safeParse(json).data;
  if (kind === undefined) throw new ReaderError('invalid-input', `${file} is not a backup of Broadsheet.`);
  if (kind.version > BACKUP_VERSION) throw newer(file);
  const manifest: BackupManifest | undefined = manifestSchema.safeParse(json).data;
  if (manifest === undefined) throw new ReaderError('damaged', `The list of files in ${file} is damaged.`);
  if ((manifest.format ?? 0) > format) throw newer(file);
  return manifest;
}

function newer(file: string): ReaderError {
  return new ReaderError(
    'newer-format',
    `${file} was made by a newer version of Broadsheet. Use that one to restore it.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
