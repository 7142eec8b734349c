/* The split of a held file: shown with what a person says of it, and stored so once it is accepted. */

import { ReaderError } from '../../../shared/errors.ts';
import { isCorrected } from '../../../shared/is-corrected.ts';
import { noCorrections, type Corrections, type SplitView } from '../../../shared/split.ts';
import type { KeptProfile, ProfileId } from '../../../shared/profile.ts';
import type { Parser } from '../import/parsed.ts';
import { findProfileId } from './read-original.ts';
import type { Held, HeldFile, ReadWhole } from './held.ts';
import type { SplitRequest } from './resplit.ts';
import { toSplitView } from './split-view.ts';
import { toArticles } from './take-in.ts';

export type HeldSplitter = {
  /** Refuses with `invalid-input` where the file cannot be read so. Undefined where no such file is held. */
  readonly view: (request: SplitRequest) => Promise<SplitView> | undefined;
  /** Decides how the file is stored. Answers how many articles it has; undefined where no such file is held. */
  readonly accept: (request: SplitRequest) => Promise<number> | undefined;
};

export type HeldSplitterOptions = {
  readonly held: Held;
  readonly parser: Parser;
  readonly profiles: ReadonlyMap<ProfileId, KeptProfile>;
};

export function createHeldSplitter({ held, parser, profiles }: HeldSplitterOptions): HeldSplitter {
  async function read({ read: found }: HeldFile, corrections: Corrections): Promise<ReadWhole> {
    if (!isCorrected(corrections)) return found;
    const { file, profile: used } = found.outcome;
    const id = findProfileId(used === undefined ? {} : { profile: used.id }, corrections);
    const profile = id === undefined ? undefined : profiles.get(id);
    const reading = { rules: profile?.rules };
    const result = await parser.parse({ kind: 'bytes', file, bytes: found.bytes, corrections, reading });
    if ('bytes' in result) {
      const applied = profile === undefined ? {} : { profile: { id: profile.id, name: profile.name } };
      return { ...result, outcome: { ...result.outcome, ...applied } };
    }
    throw new ReaderError('invalid-input', result.outcome.refused.message);
  }

  async function view(file: HeldFile, request: SplitRequest): Promise<SplitView> {
    const corrections = request.corrections ?? noCorrections;
    const { outcome, identities } = await read(file, corrections);
    return toSplitView(request, { corrections, outcome, articles: toArticles(outcome, identities) });
  }

  async function accept(file: HeldFile, { importId, corrections: given }: SplitRequest): Promise<number> {
    const corrections = given ?? noCorrections;
    const decided = await read(file, corrections);
    if (held.accept(importId, { read: decided, corrections })) return decided.outcome.articles.length;
    throw new ReaderError('not-found', 'This file is held no more.');
  }

  const on =
    <Value>(work: (file: HeldFile, request: SplitRequest) => Value) =>
    (request: SplitRequest): Value | undefined => {
      const file = held.get(request.importId);
      return file === undefined ? undefined : work(file, request);
    };
  return { view: on(view), accept: on(accept) };
}
