/* One file: bytes in, articles or a refusal out. */

import { createHash } from 'node:crypto';
import type { RefusalCode, Sha256 } from '../../../shared/model.ts';
import type { Fingerprint } from '../../../shared/profile.ts';
import { completeCorrections, encodings, type Corrections } from '../../../shared/split.ts';
import { wordRefusal } from '../../../shared/words.ts';
import { decode, type Decoded } from './decode.ts';
import { loadLanguageFinder } from './dump/language.ts';
import { createLanguageMemory } from './dump/language-memory.ts';
import { cleanLine } from './dump/lines.ts';
import { parseDump } from './dump/parse-dump.ts';
import type { FileOutcome, Reading, Said } from './parsed.ts';
import { findProfile } from './profile/alike.ts';
import { noRules } from './profile/apply-rules.ts';
import { mostLooked, toFingerprint } from './profile/fingerprint.ts';
import type { SourceText } from './source-text.ts';
import { findTextKind } from './text-kind.ts';

/** What a person said of the file; as it is found where they said nothing. `encoding` in any spelling ("CP1256", "latin1"). */
export type ParseOptions = Said & Reading;

/**
 * Parses the bytes of one file. `file` is the name shown to a person; it is also the last resort for a headline.
 * Refuses with `empty`, `blank`, `binary`, `unsupported`, `unknown-encoding` or `too-large`. `bytes` is not changed.
 */
export async function parseFile(bytes: Uint8Array, file: string, options: ParseOptions = {}): Promise<FileOutcome> {
  if (bytes.length === 0) return refuse(file, 'empty');
  const { encoding = null, rules: given, profiles = [], learns = false, ...said } = options;
  const found = decode(bytes, encoding ?? given?.encoding ?? undefined);
  if ('refused' in found) return { file, refused: found.refused };
  const profile = given === undefined && profiles.length > 0 ? findProfile(printFile(found), profiles) : undefined;
  const rules = given ?? profile?.rules ?? noRules;
  const isOther = profile !== undefined && encoding === null && rules.encoding !== null;
  const decoded = isOther ? decode(bytes, rules.encoding ?? undefined) : found;
  if ('refused' in decoded) return { file, refused: decoded.refused };
  const filled = countFilled(decoded.source);
  if (filled === 0) return refuse(file, 'blank');
  const kind = findTextKind(startOf(decoded.source), file);
  if (kind !== undefined) return { file, refused: wordRefusal('unsupported', kind) };
  if (filled > mostLines) return { file, refused: wordRefusal('too-large', `${filled.toLocaleString('en')} lines`) };
  const { learned, ...parsed } = parseDump(decoded.source, {
    file,
    findLanguage: createLanguageMemory(await loadLanguageFinder()),
    corrections: completeCorrections({ ...said, encoding: toEncoding(encoding) }),
    rules,
    learns,
  });
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex') as Sha256,
    bytes: bytes.length,
    format: 'plain-dump',
    encoding: decoded.encoding,
    ...parsed,
    warnings: [...decoded.warnings, ...parsed.warnings],
    ...(profile === undefined ? {} : { profile: { id: profile.id, name: profile.name } }),
    ...(learned === undefined ? {} : { learned: { rules: learned, fingerprint: printAsFound(bytes) } }),
  };
}

function printFile({ source }: Decoded): Fingerprint {
  const texts: string[] = [];
  for (let index = 0; index < source.lineCount && index < mostLooked; index += 1) {
    texts.push(cleanLine(source.rawLine(index)));
  }
  return toFingerprint(texts);
}

/** In the encoding that it would be found in: that is how the next file will be seen when it is compared. */
function printAsFound(bytes: Uint8Array): Fingerprint {
  const found = decode(bytes);
  return 'refused' in found ? toFingerprint([]) : printFile(found);
}

/** One that a person can choose; the encoding that the parts before were found in is not theirs. */
function toEncoding(encoding: string | null): Corrections['encoding'] {
  return encodings.find((each) => each === encoding) ?? null;
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
