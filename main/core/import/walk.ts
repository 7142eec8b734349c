/*
 * From what a person dropped to single files: folders are walked in the order of their names, and what cannot be read
 * is handed on as a refusal, so that every name ends up in the report.
 */

import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Stats } from 'node:fs';
import { wordRefusal } from '../../../shared/words.ts';
import type { FileSource, ImportSource } from './parsed.ts';

/** Files of systems, not of people: skipped without a word. */
const ignored = new Set(['thumbs.db', 'desktop.ini', '$recycle.bin', '__macosx']);

/**
 * Yields the single files of `sources`, one after the other, as they are found. A named file is always yielded, a
 * file in a folder unless it is hidden. Never throws for what is on disk: the reason is in the refusal.
 */
export async function* walkSources(
  sources: Iterable<ImportSource> | AsyncIterable<ImportSource>,
): AsyncGenerator<FileSource, void, undefined> {
  for await (const source of sources) {
    if (source.kind === 'refused') yield { kind: 'refused', file: source.name, refused: source.refused };
    else if (source.kind === 'stored') yield { ...source, file: source.name };
    else if (source.kind === 'text')
      yield { kind: 'bytes', file: source.name, bytes: new TextEncoder().encode(source.text) };
    else yield* walkPath(source.path, source.name ?? (basename(source.path) || source.path), []);
  }
}

/** `above` holds the real paths of the folders around this one: meeting one of them again is a loop. */
async function* walkPath(
  path: string,
  file: string,
  above: readonly string[],
): AsyncGenerator<FileSource, void, undefined> {
  const entry = await probe(() => stat(path));
  if ('reason' in entry) yield refuse(file, 'unreadable', await reasonFor(path, entry.reason));
  else if (entry.value.isFile()) yield { kind: 'file', file, path, size: entry.value.size };
  else if (entry.value.isDirectory()) yield* walkFolder(path, file, above);
  else yield refuse(file, 'unsupported', specialWords(entry.value));
}

async function* walkFolder(
  path: string,
  file: string,
  above: readonly string[],
): AsyncGenerator<FileSource, void, undefined> {
  const real = await probe(() => realpath(path));
  if ('reason' in real) return yield refuse(file, 'unreadable', real.reason);
  if (above.includes(real.value)) return yield refuse(file, 'directory-loop');
  const names = await probe(() => readdir(path));
  if ('reason' in names) return yield refuse(file, 'unreadable', names.reason);
  const within = [...above, real.value];
  for (const name of names.value.sort(byName)) {
    if (!isIgnored(name)) yield* walkPath(join(path, name), `${file}/${name}`, within);
  }
}

function isIgnored(name: string): boolean {
  return name.startsWith('.') || ignored.has(name.toLowerCase());
}

const collator = new Intl.Collator('en', { numeric: true });

/** "Day 2" before "Day 10"; names that differ only for the machine still have one order. */
function byName(left: string, right: string): number {
  return collator.compare(left, right) || (left < right ? -1 : 1);
}

type Probe<Value> = { readonly value: Value } | { readonly reason: string };

async function probe<Value>(ask: () => Promise<Value>): Promise<Probe<Value>> {
  try {
    return { value: await ask() };
  } catch (error) {
    return { reason: wordSystemError(error) };
  }
}

/** A link that leads nowhere says so, instead of "does not exist": its name is there to be seen. */
async function reasonFor(path: string, reason: string): Promise<string> {
  const link = await probe(() => lstat(path));
  return 'value' in link && link.value.isSymbolicLink() && reason === missing ? 'its link leads nowhere' : reason;
}

const missing = 'it does not exist';

/** The reason of a failed file operation in plain words. */
export function wordSystemError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return missing;
    case 'EACCES':
    case 'EPERM':
      return 'access is denied';
    case 'EBUSY':
      return 'another program is using it';
    case 'ELOOP':
      return 'its links lead in a circle';
    case 'ENAMETOOLONG':
      return 'its path is too long';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open';
    case 'EIO':
      return 'the disk reports an error';
    default:
      return code === '' ? String(error) : `the system says ${code}`;
  }
}

function specialWords(entry: Stats): string {
  if (entry.isSocket()) return 'A socket';
  return entry.isFIFO() ? 'A pipe' : 'A device';
}

function refuse(file: string, code: 'unreadable' | 'directory-loop' | 'unsupported', detail = ''): FileSource {
  return { kind: 'refused', file, refused: wordRefusal(code, detail) };
}
