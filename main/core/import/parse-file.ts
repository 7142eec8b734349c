/* One file: bytes in, articles or a refusal out. */

import { createHash } from 'node:crypto';
import type { RefusalCode, Sha256 } from '../../../shared/model.ts';
import { completeCorrections, type Corrections } from '../../../shared/split.ts';
import { wordRefusal } from '../../../shared/words.ts';
import { decode } from './decode.ts';
import { loadLanguageFinder } from './dump/language.ts';
import { createLanguageMemory } from './dump/language-memory.ts';
import { cleanLine } from './dump/lines.ts';
import { parseDump } from './dump/parse-dump.ts';
import type { FileOutcome } from './parsed.ts';
import type { SourceText } from './source-text.ts';
import { findTextKind } from './text-kind.ts';

/** What a person said of the file; as it is found where they said nothing. `encoding` in any spelling ("CP1256", "latin1"). */
export type ParseOptions = Partial<Omit<Corrections, 'encoding'>> & { readonly encoding?: string | null };

/**
 * Parses the bytes of one file. `file` is the name shown to a person; it is also the last resort for a headline.
 * Refuses with `empty`, `blank`, `binary`, `unsupported`, `unknown-encoding` or `too-large`. `bytes` is not changed.
 */
export async function parseFile(bytes: Uint8Array, file: string, options: ParseOptions = {}): Promise<FileOutcome> {
  if (bytes.length === 0) return refuse(file, 'empty');
  const { encoding, ...said } = options;
  const decoded = decode(bytes, encoding ?? undefined);
  if ('refused' in decoded) return { file, refused: decoded.refused };
  const filled = countFilled(decoded.source);
  if (filled === 0) return refuse(file, 'blank');
  const kind = findTextKind(startOf(decoded.source), file);
  if (kind !== undefined) return { file, refused: wordRefusal('unsupported', kind) };
  if (filled > mostLines) return { file, refused: wordRefusal('too-large', `${filled.toLocaleString('en')} lines`) };
  const parsed = parseDump(decoded.source, {
    file,
    findLanguage: createLanguageMemory(await loadLanguageFinder()),
    corrections: completeCorrections(said),
  });
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex') as Sha256,
    bytes: bytes.length,
    format: 'plain-dump',
    encoding: decoded.encoding,
    ...parsed,
    warnings: [...decoded.warnings, ...parsed.warnings],
  };
}

/** The first lines that hold something, enough to tell a kind by. */
function startOf(source: SourceText): string {
  let start = '';
  for (let index = 0; index < source.lineCount && start.length < 300; index += 1) {
    const line = cleanLine(source.rawLine(index).slice(0, 300));
    if (line !== '') start += `${line}\n`;
  }
  return start;
}

/** The largest dump that can be decoded has half as many; each takes about 300 bytes of memory while it is read. */
const mostLines = 6_000_000;

/** Lines that are not blank; counts exactly only where there may be too many. */
function countFilled(source: SourceText): number {
  let filled = 0;
  for (let index = 0; index < source.lineCount; index += 1) {
    if (cleanLine(source.rawLine(index)) !== '') filled += 1;
    if (filled === 1 && source.lineCount <= mostLines) break;
  }
  return filled;
}

function refuse(file: string, code: RefusalCode): FileOutcome {
  return { file, refused: wordRefusal(code) };
}
