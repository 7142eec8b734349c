/* What the library needs of the part that reads dumps; reader.ts hands it in, so that neither knows the other. */

import type { FileSource, ImportSource, Parser } from '../import/parsed.ts';

export type DumpReader = {
  readonly parser: Parser;
  /** Starts the process that parses ahead of the first file. It takes a third of a second to load. */
  readonly warm: () => void;
  readonly walk: (sources: Iterable<ImportSource> | AsyncIterable<ImportSource>) => AsyncIterable<FileSource>;
  /** Lines of an original as they were decoded when it was read; `encoding` is the one it was read in. */
  readonly toLines: (bytes: Uint8Array, encoding: string) => readonly string[];
};
