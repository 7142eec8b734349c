/* Originals that no import knows: what is left of a library that lost all else, or of an import that a crash cut short. */

import { ReaderError } from '../../../shared/errors.ts';
import type { Sha256 } from '../../../shared/model.ts';
import { wordRefusal } from '../../../shared/words.ts';
import type { ImportSource } from '../import/parsed.ts';
import type { Catalogue } from '../library/state.ts';
import type { Originals } from '../store/originals.ts';

/** Hashes of the originals that no import names, not even one that was undone. */
export async function findStrays(originals: Originals, { imports, removed }: Catalogue): Promise<readonly Sha256[]> {
  const records = [...imports.values(), ...[...removed.values()].map(({ record }) => record)];
  const known = new Set(records.flatMap(({ files }) => files.map(({ original }) => original)));
  return (await originals.list()).filter((sha256) => !known.has(sha256));
}

/** The stray originals, to be imported. Their names are lost; one that is damaged is refused. */
export async function* readStrays(originals: Originals, catalogue: Catalogue): AsyncGenerator<ImportSource> {
  for (const sha256 of await findStrays(originals, catalogue)) {
    const name = `original-${sha256.slice(0, 12)}.txt`;
    const { state, bytes } = await originals.verify(sha256);
    if (state === 'whole') {
      yield {
        kind: 'stored',
        name,
        original: { sha256, bytes },
        load: async () => new Uint8Array(await getWhole(originals, sha256)),
      };
    } else yield { kind: 'refused', name, refused: wordRefusal('unreadable', 'it is damaged in the library') };
  }
}

async function getWhole(originals: Originals, sha256: Sha256): Promise<Buffer> {
  try {
    return await originals.get(sha256);
  } catch (error) {
    // It was whole a moment ago: whatever happened since is a refusal of this file, in words.
    if (error instanceof ReaderError) throw new Error(error.message, { cause: error });
    throw error;
  }
}
