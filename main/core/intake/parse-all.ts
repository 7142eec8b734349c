/* All files of an import, parsed one after the other. A large one is stored first and then read in parts. */

import type { DumpProfile } from '../../../shared/profile.ts';
import { wordRefusal } from '../../../shared/words.ts';
import type { FileSource, ParseResult } from '../import/parsed.ts';
import { hashFile, readBlocks } from '../import/read-blocks.ts';
import { wordSystemError } from '../import/walk.ts';
import type { Originals } from '../store/originals.ts';
import type { DumpReader } from './dump-reader.ts';
import type { Sources } from './import-run.ts';
import { parseWindows, type LargeFile } from './parse-windows.ts';
import type { Progress } from './progress.ts';
import { readAhead } from './read-ahead.ts';

export type ParseAllOptions = {
  readonly dumps: DumpReader;
  readonly originals: Originals;
  readonly progress: Progress;
  /** Files that are like the one of a profile are read with it; those that are read in parts are not. */
  readonly profiles: readonly DumpProfile[];
  readonly signal: AbortSignal;
  /** Whether to end after the file at hand. */
  readonly isEnding: () => boolean;
};

/** `isLast`: nothing comes after it. `isOnly`: nor before it, and it is a whole file from disk. */
export type ParsedNext = { readonly result: ParseResult; readonly isLast: boolean; readonly isOnly: boolean };

const PARSING_AT_ONCE = 2;
/** A larger file is read in windows. What a parse takes is some ten times the size of what is parsed. */
const LARGE_BYTES = 32 << 20;
const windowSizes = { usual: 2 << 20, most: 64 << 20 };
/** How much of the work on a large file is done when it is stored. */
const STORING_SHARE = 0.15;

type InHand = { readonly source: FileSource; readonly results: AsyncIterable<ParseResult> };

/** Ends early, without the file at hand, when the signal says so; with it, or with the part of a large one, when `isEnding`. */
export async function* parseAll(sources: Sources, options: ParseAllOptions): AsyncGenerator<ParsedNext> {
  const { dumps, progress, signal, isEnding } = options;
  const files = readAhead(dumps.walk(sources));
  const inHand: InHand[] = [];
  let isEnd = false;
  try {
    while (!signal.aborted && !isEnding()) {
      // The next file is read while this one is parsed.
      while (!isEnd && inHand.length < PARSING_AT_ONCE && !isLarge(inHand.at(-1)?.source)) {
        const source = await files.next();
        if (source === undefined) isEnd = true;
        else inHand.push({ source, results: begin(source, options) });
      }
      const next = inHand.shift();
      if (next === undefined) return;
      progress.at(next.source.file, files.total());
      for await (const result of next.results) {
        if (signal.aborted && 'refused' in result.outcome) return;
        progress.read(result.outcome);
        const isLast = isEnd && inHand.length === 0 && !isLarge(next.source);
        yield { result, isLast, isOnly: isLast && isFromDisk(next.source) && files.total() === 1 };
        if (isEnding()) return;
      }
      progress.done();
    }
  } finally {
    files.stop();
  }
}

/** A small file is begun at once; a large one when its turn comes. */
function begin(source: FileSource, options: ParseAllOptions): AsyncIterable<ParseResult> {
  if (isLarge(source)) return parseLarge(source, options);
  const { dumps, signal, profiles } = options;
  return toIterable(dumps.parser.parse(source, signal, profiles));
}

async function* toIterable<Value>(value: Promise<Value>): AsyncGenerator<Value> {
  yield value;
}

function isFromDisk({ kind }: FileSource): boolean {
  return kind === 'file';
}

type Large = Extract<FileSource, { kind: 'file' | 'stored' }>;

function isLarge(source: FileSource | undefined): source is Large {
  if (source?.kind === 'file') return source.size > LARGE_BYTES;
  return source?.kind === 'stored' && (source.original?.bytes ?? 0) > LARGE_BYTES;
}

/** Never throws: what cannot be read or stored is refused. */
async function* parseLarge(source: Large, options: ParseAllOptions): AsyncGenerator<ParseResult> {
  const { dumps, originals, progress, signal } = options;
  const { file } = source;
  try {
    const { sha256, bytes } = await store(source, options);
    const large: LargeFile = { file, sha256, bytes, blocks: originals.readBlocks(sha256) };
    let parsed = 0;
    for await (const result of parseWindows(large, dumps.parser, windowSizes, signal)) {
      yield result;
      parsed += result.outcome.span?.bytes ?? 0;
      progress.share(STORING_SHARE + (1 - STORING_SHARE) * (parsed / bytes));
    }
  } catch (error) {
    if (signal.aborted) return;
    yield { outcome: { file, refused: wordRefusal('unreadable', wordSystemError(error)) } };
  }
}

/** Stores a large file; the original of one that is stored already is read as it is. */
async function store(source: Large, { originals, progress, signal }: ParseAllOptions) {
  if (source.kind === 'stored') {
    if (source.original === undefined) throw new Error('a stored file without its original cannot be read in parts');
    return source.original;
  }
  const hashed = await hashFile(source.path, signal, (bytes) =>
    progress.share((STORING_SHARE * bytes) / source.size / 2),
  );
  await originals.putBlocks(hashed.sha256, () => readBlocks(source.path), signal);
  return hashed;
}
