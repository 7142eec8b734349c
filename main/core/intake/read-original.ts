/* A file of an import, parsed again from its stored original: all of it, or the part of a large one that it is. */

import type { KeptProfile, ProfileId } from '../../../shared/profile.ts';
import type { Corrections } from '../../../shared/split.ts';
import type { ParseResult, Parser, Reading } from '../import/parsed.ts';
import type { ImportedFile } from '../library/state.ts';
import type { Originals } from '../store/originals.ts';

/** `learns`: whether to answer what files like it are to be read with. */
export type ParseAgain = (
  file: ImportedFile,
  corrections?: Partial<Corrections>,
  asked?: Pick<Reading, 'learns'>,
) => Promise<ParseResult>;

export type ParseAgainOptions = {
  readonly originals: Originals;
  readonly parser: Parser;
  readonly profiles: ReadonlyMap<ProfileId, KeptProfile>;
};

export function createParseAgain({ originals, parser, profiles }: ParseAgainOptions): ParseAgain {
  /** Without `corrections` it is read with those that it was split with last. Throws what reading the original throws. */
  return async (imported, corrections = imported.corrections, { learns } = {}) => {
    const { file, original, span } = imported;
    if (original === null) throw new Error('a file that was refused has no original');
    const stored = span === undefined ? await originals.get(original) : await originals.getPart(original, span);
    const bytes = new Uint8Array(stored);
    // A part has no mark at its front: it is read in the encoding that the parts before it told.
    const encoding = corrections?.encoding ?? (span === undefined ? null : imported.encoding);
    const id = findProfileId(imported, corrections);
    const profile = id === undefined ? undefined : profiles.get(id);
    const result = await parser.parse({
      kind: 'bytes',
      file,
      bytes,
      corrections: { ...corrections, encoding },
      reading: { rules: profile?.rules, learns },
    });
    if (!('bytes' in result)) return result;
    const part = span === undefined ? {} : { sha256: original, span };
    const used = profile === undefined ? {} : { profile: { id: profile.id, name: profile.name } };
    return { ...result, outcome: { ...result.outcome, ...part, ...used } };
  };
}

/** The profile that a file is read with: the one that a person chose, else the one that it was imported with. */
export function findProfileId(
  imported: Pick<ImportedFile, 'profile'>,
  corrections: Partial<Corrections> | undefined,
): ProfileId | undefined {
  const chosen = corrections?.profile ?? imported.profile;
  return chosen === 'none' ? undefined : chosen;
}
