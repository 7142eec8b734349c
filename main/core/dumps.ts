/* How this reader reads dumps: the parts of import/ in the shape that the library asks for. */

import { decode } from './import/decode.ts';
import { createSourceText } from './import/source-text.ts';
import { walkSources } from './import/walk.ts';
import type { FileSource } from './import/parsed.ts';
import { createParser } from './import/parser.ts';
import type { StartParser } from './import/parser-process.ts';
import type { DumpReader } from './intake/dump-reader.ts';

/** `startParser`: how a host that is not plain Node starts the process that parses. */
export function createDumpReader(startParser?: StartParser): DumpReader {
  const parser = createParser(startParser);
  return { parser, walk: walkSources, toLines, warm: () => void parser.parse(warmUp()) };
}

/** Any text makes the process load all it needs. */
function warmUp(): FileSource {
  return { kind: 'bytes', file: 'warm-up', bytes: new TextEncoder().encode('The reader is warm') };
}

/** Decodes as the import did, which also knows files that hold two encodings; else as a person chose it. */
function toLines(bytes: Uint8Array, encoding: string): readonly string[] {
  const found = decode(bytes);
  const decoded = 'source' in found && found.encoding === encoding ? found : decode(bytes, encoding);
  if ('source' in decoded) {
    const { lineCount, rawLine } = decoded.source;
    return Array.from({ length: lineCount }, (_, index) => rawLine(index));
  }
  const text = new TextDecoder(encoding).decode(bytes);
  const source = createSourceText(text, new TextEncoder().encode(text));
  return Array.from({ length: source?.lineCount ?? 0 }, (_, index) => source?.rawLine(index) ?? '');
}
