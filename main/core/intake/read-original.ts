/* A file of an import, parsed again from its stored original: all of it, or the part of a large one that it is. */

import type { Corrections } from '../../../shared/split.ts';
import type { ParseResult, Parser } from '../import/parsed.ts';
import type { ImportedFile } from '../library/state.ts';
import type { Originals } from '../store/originals.ts';

export type ParseAgain = (file: ImportedFile, corrections?: Partial<Corrections>) => Promise<ParseResult>;

export function createParseAgain(originals: Originals, parser: Parser): ParseAgain {
  /** Without `corrections` it is read with those that it was split with last. Throws what reading the original throws. */
  return async (imported, corrections = imported.corrections) => {
    const { file, original, span } = imported;
    if (original === null) throw new Error('a file that was refused has no original');
    const stored = span === undefined ? await originals.get(original) : await originals.getPart(original, span);
    const bytes = new Uint8Array(stored);
    // A part has no mark at its front: it is read in the encoding that the parts before it told.
    const encoding = corrections?.encoding ?? (span === undefined ? null : imported.encoding);
    const result = await parser.parse({
      kind: 'bytes',
      file,
      bytes,
      corrections: { ...corrections, encoding },
    });
    if (span === undefined || !('bytes' in result)) return result;
    return { ...result, outcome: { ...result.outcome, sha256: original, span } };
  };
}
